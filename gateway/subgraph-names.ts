import { type DocumentNode, Kind } from 'graphql';

/** Names of a supergraph's subgraphs, by the names they have in it (join specification: values of `join__Graph`). */
export function graphNames(supergraph: DocumentNode): ReadonlyMap<string, string> {
  const graph = supergraph.definitions.find((node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph');
  if (graph?.kind !== Kind.ENUM_TYPE_DEFINITION) return new Map();
  return new Map(
    (graph.values ?? []).flatMap(({ name: { value: inside }, directives }) => {
      const join = directives?.find(({ name }) => name.value === 'join__graph');
      const value = join?.arguments?.find(({ name }) => name.value === 'name')?.value;
      return value?.kind === Kind.STRING ? [[inside, value.value] as const] : [];
    }),
  );
}

/** Names of a supergraph's subgraphs. */
export const subgraphNames = (supergraph: DocumentNode): string[] => [...graphNames(supergraph).values()];
