import { createHash } from 'node:crypto';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { jest } from '@jest/globals';
import { execute, parse } from 'graphql';
import pg from 'pg';
import { createResolversMap } from 'type-graphql';
import type { AgencyDefinition } from '../../kit/agency.js';
import { buildAgencySchema } from '../../kit/build-agency-schema.js';
import type { Enrol } from '../../kit/enrol-records/enrol-numbers.js';
import { aboutPerson } from '../../kit/resolve/subject.js';
import { emitSdl } from '../../schema/emit-sdl.js';

/** A ref for the tests of records alone: nobody evaluates anything. */
export const refOf = (idNumber: string): string => `1.${createHash('sha256').update(idNumber).digest('base64url')}`;

/** Enrols with `refOf`. */
export const enrolByHash: Enrol = async (ids) => ids.map(refOf);

/** An agency's resolvers over its records, without enforcement: what they read, not what may be released. */
export interface OpenAgency {
  /** Asks `selection` of every person. */
  ask(refs: readonly string[], selection: string): Promise<Record<string, never>[]>;
  /** The same, and how many statements reached PostgreSQL. */
  count(refs: readonly string[], selection: string): Promise<number>;
  /** Refs that were decided on beside the persons asked for. */
  readonly others: string[][];
  close(): Promise<void>;
}

/** Opens an agency's records behind its resolvers. */
export async function openAgency<L>(definition: AgencyDefinition<L>, databaseUrl: string): Promise<OpenAgency> {
  const built = await buildAgencySchema(definition);
  const resolvers = createResolversMap(built) as Record<string, object>;
  resolvers.Person = {
    ...resolvers.Person,
    __resolveReference: (key: Record<string, string>) => aboutPerson(key[definition.keyField] as string, { ...key }),
  };
  const schema = buildSubgraphSchema({ typeDefs: parse(emitSdl(built)), resolvers: resolvers as never });
  const data = await definition.open(databaseUrl);
  const others: string[][] = [];

  const ask = async (refs: readonly string[], selection: string) => {
    const decideFor = async (persons: readonly string[]) => void others.push([...persons]);
    const result = await execute({
      schema,
      document: parse(`query ($people: [_Any!]!) { _entities(representations: $people) { ... on Person { ${selection} } } }`),
      variableValues: { people: refs.map((ref) => ({ __typename: 'Person', [definition.keyField]: ref })) },
      contextValue: { asOf: await data.asOf(), loaders: data.createLoaders(decideFor), decideFor, pseudonym: refOf },
    });
    if (result.errors) throw result.errors[0];
    return JSON.parse(JSON.stringify((result.data as { _entities: unknown })._entities)) as Record<string, never>[];
  };
  return {
    ask,
    count: async (refs, selection) => {
      const statements = jest.spyOn(pg.Client.prototype, 'query');
      try {
        await ask(refs, selection);
        return statements.mock.calls.length;
      } finally {
        statements.mockRestore();
      }
    },
    others,
    close: () => data.close(),
  };
}
