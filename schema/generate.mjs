/**
 * Writes schema/subgraphs/*.graphql and schema/supergraph.graphql from the built code (`npm run gen:schema`).
 * Each subgraph prints its own SDL in a process of its own: this folder imports nothing of them.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const names = readdirSync(join(root, 'subgraphs')).filter((name) => existsSync(join(root, 'subgraphs', name, 'main.ts')));
const print = (name, ...words) =>
  execFileSync(process.execPath, [join(root, 'dist/subgraphs', name, 'main.js'), '--sdl', ...words], { encoding: 'utf8' });
const write = (name, sdl) => writeFileSync(join(root, 'schema/subgraphs', `${name}.graphql`), sdl);

const keyFields = [];
for (const name of names.filter((entry) => entry !== 'linkage')) {
  const sdl = print(name);
  write(name, sdl);
  keyFields.push(...(/^type Person @key\(fields: "(\w+)"/m.exec(sdl)?.slice(1) ?? []));
}
// Linkage holds a key for every subgraph that knows persons.
write('linkage', print('linkage', ...keyFields.sort()));

const { composeFiles } = await import(join(root, 'dist/schema/compose-files.js'));
const composed = composeFiles(join(root, 'schema'));
if ('errors' in composed) {
  for (const { code, message } of composed.errors) process.stderr.write(`${code} ${message}\n`);
  process.exitCode = 1;
} else {
  writeFileSync(join(root, 'schema/supergraph.graphql'), composed.supergraph);
}
