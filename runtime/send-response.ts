import type { ServerResponse } from 'node:http';
import { bodyOf } from './text-response.js';

/**
 * Sends a response with its length in one write, where streaming would take two and chunks. Sends nothing when the asker
 * has gone.
 */
export async function sendResponse(response: Response, to: ServerResponse): Promise<void> {
  const known = bodyOf(response);
  const body = known === undefined ? Buffer.from(await response.arrayBuffer()) : known;
  if (to.destroyed) return;
  const headers: Record<string, string> = {};
  response.headers.forEach((value, name) => {
    headers[name] = value;
  });
  if (WITHOUT_BODY.has(response.status)) {
    to.writeHead(response.status, headers).end();
    return;
  }
  headers['content-length'] = String(body === null ? 0 : Buffer.byteLength(body));
  to.writeHead(response.status, headers).end(body ?? '');
}

const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 304]);
