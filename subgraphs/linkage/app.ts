import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { createHubServiceApp } from '../../kit/serve/serve-hub-service.js';
import type { ServiceOptions } from '../../kit/serve/service-options.js';
import type { App } from '../../runtime/app.js';
import { consentRoutes } from './consent-routes.js';
import { linkageSdl } from './linkage-sdl.js';
import { createEnrolEndpoint } from './names/enrol-endpoint.js';
import { readTaggingKeys } from './names/tagging-keys.js';
import { createTranslator } from './names/translate.js';
import { type Audience, type LinkageContext, linkageContext, personResolvers } from './person-resolvers.js';

/** Linkage: the one place that turns an organisation's name for a person into another's, and only into sealed keys. */
export async function createLinkageApp(options: ServiceOptions): Promise<App> {
  const { registry, secrets, now, log } = options;
  const audiences: Audience[] = registry.organisations.flatMap(({ id, subgraph }) =>
    subgraph?.keyField === undefined
      ? []
      : [{ name: subgraph.name, organisation: id, keyField: subgraph.keyField, sealKey: secrets.key(`seal-${subgraph.name}.key`) }],
  );
  const keys = await readTaggingKeys(registry, secrets);
  const translator = await createTranslator(keys);
  const tagKey = secrets.key('tag.key');
  return createHubServiceApp<LinkageContext>(
    {
      name: 'linkage',
      schema: buildSubgraphSchema({
        typeDefs: parse(linkageSdl(audiences.map(({ keyField }) => keyField))),
        resolvers: personResolvers(audiences) as never,
      }),
      context: (asking) => linkageContext(asking, tagKey, translator),
      routes: {
        'POST /enrol': await createEnrolEndpoint({ registry, keys, now, log }),
        ...consentRoutes(options, audiences, translator),
      },
    },
    options,
  );
}
