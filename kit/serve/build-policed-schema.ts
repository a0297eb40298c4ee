import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import { createResolversMap } from 'type-graphql';
import { emitSdl } from '../../schema/emit-sdl.js';
import type { AgencyDefinition } from '../agency.js';
import { buildAgencySchema } from '../build-agency-schema.js';
import { type FieldPolicies, readFieldPolicies } from '../enforce/field-policies.js';
import { protectSchema } from '../enforce/protect-schema.js';
import { selfCheck } from '../enforce/self-check.js';
import { aboutPerson } from '../resolve/subject.js';

/** A schema ready to be served, and what its SDL says of every field. */
export interface PolicedSchema {
  readonly schema: GraphQLSchema;
  readonly policies: FieldPolicies;
}

type Classes = Pick<AgencyDefinition<unknown>, 'resolvers' | 'types' | 'keyField'>;

/**
 * The executable federated schema of an agency's classes, with every protected field wrapped.
 *
 * @throws Error when a field has no policy, or the wrappers are not exactly the fields the SDL protects.
 */
export async function buildPolicedSchema(classes: Classes): Promise<PolicedSchema> {
  const { schema, policies } = await buildFederatedSchema(classes);
  selfCheck(policies, protectSchema(schema, policies));
  return { schema, policies };
}

/** The same without enforcement. Nothing that serves an agency's records may use it. */
export async function buildFederatedSchema({ resolvers: classes, types, keyField }: Classes): Promise<PolicedSchema> {
  const built = await buildAgencySchema({ resolvers: classes, types });
  const sdl = emitSdl(built);
  const resolvers = createResolversMap(built) as Record<string, object>;
  resolvers.Person = {
    ...resolvers.Person,
    // Never null: an unknown person must look like a known one of whom nothing is on record.
    __resolveReference: (representation: Record<string, string>, { refs }: { refs: ReadonlyMap<string, string> }) =>
      aboutPerson(refs.get(representation[keyField] as string) as string, { ...representation }),
  };
  return { schema: buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as never }), policies: readFieldPolicies(sdl) };
}
