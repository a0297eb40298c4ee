import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import { buildSchema } from 'type-graphql';
import type { AgencyDefinition } from './agency.js';

type Building = Pick<AgencyDefinition<unknown>, 'resolvers' | 'types'>;

/** type-graphql builds from one global store; two builds at a time would mix. */
let building: Promise<unknown> = Promise.resolve();

/**
 * The executable schema of an agency's classes, without federation and without enforcement: schema/emit-sdl.ts prints
 * its SDL, kit/serve wraps it.
 *
 * @throws Error when the classes do not make a valid GraphQL schema.
 */
export async function buildAgencySchema(definition: Building): Promise<GraphQLSchema> {
  const previous = building;
  const own = previous
    .catch(() => undefined)
    .then(() =>
      buildSchema({
        resolvers: [...definition.resolvers] as [new () => object],
        // Only named types are emitted: with none, composition would silently see nothing but Query.
        orphanedTypes: [...definition.types],
        validate: false,
        // A subgraph may have no root fields; the federated schema, which adds its own, is checked when it is served.
        skipCheck: true,
      }),
    );
  building = own;
  const schema = await own;
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.resolve) field.resolve = callingLazy(field.resolve);
    }
  }
  return schema;
}

/** type-graphql's own field resolvers return a property as it is; a `lazily` one has to be called. */
function callingLazy(resolve: GraphQLFieldResolver<unknown, unknown>): GraphQLFieldResolver<unknown, unknown> {
  return (source, args, context, info) => {
    const value: unknown = resolve(source, args, context, info);
    return typeof value === 'function' ? (value as () => unknown)() : value;
  };
}
