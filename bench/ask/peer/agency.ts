import 'reflect-metadata';
import { buildFederatedSchema } from '../../../kit/serve/build-policed-schema.js';
import { rememberBriefly } from '../../../runtime/remember-briefly.js';
import { openSecrets } from '../../../runtime/secrets.js';
import { definitionOf } from '../definitions.js';
import { servePeer } from './serve-peer.js';

/** An agency's resolvers and database on stock Apollo: keys are plain refs; nothing is verified, decided or recorded. */
const definition = await definitionOf(process.env);
const { schema } = await buildFederatedSchema(definition);
const data = await definition.open(openSecrets(process.env.AIDGRAPH_SECRETS as string).text('database-url'));
const refs = { get: (key: string) => key };
/** As the product does: `asOf` is read once a second. */
const asOf = rememberBriefly(() => data.asOf(), 1_000);

await servePeer(schema, async () => ({
  refs,
  asOf: await asOf(),
  loaders: data.createLoaders(async () => undefined),
  decideFor: async () => undefined,
  pseudonym: (id: string) => id,
}));
