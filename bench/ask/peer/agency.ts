import 'reflect-metadata';
import { buildFederatedSchema } from '../../../kit/serve/build-policed-schema.js';
import { openSecrets } from '../../../runtime/secrets.js';
import { definitionOf } from '../definitions.js';
import { servePeer } from './serve-peer.js';

/** An agency's resolvers and database on stock Apollo: keys are plain refs; nothing is verified, decided or recorded. */
const definition = await definitionOf(process.env);
const { schema } = await buildFederatedSchema(definition);
const data = await definition.open(openSecrets(process.env.AIDGRAPH_SECRETS as string).text('database-url'));
const refs = { get: (key: string) => key };

await servePeer(schema, async () => ({
  refs,
  asOf: await data.asOf(),
  loaders: data.createLoaders(async () => undefined),
  decideFor: async () => undefined,
  pseudonym: (id: string) => id,
}));
