import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Composition, compose } from './compose.js';

/**
 * Lints and composes the committed contract: `subgraphs/<name>.graphql` against `public-fields.txt`, both in `folder`
 * (this one by default).
 *
 * @throws Error when the folder cannot be read or holds no subgraph.
 */
export function composeFiles(folder: string = import.meta.dirname): Composition {
  const subgraphs = readdirSync(join(folder, 'subgraphs'))
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => ({ name: file.replace(/\.graphql$/, ''), sdl: readFileSync(join(folder, 'subgraphs', file), 'utf8') }));
  if (subgraphs.length === 0) throw new Error('There is no subgraph to compose. Emit the subgraphs first.');
  return compose(subgraphs, { publicFields: readFileSync(join(folder, 'public-fields.txt'), 'utf8') });
}
