import { type DirectiveNode, type FieldDefinitionNode, Kind, valueFromASTUntyped } from 'graphql';
import { CATEGORIES, type Category } from './vocabulary/categories.js';
import { isCode } from './vocabulary/term.js';
import { TRANSFORMS, type Transform } from './vocabulary/transforms.js';

/** Whose data a protected field holds: the person the object is about, or another one (spouse, donor). */
export type Subject = 'SELF' | 'OTHER';

/** Why a field needs no decision. */
export const PUBLIC_KINDS = ['KEY', 'CONTAINER', 'VALUE', 'CATALOGUE', 'META'] as const;
export type PublicKind = (typeof PUBLIC_KINDS)[number];

/** What the schema says of one field. */
export type FieldPolicy =
  | { readonly kind: 'PROTECTED'; readonly categories: readonly Category[]; readonly subject: Subject; readonly by: Transform }
  | { readonly kind: 'DERIVED' }
  | { readonly kind: 'PUBLIC'; readonly as: PublicKind };

const list = (codes: readonly string[]) => codes.map((code) => `  ${code}\n`).join('');

/**
 * The policy directives and their argument types. Every subgraph's SDL holds exactly these bytes; the linter
 * refuses any other.
 */
export const POLICY_DIRECTIVES_SDL = `"""Whose personal data, of which categories, the field holds."""
directive @consent(categories: [Category!]!, subject: Subject! = SELF) on FIELD_DEFINITION

"""What is released instead of the raw value."""
directive @deidentify(by: Transform!) on FIELD_DEFINITION

"""Computed by the hub only from what the asker was released."""
directive @derived on FIELD_DEFINITION

"""Not personal data, and why."""
directive @public(as: PublicKind!) on FIELD_DEFINITION

enum Category {
${list(Object.keys(CATEGORIES))}}

enum Subject {
${list(['SELF', 'OTHER'])}}

enum Transform {
${list(Object.keys(TRANSFORMS))}}

enum PublicKind {
${list(PUBLIC_KINDS)}}
`;

/** Names the policy directives define; no other type of a subgraph may have one of them. */
export const POLICY_TYPE_NAMES: readonly string[] = ['Category', 'Subject', 'Transform', 'PublicKind'];
export const POLICY_DIRECTIVE_NAMES: readonly string[] = ['consent', 'deidentify', 'derived', 'public'];

/** The `@link` header of every subgraph's SDL (Apollo Federation 2.5; core specification of links). */
export const FEDERATION_HEADER = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@shareable", "@inaccessible", "@external", "@requires", "@composeDirective"])
  @link(url: "https://aidgraph.dev/policy/v1.0", import: ["@consent", "@deidentify", "@derived", "@public"])
  @composeDirective(name: "@consent")
  @composeDirective(name: "@deidentify")
  @composeDirective(name: "@derived")
  @composeDirective(name: "@public")
`;

function argument(directive: DirectiveNode, name: string): unknown {
  const node = directive.arguments?.find((entry) => entry.name.value === name);
  return node === undefined || node.value.kind === Kind.NULL ? undefined : valueFromASTUntyped(node.value);
}

/**
 * Reads a field's policy from its definition.
 *
 * @returns undefined when the definition says nothing, or says something this contract does not know: the caller
 * must treat that as a refusal, never as public.
 */
export function readFieldPolicy(field: FieldDefinitionNode): FieldPolicy | undefined {
  const found = (field.directives ?? []).filter((entry) => POLICY_DIRECTIVE_NAMES.includes(entry.name.value));
  const named = (name: string) => found.find((entry) => entry.name.value === name);
  const [consent, deidentify, derived, open] = [named('consent'), named('deidentify'), named('derived'), named('public')];
  if (consent && deidentify && found.length === 2) {
    const categories = argument(consent, 'categories');
    const subject = argument(consent, 'subject') ?? 'SELF';
    const by = argument(deidentify, 'by');
    const known = Array.isArray(categories) && categories.length > 0 && categories.every((code) => isCode(CATEGORIES, code));
    if (!known || !isCode(TRANSFORMS, by) || (subject !== 'SELF' && subject !== 'OTHER')) return undefined;
    return { kind: 'PROTECTED', categories: categories as Category[], subject, by };
  }
  if (found.length !== 1) return undefined;
  if (derived) return { kind: 'DERIVED' };
  const as = open && argument(open, 'as');
  const kind = PUBLIC_KINDS.find((entry) => entry === as);
  return kind && { kind: 'PUBLIC', as: kind };
}
