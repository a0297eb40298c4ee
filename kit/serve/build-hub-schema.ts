import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import { createResolversMap } from 'type-graphql';
import { emitSdl } from '../../schema/emit-sdl.js';
import type { AgencyDefinition } from '../agency.js';
import { buildAgencySchema } from '../build-agency-schema.js';

type Classes = Pick<AgencyDefinition<unknown>, 'resolvers' | 'types'>;

/** The executable federated schema of a hub service's classes; its Person is what the planner sends. */
export async function buildHubSchema(classes: Classes): Promise<GraphQLSchema> {
  const built = await buildAgencySchema(classes);
  const resolvers = createResolversMap(built) as Record<string, object>;
  if (resolvers.Person) resolvers.Person = { ...resolvers.Person, __resolveReference: (representation: object) => representation };
  return buildSubgraphSchema({ typeDefs: parse(emitSdl(built)), resolvers: resolvers as never });
}
