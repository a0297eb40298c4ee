import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices } from '@theguild/federation-composition';
import { type GraphQLSchema, graphql, parse } from 'graphql';

const HEADER = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@external", "@requires", "@inaccessible", "@shareable"])`;
const AID = `type Aid @shareable { asOf: String! items: [Item!] } type Item @shareable { id: ID! note: String }`;

/** Small subgraphs of the hub's shape: linkage, two agencies, casework with @requires, ledger. */
const SDL: Readonly<Record<string, string>> = {
  linkage: `${HEADER}
    type Query { person(id: ID!): Person! people(ids: [ID!]!): [Person!]! hiddenDoor: String @inaccessible }
    type Person @key(fields: "id", resolvable: false) @key(fields: "civilAffairsKey", resolvable: false)
      @key(fields: "charityFederationKey", resolvable: false) @key(fields: "caseworkKey") {
      id: ID! civilAffairsKey: ID! @inaccessible charityFederationKey: ID! @inaccessible caseworkKey: ID! @inaccessible }`,
  'civil-affairs': `${HEADER} ${AID}
    type Person @key(fields: "civilAffairsKey") { civilAffairsKey: ID! @inaccessible civilAffairsAid: Aid whoAsked: String }`,
  'charity-federation': `${HEADER} ${AID}
    type Query { charityProjects: [String!]! }
    type Person @key(fields: "charityFederationKey") { charityFederationKey: ID! @inaccessible charityAid: Aid }`,
  casework: `${HEADER} ${AID}
    type Person @key(fields: "caseworkKey") { caseworkKey: ID! @inaccessible civilAffairsAid: Aid @external charityAid: Aid @external
      priorAid: PriorAid @requires(fields: "civilAffairsAid { asOf items { id note } } charityAid { asOf items { id note } }") }
    type PriorAid { sources: [String!]! notes: [String!]! }`,
  ledger: `${HEADER} type Query { hubOperations: [String!]! }`,
};

interface Context {
  readonly asker: string;
}
interface Keyed {
  readonly civilAffairsKey?: string;
  readonly charityFederationKey?: string;
  readonly civilAffairsAid?: { items?: { note: string }[] } | null;
  readonly charityAid?: { items?: { note: string }[] } | null;
}

const person = (id: string) => ({ id, civilAffairsKey: `ca.${id}`, charityFederationKey: `cf.${id}`, caseworkKey: `cw.${id}` });
const aid = (note: string) => ({ asOf: '2024-05-17T00:00:00Z', items: [{ id: note, note }] });

const RESOLVERS: Readonly<Record<string, object>> = {
  linkage: {
    Query: {
      person: (_: unknown, { id }: { id: string }) => person(id),
      people: (_: unknown, { ids }: { ids: string[] }) => ids.map(person),
    },
    Person: { __resolveReference: ({ caseworkKey }: { caseworkKey: string }) => person(caseworkKey.slice(3)) },
  },
  'civil-affairs': {
    Person: {
      __resolveReference: (key: Keyed) => key,
      civilAffairsAid: (key: Keyed) => aid(`dibao of ${key.civilAffairsKey}`),
      whoAsked: (_: unknown, __: unknown, { asker }: Context) => asker,
    },
  },
  'charity-federation': {
    Query: { charityProjects: () => ['children'] },
    Person: { __resolveReference: (key: Keyed) => key, charityAid: (key: Keyed) => aid(`grant of ${key.charityFederationKey}`) },
  },
  casework: {
    Person: {
      __resolveReference: (key: Keyed) => key,
      priorAid: ({ civilAffairsAid, charityAid }: Keyed) => ({
        sources: [civilAffairsAid ? 'civil-affairs' : 'missing', charityAid ? 'charity-federation' : 'missing'],
        notes: [civilAffairsAid, charityAid].flatMap((answer) => answer?.items?.map(({ note }) => note) ?? []),
      }),
    },
  },
  ledger: { Query: { hubOperations: () => [] } },
};

/** Executes one sub-request of a fake subgraph. */
export type Execute = (body: string, asker: string) => Promise<{ data?: unknown; errors?: readonly unknown[] }>;

const schemas = new Map<string, GraphQLSchema>(
  Object.entries(SDL).map(([name, sdl]) => [name, buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: RESOLVERS[name] as never })]),
);

export const SUBGRAPHS: readonly string[] = Object.keys(SDL);

/** Runs a sub-request as the subgraph of that name would. */
export async function executeAt(name: string, body: string, asker: string): Promise<{ data?: unknown; errors?: readonly unknown[] }> {
  const { query, variables, operationName } = JSON.parse(body) as {
    query: string;
    variables?: Record<string, unknown>;
    operationName?: string;
  };
  return graphql({
    schema: schemas.get(name) as GraphQLSchema,
    source: query,
    contextValue: { asker } satisfies Context,
    ...(variables ? { variableValues: variables } : {}),
    ...(operationName ? { operationName } : {}),
  });
}

/** The composed supergraph of the fake subgraphs. */
export function fakeSupergraph(): string {
  const composed = composeServices(
    Object.entries(SDL).map(([name, sdl]) => ({ name, typeDefs: parse(sdl), url: `http://${name}.aidgraph.internal/graphql` })),
  );
  if (!composed.supergraphSdl) throw new Error(composed.errors?.map(({ message }) => message).join('\n') ?? 'no supergraph');
  return composed.supergraphSdl;
}
