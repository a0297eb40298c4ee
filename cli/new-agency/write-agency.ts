import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CommandError } from '../language.js';
import type { AgencyNames } from './agency-names.js';
import { listEntries } from './list-entries.js';
import { templateFiles } from './template-files.js';

/** What was written, from the root of the sources. */
export interface Written {
  readonly added: readonly string[];
  readonly changed: readonly string[];
}

/**
 * Writes a new agency's folder and its entries in the lists, and formats them: where a line breaks depends on the names.
 * Everything is read and checked before anything is written.
 *
 * @throws CommandError when its folder is there, or a list is not as expected.
 */
export function writeAgency(root: string, names: AgencyNames): Written {
  const folder = join(root, 'subgraphs', names.id);
  if (existsSync(folder))
    throw new CommandError({ zh: `${folder} 已存在，不会覆盖。`, en: `${folder} is there already, and is not overwritten.` });
  const added = templateFiles(root, names);
  const changed = listEntries(root, names);
  for (const { path, text } of [...added, ...changed]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const paths = [...added, ...changed].map(({ path }) => path);
  format(
    root,
    paths.filter((path) => /\.(ts|json)$/.test(path)),
  );
  return { added: added.map(({ path }) => path), changed: changed.map(({ path }) => path) };
}

function format(root: string, paths: readonly string[]): void {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  try {
    execFileSync(process.execPath, [biome, 'check', '--write', ...paths], { cwd: root, stdio: 'ignore' });
  } catch {
    throw new CommandError({
      zh: '已写入，但未能整理格式。请运行 npm run fix:lint。',
      en: 'Everything is written, but could not be formatted. Run npm run fix:lint.',
    });
  }
}
