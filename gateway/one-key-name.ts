import type { ExecutionRequest, ExecutionResult } from '@graphql-tools/utils';
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { rememberedBy } from '../runtime/remembered-by.js';
import type { GraphHandler } from './plan-again.js';
import { graphNames } from './subgraph-names.js';

/** What the planner knows every agency's key as; no field of ours begins so. */
const ONE_KEY = 'xKeyOfEachAgency';
/** Between the keys of one person; no sealed key has it. */
const BETWEEN = ' ';

/** The keys of a type that one subgraph, the holder, gives out and each of the others is asked by. */
interface Keys {
  readonly type: ObjectTypeDefinitionNode;
  readonly holder: string;
  /** Key field by subgraph. */
  readonly fields: ReadonlyMap<string, string>;
}

/**
 * The handler, with a planner that knows one key name for all agencies. From each subgraph the planner looks for the key of each
 * other through all the rest: with a name each, the ways are a factorial of the agencies (docs/decisions/0029-one-key-name-for-the-planner.md).
 *
 * What it plans is sent as the subgraphs mean it: the holder is asked for every key, and each agency gets its own and no other.
 */
export const withOneKeyName =
  (handler: GraphHandler): GraphHandler =>
  async (options) => {
    const supergraph = parse(options.getUnifiedGraphSDL(), { noLocation: true });
    const keys = readKeys(supergraph);
    if (keys === undefined) return handler(options);
    const text = print(planned(supergraph, keys));
    const everyKey = rememberedBy((document: DocumentNode) => asksForEveryKey(document, keys));
    const send: typeof options.onSubgraphExecute = (subgraph, request) => {
      if (subgraph === keys.holder) {
        const answer = options.onSubgraphExecute(subgraph, { ...request, document: everyKey(request.document) }) as
          | ExecutionResult
          | Promise<ExecutionResult>;
        return answer instanceof Promise ? answer.then((result) => together(result, keys)) : together(answer, keys);
      }
      return options.onSubgraphExecute(subgraph, {
        ...request,
        variables: withOwnKey(request.variables, subgraph, keys),
      } as ExecutionRequest);
    };
    return handler({ ...options, getUnifiedGraphSDL: () => text, onSubgraphExecute: send });
  };

/** The key fields that one subgraph holds without resolving them, and one other each resolves; undefined with fewer than two. */
function readKeys(supergraph: DocumentNode): Keys | undefined {
  const names = graphNames(supergraph);
  for (const type of supergraph.definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const joins = (type.directives ?? []).filter(({ name }) => name.value === 'join__type').map(readJoin);
    for (const holder of new Set(joins.filter(({ resolvable }) => !resolvable).map(({ graph }) => graph))) {
      const held = joins.filter(({ graph, resolvable }) => graph === holder && !resolvable).map(({ key }) => key);
      const fields = new Map<string, string>();
      for (const { graph, key, resolvable } of joins)
        if (graph !== holder && resolvable && key !== undefined && held.includes(key)) fields.set(names.get(graph) ?? graph, key);
      if (fields.size > 1) return { type, holder: names.get(holder) ?? holder, fields };
    }
  }
  return undefined;
}

const wordsOf = (directive: ConstDirectiveNode | undefined): Map<string, unknown> =>
  new Map(directive?.arguments?.map(({ name, value }) => [name.value, 'value' in value ? value.value : undefined]));

function readJoin(directive: ConstDirectiveNode): { graph: string; key: string | undefined; resolvable: boolean } {
  const words = wordsOf(directive);
  return { graph: String(words.get('graph')), key: words.get('key') as string | undefined, resolvable: words.get('resolvable') !== false };
}

/** The supergraph with one key field in place of all of these. */
function planned(supergraph: DocumentNode, { type, fields }: Keys): DocumentNode {
  const names = new Set(fields.values());
  const isKey = ({ name }: FieldDefinitionNode) => names.has(name.value);
  const directives = (type.directives ?? []).flatMap((directive) => {
    const { key, resolvable } = readJoin(directive);
    if (directive.name.value !== 'join__type' || key === undefined || !names.has(key)) return [directive];
    return resolvable ? [renamed(directive)] : [];
  });
  const one = {
    ...type,
    directives,
    fields: [oneField((type.fields ?? []).filter(isKey)), ...(type.fields ?? []).filter((field) => !isKey(field))],
  };
  return { ...supergraph, definitions: supergraph.definitions.map((definition) => (definition === type ? one : definition)) };
}

/** A field that is found wherever one of these is. */
function oneField(held: readonly FieldDefinitionNode[]): FieldDefinitionNode {
  const [first] = held as [FieldDefinitionNode];
  const every = new Map(held.flatMap(({ directives }) => directives ?? []).map((directive) => [print(directive), directive]));
  return { ...first, name: { kind: Kind.NAME, value: ONE_KEY }, directives: [...every.values()] };
}

const renamed = (join: ConstDirectiveNode): ConstDirectiveNode => ({
  ...join,
  arguments: (join.arguments ?? []).map((argument) =>
    argument.name.value === 'key' ? { ...argument, value: { kind: Kind.STRING, value: ONE_KEY } } : argument,
  ),
});

function asksForEveryKey(document: DocumentNode, { fields }: Keys): DocumentNode {
  const every: FieldNode[] = [...fields.values()].map((name) => ({ kind: Kind.FIELD, name: { kind: Kind.NAME, value: name } }));
  return visit(document, {
    SelectionSet: (set): SelectionSetNode | undefined =>
      set.selections.some(isOneKey)
        ? { ...set, selections: set.selections.flatMap((selection) => (isOneKey(selection) ? every : [selection])) }
        : undefined,
  });
}

const isOneKey = (selection: SelectionSetNode['selections'][number]): boolean =>
  selection.kind === Kind.FIELD && selection.name.value === ONE_KEY;

/** The holder's answer with the keys of each person as one. */
function together(result: ExecutionResult, { fields }: Keys): ExecutionResult {
  const names = [...fields.values()];
  const [first] = names as [string];
  const gather = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(gather);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const told = Object.fromEntries(entries.filter(([name]) => !names.includes(name)).map(([name, member]) => [name, gather(member)]));
    if (!Object.hasOwn(value, first)) return told;
    const held = names.map((name) => (value as Record<string, unknown>)[name]);
    return { ...told, [ONE_KEY]: held.every((key) => typeof key === 'string') ? held.join(BETWEEN) : null };
  };
  return { ...result, ...(result.data ? { data: gather(result.data) } : {}) } as ExecutionResult;
}

/** Variables with, of all the keys of a person, the one of this subgraph. */
function withOwnKey(variables: ExecutionRequest['variables'], subgraph: string, { fields }: Keys): ExecutionRequest['variables'] {
  const own = fields.get(subgraph);
  const place = [...fields.keys()].indexOf(subgraph);
  const represented = (entry: unknown): unknown => {
    if (typeof entry !== 'object' || entry === null || !Object.hasOwn(entry, ONE_KEY)) return entry;
    const { [ONE_KEY]: every, ...rest } = entry as Record<string, unknown>;
    return own === undefined ? rest : { ...rest, [own]: String(every).split(BETWEEN)[place] };
  };
  return Object.fromEntries(
    Object.entries(variables ?? {}).map(([name, value]) => [name, Array.isArray(value) ? value.map(represented) : value]),
  );
}
