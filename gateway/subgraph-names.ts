import { type DocumentNode, Kind } from 'graphql';

/** Names of a supergraph's subgraphs (join specification: values of `join__Graph`). */
export function subgraphNames(supergraph: DocumentNode): string[] {
  const graph = supergraph.definitions.find((node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph');
  if (graph?.kind !== Kind.ENUM_TYPE_DEFINITION) return [];
  return (graph.values ?? []).flatMap(({ directives }) => {
    const join = directives?.find(({ name }) => name.value === 'join__graph');
    const value = join?.arguments?.find(({ name }) => name.value === 'name')?.value;
    return value?.kind === Kind.STRING ? [value.value] : [];
  });
}
