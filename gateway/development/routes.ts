import { existsSync, readFileSync } from 'node:fs';
import { readBody } from '../../runtime/read-body.js';
import { refusalResponse } from '../../schema/errors.js';
import type { RegistryView } from '../../schema/registry/read-registry.js';
import { HEADERS } from '../../schema/wire/headers.js';
import { EXPLORER_POLICY, explorerPage } from './explorer-page.js';

const TOKEN_LIMIT = 4096;

/**
 * What development mode adds to the door: a page to try questions on, the client library it signs with, and the
 * development issuer under the page's own origin. Each question of the page takes the whole ladder.
 *
 * @returns a function that answers undefined for all other paths.
 */
export function developmentRoutes(options: {
  readonly registry: RegistryView;
  readonly fetch: typeof fetch;
}): (request: Request) => Promise<Response | undefined> {
  const { audience, issuers } = options.registry;
  const issuer = issuers.find(({ development }) => development)?.issuer;
  const tokenAddress = `${issuer}/token`;

  async function token(request: Request): Promise<Response> {
    const body = await readBody(request, TOKEN_LIMIT);
    if (!body || issuer === undefined) return refusalResponse('MALFORMED_REQUEST');
    try {
      const answer = await options.fetch(tokenAddress, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [HEADERS.proof]: request.headers.get(HEADERS.proof) ?? '' },
        body: body.toString('utf8'),
        redirect: 'error',
      });
      return new Response(await answer.text(), {
        status: answer.status,
        headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
      });
    } catch {
      return refusalResponse('UNAVAILABLE');
    }
  }

  return async (request) => {
    const route = `${request.method} ${new URL(request.url).pathname}`;
    if (route === 'POST /dev/token') return token(request);
    if (route === 'GET /dev/client.js') return asset(clientBundle(), 'text/javascript; charset=utf-8');
    if (route === 'GET /') return asset(await explorerPage({ audience, tokenAddress }), 'text/html; charset=utf-8');
    return undefined;
  };
}

const asset = (text: string, type: string): Response =>
  new Response(text, {
    headers: {
      'content-type': type,
      'content-security-policy': EXPLORER_POLICY,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });

/** The browser build of client/, seen from the build and from the sources. */
function clientBundle(): string {
  const places = ['../../client/browser.js', '../../dist/client/browser.js'].map((path) => new URL(path, import.meta.url));
  const found = places.find((place) => existsSync(place));
  const text = found && readFileSync(found, 'utf8');
  // tsc leaves a module of that name, which is not bundled.
  if (!text || /from '\.\//.test(text))
    return 'throw document.getElementById("aidgraph-said").textContent = "Run: node client/build-browser.mjs";';
  return text;
}
