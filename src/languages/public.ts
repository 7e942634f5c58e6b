/** The API for external languages: the part of modelwright that `docs/languages.md` describes. */

// The interface.
export type { Language, Pages } from "./language.js";
export { together } from "./language.js";
export type { LanguageOption, TargetLanguage } from "../config/option.js";
export { textOption } from "../config/option.js";
export type { Page, View, ViewValue } from "../render/page.js";

// The spec as a language gets it.
export type {
  ArrayType,
  ConstantType,
  Constraints,
  Definition,
  Deprecation,
  Discriminator,
  Documented,
  Enum,
  EnumValue,
  ExternalDocs,
  Field,
  MapType,
  Model,
  Names,
  Pattern,
  Reference,
  Scalar,
  ScalarType,
  Slot,
  Spec,
  TagKind,
  TupleType,
  Type,
  Union,
  UnionMember,
} from "../spec/spec.js";
export { scalars } from "../spec/spec.js";
export type { TypeFold } from "../spec/fold.js";
export { foldType } from "../spec/fold.js";
export { isRequired } from "../spec/fields.js";
export { scalarOf } from "../spec/constants.js";
export type { Tags } from "../spec/union-tags.js";
export { tagsOf } from "../spec/union-tags.js";
export type { Json } from "../text/json.js";

// Names.
export type { NamedField, NamedValue, NameRule, Naming, NamingRules } from "../names/rules.js";
export { nameAll } from "../names/naming.js";
export { camel, nameIn, pascal, sanitise, snake, upperSnake, words } from "../names/casing.js";
export { clearOf, portableFileName, wordList } from "../names/reserved.js";

// Facts for the views of class templates.
export type { ConstraintFacts, DocumentedFacts, FactWriter, FieldFacts, MemberFacts, ValueFacts } from "./facts.js";
export { documentedFacts, enumFacts, fieldFacts, modelFacts, unionFacts } from "./facts.js";

// Code and comments, laid out for the column at which a template prints them.
export type { Doc, Piece } from "../code/code.js";
export { Code, code, compose, concat, symbol } from "../code/code.js";
export { Block, Imports } from "../code/blocks.js";
export type { Dialect } from "../code/lay-out.js";
export type { ListStyle } from "../code/layouts.js";
export { chain, list, twoParts } from "../code/layouts.js";
export type { CommentDialect, CommentText } from "../code/comments.js";
export { commentBlock, commentLines } from "../code/comments.js";

// Docs pages.
export type { DocsContext, TypePart } from "../docs/context.js";
export type { MarkdownReader } from "../docs/prose.js";
export { docsPage } from "../docs/page.js";
export { indexPage } from "../docs/index-page.js";
export { indexPages } from "../docs/site-index.js";
export { linkFromPage } from "../docs/links.js";
export { codeSpan, verbatim } from "../docs/verbatim.js";
