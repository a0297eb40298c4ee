import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { readServiceOptions } from '../../../kit/serve/read-service-options.js';
import { createLog } from '../../../runtime/log.js';
import { linkageSdl } from '../../../subgraphs/linkage/linkage-sdl.js';
import { readTaggingKeys } from '../../../subgraphs/linkage/names/tagging-keys.js';
import { createTranslator } from '../../../subgraphs/linkage/names/translate.js';
import { servePeer } from './serve-peer.js';

/** Everybody asks as this organisation: without a token there is nobody to tell another. */
const ASKER = 'civil-affairs';

/** Linkage on stock Apollo: the same translation arithmetic, but keys travel as plain refs. */
const { registry, secrets } = readServiceOptions(process.env, createLog('peer-linkage', 'warn'));
const translator = await createTranslator(await readTaggingKeys(registry, secrets));
const keyed = registry.organisations.flatMap(({ id, subgraph }) =>
  subgraph?.keyField ? [{ organisation: id, keyField: subgraph.keyField }] : [],
);
const person = (id: string) => {
  translator.check(id);
  return { id };
};

await servePeer(
  buildSubgraphSchema({
    typeDefs: parse(linkageSdl(keyed.map(({ keyField }) => keyField))),
    resolvers: {
      Query: {
        person: (_root: unknown, { id }: { id: string }) => person(id),
        people: (_root: unknown, { ids }: { ids: readonly string[] }) => ids.map(person),
      },
      Person: Object.fromEntries(
        keyed.map(({ organisation, keyField }) => [keyField, ({ id }: { id: string }) => translator.translate(id, ASKER, organisation)]),
      ),
    },
  }),
  async () => ({}),
);
