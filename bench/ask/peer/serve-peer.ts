import { subscribe } from 'node:diagnostics_channel';
import type { Server } from 'node:http';
import { ApolloServer, type BaseContext } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import type { GraphQLSchema } from 'graphql';

/** Serves a schema on stock `@apollo/server` standalone, on AIDGRAPH_PORT, and tells the parent when it listens; ends with it. */
export async function servePeer<C extends BaseContext>(schema: GraphQLSchema, context: () => Promise<C>): Promise<void> {
  await listenPeer(new ApolloServer<C>({ schema }), context);
}

/** The same for a server that is made already. */
export async function listenPeer<C extends BaseContext>(server: ApolloServer<C>, context: () => Promise<C>): Promise<void> {
  const port = Number(process.env.AIDGRAPH_PORT);
  // Node's server closes connections idle for 5 seconds, and the stock gateway trips over one that goes as it is used again: they stay
  // open as long as the product's.
  subscribe('http.server.request.start', (message) => {
    (message as { server: Server }).server.keepAliveTimeout = 60_000;
  });
  await startStandaloneServer(server, { listen: { port, host: '127.0.0.1' }, context });
  process.once('disconnect', () => process.exit(0));
  process.once('SIGTERM', () => process.exit(0));
  process.send?.({ listening: port });
}
