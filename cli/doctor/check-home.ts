import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Home } from '../home/paths.js';
import { openRegistry } from '../home/registry.js';
import type { Check } from './check.js';

/** The folder of everything: there, ours, closed to others. */
export const checkHome: Check = async (home) => {
  const what = { zh: `数据文件夹 ${home.root}`, en: `home ${home.root}` };
  if (!existsSync(home.root))
    return { what: { zh: `${what.zh}（尚未建立，首次启动时生成）`, en: `${what.en} (not there yet: the first start makes it)` } };
  const open = [home.root, ...secretFiles(home)].filter((path) => (statSync(path).mode & 0o077) !== 0);
  const strange = [home.root, ...secretFiles(home)].filter((path) => statSync(path).uid !== process.getuid?.());
  if (open.length > 0) {
    const list = open.join('\n    ');
    return {
      what,
      problem: { zh: `他人可读，请运行 chmod go= ：\n    ${list}`, en: `others may read these; run chmod go= on them:\n    ${list}` },
    };
  }
  if (strange.length > 0) {
    const list = strange.join('\n    ');
    return {
      what,
      problem: { zh: `属于另一个用户，请运行 chown：\n    ${list}`, en: `these belong to another user; run chown on them:\n    ${list}` },
    };
  }
  return { what };
};

/** The registry: signed, and not from the future. */
export const checkRegistry: Check = async (home) => {
  const what = { zh: '登记册', en: 'registry' };
  if (!existsSync(home.registry)) return { what: { zh: '登记册（尚未建立）', en: 'registry (not there yet)' } };
  try {
    const { version, issuedAt } = openRegistry(home);
    const named = { zh: `登记册第 ${version} 版`, en: `registry version ${version}` };
    if (Date.parse(issuedAt) <= Date.now() + 5_000) return { what: named };
    return {
      what: named,
      problem: {
        zh: `签发时间 ${issuedAt} 晚于本机时钟：请校准时钟。`,
        en: `issued at ${issuedAt}, later than this machine's clock: set the clock.`,
      },
    };
  } catch (error) {
    return { what, problem: { zh: `无法使用：${(error as Error).message}`, en: (error as Error).message } };
  }
};

function secretFiles(home: Home): string[] {
  return ['secrets', 'clients']
    .map((name) => join(home.root, name))
    .filter((folder) => existsSync(folder))
    .flatMap(walk);
}

function walk(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return [folder, ...entries.flatMap((entry) => (entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)]))];
}
