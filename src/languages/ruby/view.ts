/** The views of the class templates: `classes/model.rb`, `classes/enum.rbs` and so on. */
import type { Block, Imports } from "../../code/blocks.js";
import type { Piece } from "../../code/code.js";
import type { DocumentedFacts, FieldFacts, MemberFacts, ValueFacts } from "../facts.js";

/** The start of every file of a definition. */
export type FileView = {
  /** The spec file in which the definition is declared. */
  readonly source: string;
  /** The RuboCop cops that the file disables: `Metrics, Style/ClassAndModuleChildren`. */
  readonly cops: string;
  /** The libraries that the file requires and Ruby does not load by itself: `require "bigdecimal"`. */
  readonly imports: Imports;
  /** The modules that contain the class: `StackOne::Shared`. */
  readonly module: string;
  /** The simple name of the class or module: `ConnectSession`. */
  readonly name: string;
  /** The absolute name: `::StackOne::Shared::ConnectSession`. */
  readonly constant: string;
  /** The module of the support code: `::StackOne::ModelSupport`. */
  readonly support: string;
  /** The comment of the class. */
  readonly comment: Block;
};

export type ModelView = FileView &
  DocumentedFacts & {
    readonly isAbstract: boolean;
    /** In the order of the target, which is also the order in JSON. */
    readonly fields: readonly FieldView[];
    /** Readers under names that fields had before. */
    readonly formerFields: readonly (TypeView & { readonly name: string; readonly now: string })[];
    /** Whether undeclared fields are kept. */
    readonly keepsOthers: boolean;
    /** The type of the hash that holds them: `Hash{String => Object}`. */
    readonly others: TypeView;
    /** The parameters of `initialize`, including the hash of undeclared fields; required parameters come first. */
    readonly parameters: readonly ParameterView[];
    /** The parameter list in Ruby: `id:, label: OMITTED, additional_properties: {}`. */
    readonly signature: Piece;
    /** The arguments that `initialize` passes on: `{ id:, label: }, additional_properties`. */
    readonly arguments: Piece;
    /** The declaration of each field and of undeclared fields: `required "id", number`. */
    readonly declarations: readonly Piece[];
  };

/** Its types are those that the reader returns. */
export type FieldView = FieldFacts &
  TypeView & {
    /** The comment of the reader: `# @return [Float]`. */
    readonly comment: Block;
  };

/** Its types are those that callers may pass. */
export type ParameterView = TypeView & {
  readonly name: string;
  /** The parameter in the declaration of `initialize`: `label: OMITTED`. */
  readonly declaration: Piece;
  /** Whether it is required. */
  readonly isRequired: boolean;
  /** Whether it is a name that a field had before. */
  readonly isFormer: boolean;
};

/** A type in YARD, RBS and Sorbet. */
export type TypeView = {
  /** The type in YARD. */
  readonly type: Piece;
  readonly yardType: Piece;
  readonly rbsType: Piece;
  readonly rbiType: Piece;
};

export type EnumView = FileView &
  DocumentedFacts & {
    /** Whether unlisted values are kept. */
    readonly isOpen: boolean;
    /** The type of its values. */
    readonly valueType: TypeView;
    readonly values: readonly ValueView[];
    /** Constants under names that values had before. */
    readonly formerValues: readonly { readonly name: string; readonly now: string }[];
  };

/** Its name is the name of the constant: `HRIS_LEGACY`. */
export type ValueView = ValueFacts & {
  readonly hasComment: boolean;
  readonly comment: Block;
  /** The argument for values that it had before: `, former: ['cancelled']`. */
  readonly former: Piece;
};

/** Its types are those of its values. */
export type UnionView = FileView &
  TypeView &
  DocumentedFacts & {
    readonly hasTags: boolean;
    readonly tagField: string;
    readonly memberTypes: readonly (MemberFacts & TypeView)[];
    /** `discriminator "kind", string` and the members. */
    readonly declarations: readonly Piece[];
  };

/** The view of a file with a name that a definition had before. */
export type FormerView = Pick<FileView, "source" | "cops" | "module" | "constant" | "name"> & {
  /** The name that it has now. */
  readonly now: string;
  /** Whether that is a module. */
  readonly isModule: boolean;
};

/** The view of the file that loads all models. */
export type EntryView = {
  /** The RuboCop cops that the file disables. */
  readonly cops: string;
  /** The module that contains everything: `Acme::Api`. */
  readonly module: string;
  /** That module and those that contain it: `Acme`, `Acme::Api`. */
  readonly outerModules: readonly string[];
  readonly namespaces: readonly NamespaceView[];
};

export type NamespaceView = {
  /** `StackOne::Shared` */
  readonly module: string;
  /** Its classes with their files, relative to the entry file: `shared/connect_session`. */
  readonly classes: readonly { readonly name: string; readonly file: string }[];
};
