import { readFileSync } from 'node:fs';
import { PURPOSES } from '../../schema/vocabulary/purposes.js';

/** The question the page opens with. */
export const WELCOME = `# Choose who asks, and why, in the bar below.
# $id is a ref; an ID number is refused here.
query PriorAid($id: ID!) {
  person(id: $id) {
    id
    priorAid { total { min max } newestOn sources { source state } }
  }
}
`;

/** Where the page may load and send: this gateway only. GraphiQL and its workers stand in the page itself. */
export const EXPLORER_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline' blob:",
  "worker-src 'self' blob:",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "connect-src 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** GraphiQL with a bar to choose user and purpose; every question is signed in the page with the client library. */
export async function explorerPage(options: { readonly audience: string; readonly tokenAddress: string }): Promise<string> {
  // 9 MB: loaded only when somebody opens the page.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const page = renderGraphiQL({ endpoint: '/graphql', title: 'AidGraph', defaultQuery: WELCOME });
  const config = JSON.stringify({ ...options, purposes: PURPOSES }).replaceAll('<', '\\u003c');
  const bar = readFileSync(new URL('explorer-bar.html', import.meta.url), 'utf8').replace('"CONFIG"', () => config);
  const root = '<div id="root"></div>';
  if (!page.includes(root)) throw new Error('GraphiQL renders another page than it did');
  return page.replace(root, () => `${root}\n${bar}`);
}
