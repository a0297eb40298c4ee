import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type TypeDefinitionNode,
  type TypeExtensionNode,
  type TypeNode,
} from 'graphql';
import { SDL_PREAMBLE } from '../emit-sdl.js';
import { type FieldPolicy, readFieldPolicy } from '../policy-directives.js';

/** The hub's own services. Every other subgraph is an agency's. */
export const HUB_SERVICES: readonly string[] = ['linkage', 'casework', 'consent', 'ledger'];

/** A subgraph as the rules read it. */
export interface Subgraph {
  readonly name: string;
  readonly sdl: string;
  readonly document: DocumentNode;
  readonly agency: boolean;
  readonly types: ReadonlyMap<string, SubgraphType>;
}

/** One type: its definition and its extensions taken together. */
export interface SubgraphType {
  readonly name: string;
  readonly nodes: readonly (TypeDefinitionNode | TypeExtensionNode)[];
  readonly directives: readonly ConstDirectiveNode[];
  /** Fields of an object or interface type. */
  readonly fields: readonly SubgraphField[];
  /** Names of interfaces it implements, or of a union's members. */
  readonly related: readonly string[];
}

export interface SubgraphField {
  readonly name: string;
  /** `Type.field`. */
  readonly coordinate: string;
  readonly node: FieldDefinitionNode;
  /** undefined: nothing is said, or nothing that is understood. */
  readonly policy: FieldPolicy | undefined;
  /** Name of the type inside lists and `!`. */
  readonly typeName: string;
  readonly list: boolean;
  /** Also when `@shareable` stands on the whole type. */
  readonly shareable: boolean;
}

type TypeNodeOfDocument = TypeDefinitionNode | TypeExtensionNode;

/** Arranges a parsed SDL for the rules. The policy's own enums are left out; a second definition of one is not. */
export function readSubgraph(name: string, sdl: string, document: DocumentNode): Subgraph {
  const byName = new Map<string, TypeNodeOfDocument[]>();
  for (const node of document.definitions) {
    if (isType(node) && !inPreamble(node, sdl)) byName.set(node.name.value, [...(byName.get(node.name.value) ?? []), node]);
  }
  const types = new Map([...byName].map(([typeName, nodes]) => [typeName, readType(typeName, nodes)]));
  return { name, sdl, document, agency: !HUB_SERVICES.includes(name), types };
}

/** Whether a definition is part of the preamble that every SDL begins with. */
export const inPreamble = (node: DefinitionNode, sdl: string): boolean =>
  sdl.startsWith(SDL_PREAMBLE) && (node.loc?.end ?? Number.POSITIVE_INFINITY) <= SDL_PREAMBLE.length;

/** Whether a directive of this name stands on the node. */
export const has = (node: { readonly directives?: readonly ConstDirectiveNode[] }, directive: string): boolean =>
  node.directives?.some(({ name }) => name.value === directive) ?? false;

/** All fields of all object and interface types. */
export const fieldsOf = (subgraph: Subgraph): SubgraphField[] => [...subgraph.types.values()].flatMap((type) => type.fields);

const isType = (node: DefinitionNode): node is TypeNodeOfDocument =>
  node.kind.endsWith('TypeDefinition') || node.kind.endsWith('TypeExtension');

function readType(name: string, nodes: readonly TypeNodeOfDocument[]): SubgraphType {
  const directives = nodes.flatMap((node) => node.directives ?? []);
  const shareable = has({ directives }, 'shareable');
  const fieldNodes = nodes.flatMap((node): readonly (FieldDefinitionNode | InputValueDefinitionNode)[] =>
    'fields' in node ? (node.fields ?? []) : [],
  );
  const fields = fieldNodes.filter((node) => node.kind === Kind.FIELD_DEFINITION).map((node) => readField(name, node, shareable));
  const related = nodes.flatMap((node) => [
    ...('interfaces' in node ? (node.interfaces ?? []) : []),
    ...('types' in node ? (node.types ?? []) : []),
  ]);
  return { name, nodes, directives, fields, related: related.map((node) => node.name.value) };
}

function readField(typeName: string, node: FieldDefinitionNode, typeShareable: boolean): SubgraphField {
  let type: TypeNode = node.type;
  let list = false;
  while (type.kind !== Kind.NAMED_TYPE) {
    list ||= type.kind === Kind.LIST_TYPE;
    type = type.type;
  }
  return {
    name: node.name.value,
    coordinate: `${typeName}.${node.name.value}`,
    node,
    policy: readFieldPolicy(node),
    typeName: type.name.value,
    list,
    shareable: typeShareable || has(node, 'shareable'),
  };
}

/** Whether a type is an object, interface or union of this subgraph. */
export const isComposite = ({ types }: Subgraph, typeName: string): boolean =>
  types.get(typeName)?.nodes.some(({ kind }) => /^(Object|Interface|Union)Type/.test(kind)) ?? false;
