import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServerAdapter } from '@whatwg-node/server';
import type { App } from './app.js';
import type { Logger } from './log.js';
import { metricsText } from './metrics.js';

/** A server that listens. */
export interface Listening {
  readonly port: number;
  /** Stops accepting, lets requests under way end, closes the app. */
  close(): Promise<void>;
}

/**
 * Serves an app over HTTP, with `/health` (the process lives), `/ready` (it can answer) and `/metrics`.
 *
 * @throws Error naming the port when it is taken.
 */
export async function listen(app: App, options: { host: string; port: number; log: Logger }): Promise<Listening> {
  const answer = async (request: Request): Promise<Response> => {
    if (!URL.canParse(request.url)) return new Response(null, { status: 400 });
    const path = new URL(request.url).pathname;
    if (path === '/health') return new Response('alive\n');
    if (path === '/ready') return (await app.ready()) ? new Response('ready\n') : new Response('not ready\n', { status: 503 });
    if (path === '/metrics') return new Response(await metricsText(), { headers: { 'content-type': 'text/plain; version=0.0.4' } });
    return app.handle(request);
  };
  const adapter = createServerAdapter((request: Request) =>
    answer(request).catch((error: unknown) => {
      // The adapter would answer with the error's stack.
      options.log.error({ err: error }, 'request failed');
      return new Response(null, { status: 500 });
    }),
  );
  const server = createServer({ keepAliveTimeout: 60_000 }, adapter);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        new Error(taken ? `Port ${options.port} is taken. Stop what holds it, or configure another port.` : 'The server cannot listen.', {
          cause: error,
        }),
      );
    });
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  options.log.info({ port }, 'listening');
  return {
    port,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 5_000).unref();
      });
      await app.close();
    },
  };
}
