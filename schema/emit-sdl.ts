import { getDocumentNodeFromSchema } from '@graphql-tools/utils';
import {
  buildASTSchema,
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  GraphQLSchema,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
} from 'graphql';
import { FEDERATION_HEADER, POLICY_DIRECTIVE_NAMES, POLICY_DIRECTIVES_SDL, POLICY_TYPE_NAMES } from './policy-directives.js';

/** What every subgraph's SDL begins with, byte for byte. */
export const SDL_PREAMBLE = `${FEDERATION_HEADER}\n${POLICY_DIRECTIVES_SDL}`;

const DIRECTIVE_ORDER = ['key', 'shareable', 'inaccessible', 'external', 'requires', ...POLICY_DIRECTIVE_NAMES];

/**
 * The SDL of a subgraph whose types were made by type-graphql, with every applied directive: the preamble, then
 * scalars, `Query`, `Person` and the other types by name. Fields stand as declared, but root fields by name, because
 * their declared order hangs on the order of imports. The same classes always give the same bytes.
 *
 * @throws Error when a type of the schema has a name that the policy directives define.
 */
export function emitSdl(schema: GraphQLSchema): string {
  const definitions = getDocumentNodeFromSchema(withPolicyDirectives(schema)).definitions.filter(belongsToSubgraph).map(ordered);
  definitions.sort((a, b) => (place(a) < place(b) ? -1 : 1));
  return `${[SDL_PREAMBLE.trimEnd(), ...definitions.map(print)].join('\n\n')}\n`;
}

type TypeDefinition = Extract<DefinitionNode, { kind: `${string}TypeDefinition` }>;

/** Without their definitions the printer takes the enum values in applied directives for strings. */
function withPolicyDirectives(schema: GraphQLSchema): GraphQLSchema {
  if (POLICY_DIRECTIVE_NAMES.every((name) => schema.getDirective(name))) return schema;
  const policy = buildASTSchema(parse(POLICY_DIRECTIVES_SDL)).getDirectives();
  const directives = policy.filter(({ name }) => POLICY_DIRECTIVE_NAMES.includes(name));
  return new GraphQLSchema({ ...schema.toConfig(), directives: [...schema.getDirectives(), ...directives], assumeValid: true });
}

function belongsToSubgraph(node: DefinitionNode): node is TypeDefinition {
  if (!node.kind.endsWith('TypeDefinition')) return false;
  // type-graphql always makes a root type; an agency without root fields has none to show.
  const empty = node.kind === Kind.OBJECT_TYPE_DEFINITION && (node.fields ?? []).length === 0;
  return !empty && !POLICY_TYPE_NAMES.includes((node as TypeDefinition).name.value);
}

function ordered(node: TypeDefinition): TypeDefinition {
  const directives = inOrder(node.directives);
  if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) {
    return { ...node, directives } as TypeDefinition;
  }
  const fields = (node.fields ?? []).map((field): FieldDefinitionNode => ({ ...field, directives: inOrder(field.directives) }));
  if (node.name.value === 'Query') fields.sort((a, b) => (a.name.value < b.name.value ? -1 : 1));
  return { ...node, directives, fields } as ObjectTypeDefinitionNode;
}

function inOrder(directives: readonly ConstDirectiveNode[] = []): ConstDirectiveNode[] {
  const rank = ({ name }: ConstDirectiveNode) => DIRECTIVE_ORDER.indexOf(name.value);
  return [...directives].sort((a, b) => rank(a) - rank(b));
}

function place(node: TypeDefinition): string {
  const { value: name } = node.name;
  const group = node.kind === Kind.SCALAR_TYPE_DEFINITION ? 0 : name === 'Query' ? 1 : name === 'Person' ? 2 : 3;
  return `${group}${name}`;
}
