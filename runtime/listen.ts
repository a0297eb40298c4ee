import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App } from './app.js';
import type { Logger } from './log.js';
import { metricsText } from './metrics.js';
import { nodeRequest } from './node-request.js';
import { sendResponse } from './send-response.js';
import { textResponse } from './text-response.js';

const TEXT = { headers: { 'content-type': 'text/plain; charset=utf-8' } };

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
    if (path === '/health') return textResponse('alive\n', TEXT);
    if (path === '/ready')
      return (await app.ready()) ? textResponse('ready\n', TEXT) : textResponse('not ready\n', { ...TEXT, status: 503 });
    if (path === '/metrics') return textResponse(await metricsText(), { headers: { 'content-type': 'text/plain; version=0.0.4' } });
    return app.handle(request);
  };
  const serve = async (message: IncomingMessage, to: ServerResponse): Promise<void> => {
    try {
      await sendResponse(await answer(nodeRequest(message, to)), to);
    } catch (error) {
      options.log.error({ err: error }, 'request failed');
      // Nothing of what went wrong is told.
      if (to.headersSent) to.destroy();
      else to.writeHead(500, '', { 'content-length': '0' }).end();
    }
  };
  const server = createServer({ keepAliveTimeout: 60_000 }, serve);
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
