/** What the templates of class files see: `classes/model.rb`, `classes/enum.rbs` and so on. */

/** What every file of a definition begins with. */
export type FileView = {
  /** The spec file that the definition is written in. */
  readonly source: string;
  /** The modules around the class: `StackOne::Shared`. */
  readonly module: string;
  /** The class or module, without those around it: `ConnectSession`. */
  readonly name: string;
  /** The same with those around it: `::StackOne::Shared::ConnectSession`. */
  readonly constant: string;
  /** The module of the shared code: `::StackOne::ModelSupport`. */
  readonly support: string;
  /** The comment above the class, line by line; none where nobody wrote anything. */
  readonly comment: readonly string[];
};

export type ModelView = FileView & {
  /** Libraries that Ruby does not load by itself: `bigdecimal`. */
  readonly libraries: readonly string[];
  /** In the order of the target, which is the order they are written to JSON. */
  readonly fields: readonly FieldView[];
  /** Whether fields that are not declared are kept. */
  readonly keepsOthers: boolean;
  /** The hash of those: `Hash{String => Object}`. */
  readonly others: TypeView;
  /** What `initialize` takes, the hash of others included. */
  readonly parameters: readonly ParameterView[];
  /** The same as Ruby declares it: `id:, label: OMITTED, additional_properties: {}`. */
  readonly signature: LinesView;
  /** What `initialize` hands on: `{ id:, label: }, additional_properties`. */
  readonly values: LinesView;
  /** Each field, and what becomes of others: `required "id", number`. */
  readonly declarations: readonly LinesView[];
};

export type FieldView = {
  /** In Ruby: `created_at`. */
  readonly name: string;
  /** The comment above its reader, line by line: `# @return [Float]`. */
  readonly comment: readonly string[];
  /** What its reader returns. */
  readonly type: TypeView;
};

export type ParameterView = {
  readonly name: string;
  /** As `initialize` declares it: `label: OMITTED`. */
  readonly source: string;
  /** Whether it must be given. */
  readonly isRequired: boolean;
  /** What may be given. */
  readonly type: TypeView;
};

/** A type as YARD, RBS and Sorbet name it. */
export type TypeView = { readonly yard: string; readonly rbs: string; readonly rbi: string };

/** Code that is in one line where it fits. */
export type LinesView = {
  readonly isLong: boolean;
  /** All in one line. */
  readonly line: string;
  /** In several. */
  readonly lines: readonly string[];
};

export type EnumView = FileView & {
  /** Whether values that are not listed are kept. */
  readonly isOpen: boolean;
  /** What its values are in RBS and RBI. */
  readonly value: TypeView;
  readonly members: readonly MemberView[];
};

export type MemberView = {
  /** The constant: `HRIS_LEGACY`. */
  readonly name: string;
  /** The value as a literal: `"hris-legacy"`. */
  readonly value: string;
  readonly comment: readonly string[];
};

export type UnionView = FileView & {
  /** Libraries that Ruby does not load by itself: `bigdecimal`. */
  readonly libraries: readonly string[];
  /** What the values are of, in YARD, RBS and RBI. */
  readonly type: TypeView;
  /** `discriminator "kind", string` and the members. */
  readonly declarations: readonly LinesView[];
};

/** What the file that makes all models known sees. */
export type EntryView = {
  /** Modules that must be there before those below: `StackOne`. */
  readonly outerModules: readonly string[];
  readonly namespaces: readonly NamespaceView[];
};

export type NamespaceView = {
  /** `StackOne::Shared` */
  readonly module: string;
  /** Its classes with their files, relative to the entry file: `models/shared/connectsession`. */
  readonly classes: readonly { readonly name: string; readonly file: string }[];
};
