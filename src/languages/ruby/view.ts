/** What the templates of class files see: `classes/model.rb`, `classes/enum.rbs` and so on. */
import type { Block, Imports } from "../../code/blocks.js";
import type { Piece } from "../../code/code.js";
import type { DocumentedFacts, FieldFacts, MemberFacts, ValueFacts } from "../facts.js";

/** What every file of a definition begins with. */
export type FileView = {
  /** The spec file that the definition is written in. */
  readonly source: string;
  /** The cops of RuboCop that the file disables: `Metrics, Style/ClassAndModuleChildren`. */
  readonly cops: string;
  /** The libraries that the rest of the file needs and Ruby does not load by itself: `require "bigdecimal"`. */
  readonly imports: Imports;
  /** The modules around the class: `StackOne::Shared`. */
  readonly module: string;
  /** The class or module, without those around it: `ConnectSession`. */
  readonly name: string;
  /** The same with those around it: `::StackOne::Shared::ConnectSession`. */
  readonly constant: string;
  /** The module of the shared code: `::StackOne::ModelSupport`. */
  readonly support: string;
  /** The comment above the class. */
  readonly comment: Block;
};

export type ModelView = FileView &
  DocumentedFacts & {
    readonly isAbstract: boolean;
    /** In the order of the target, which is the order they are written to JSON. */
    readonly fields: readonly FieldView[];
    /** Whether fields that are not declared are kept. */
    readonly keepsOthers: boolean;
    /** The hash of those: `Hash{String => Object}`. */
    readonly others: TypeView;
    /** What `initialize` takes, the hash of others included; those that must be given come first. */
    readonly parameters: readonly ParameterView[];
    /** The same as Ruby declares it: `id:, label: OMITTED, additional_properties: {}`. */
    readonly signature: Piece;
    /** What `initialize` passes on: `{ id:, label: }, additional_properties`. */
    readonly arguments: Piece;
    /** Each field, and what becomes of others: `required "id", number`. */
    readonly declarations: readonly Piece[];
  };

/** Its types are what its reader returns. */
export type FieldView = FieldFacts &
  TypeView & {
    /** The comment above its reader: `# @return [Float]`. */
    readonly comment: Block;
  };

/** Its types are what may be given. */
export type ParameterView = TypeView & {
  readonly name: string;
  /** As `initialize` declares it: `label: OMITTED`. */
  readonly declaration: Piece;
  /** Whether it must be given. */
  readonly isRequired: boolean;
};

/** A type as YARD, RBS and Sorbet name it. */
export type TypeView = {
  /** The type in YARD. */
  readonly type: Piece;
  readonly yardType: Piece;
  readonly rbsType: Piece;
  readonly rbiType: Piece;
};

export type EnumView = FileView &
  DocumentedFacts & {
    /** Whether values that are not listed are kept. */
    readonly isOpen: boolean;
    /** What its values are. */
    readonly valueType: TypeView;
    readonly values: readonly ValueView[];
  };

/** Its name is that of the constant: `HRIS_LEGACY`. */
export type ValueView = ValueFacts & {
  readonly hasComment: boolean;
  readonly comment: Block;
};

/** Its types are what its values are of. */
export type UnionView = FileView &
  TypeView &
  DocumentedFacts & {
    readonly hasTags: boolean;
    readonly tagField: string;
    readonly memberTypes: readonly (MemberFacts & TypeView)[];
    /** `discriminator "kind", string` and the members. */
    readonly declarations: readonly Piece[];
  };

/** What the file that makes all models known sees. */
export type EntryView = {
  /** The cops of RuboCop that the file disables. */
  readonly cops: string;
  /** The module that holds everything: `Acme::Api`. */
  readonly module: string;
  /** The same and those around it: `Acme`, `Acme::Api`. */
  readonly outerModules: readonly string[];
  readonly namespaces: readonly NamespaceView[];
};

export type NamespaceView = {
  /** `StackOne::Shared` */
  readonly module: string;
  /** Its classes with their files, relative to the entry file: `shared/connect_session`. */
  readonly classes: readonly { readonly name: string; readonly file: string }[];
};
