import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { addresses, readConfig } from '../../../runtime/read-config.js';
import { supergraphSdl } from '../supergraph-sdl.js';
import { listenPeer } from './serve-peer.js';

/** Stock `@apollo/gateway` on stock `@apollo/server`, over the committed supergraph. */
const { subgraphs } = readConfig(process.env, { subgraphs: addresses('AIDGRAPH_SUBGRAPHS') });
const gateway = new ApolloGateway({
  supergraphSdl: supergraphSdl(),
  buildService: ({ name }) => new RemoteGraphQLDataSource({ url: `${subgraphs.get(name)}/graphql` }),
});

await listenPeer(new ApolloServer({ gateway }), async () => ({}));
