import type { App } from '../../runtime/app.js';
import type { Exchange } from './hub.js';

/**
 * The network of a hub in one process: requests go to the app at their address; an app that is not there is a refused
 * connection.
 *
 * @param apps the apps by name, as they are at the moment of a request
 * @param addresses origin → name
 * @param fixed answers of what is no app
 */
export const routeFetch =
  (
    apps: ReadonlyMap<string, App>,
    addresses: ReadonlyMap<string, string>,
    fixed: Readonly<Record<string, () => Response>>,
    onExchange: (exchange: () => Promise<Exchange>) => Promise<void>,
  ): typeof fetch =>
  async (input, init) => {
    const request = new Request(input, init as RequestInit);
    const url = new URL(request.url);
    const to = addresses.get(url.origin) ?? 'unknown';
    const answer = fixed[to];
    if (answer) return answer();
    const app = apps.get(to);
    if (!app) throw new TypeError('fetch failed', { cause: new Error(`connect ECONNREFUSED ${url.host}`) });
    const { method, headers } = request;
    const body = await request.text();
    const handled = app.handle(new Request(request.url, { method, headers, ...(body ? { body } : {}) }));
    const response = await Promise.race([handled, aborted(request.signal)]);
    await onExchange(async () => ({
      to,
      path: url.pathname,
      request: { headers, body },
      response: { status: response.status, body: await response.clone().text() },
    }));
    return response;
  };

/** Who asks stops waiting; the app goes on, as a process would. */
const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const end = () => reject(signal.reason);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
