import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PARTS } from '../house/run-module.js';
import { CommandError } from '../language.js';

/** What every checkout of the sources has, and no installed package. */
const MARKS = ['.git', 'package.json', 'biome.json', 'cli/agency-template/definition.ts', 'subgraphs'];

/** The root of the sources this program was built from. @throws CommandError when it was not built in a git checkout of them. */
export function sourcesRoot(parts: string = PARTS): string {
  const root = join(parts, '..');
  if (MARKS.every((mark) => existsSync(join(root, mark)))) return root;
  throw new CommandError({
    zh: `${root} 不是本项目源码的 git 检出，无法在其中新建机构。请克隆源码、npm ci、npm run build 之后再运行。`,
    en: `${root} is no git checkout of the sources, so no agency can be made in it. Clone the sources, then npm ci, npm run build, and again.`,
  });
}
