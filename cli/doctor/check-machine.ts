import { existsSync, statfsSync } from 'node:fs';
import { platform } from 'node:os';
import { dirname } from 'node:path';
import { PROCESSES } from '../house/processes.js';
import { modulePath } from '../house/run-module.js';
import type { Check } from './check.js';

/** Bytes a county of the usual size needs with room to spare. */
const ROOM = 1024 ** 3;

/** Node and the operating system. */
export const checkPlatform: Check = async () => {
  const what = { zh: `Node ${process.versions.node}，${platform()}`, en: `Node ${process.versions.node} on ${platform()}` };
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    return { what, problem: { zh: '需要 Node 20.19 或更新版本。', en: 'Node 20.19 or newer is needed.' } };
  }
  const report = process.report.getReport() as unknown as { header: { glibcVersionRuntime?: string } };
  if (platform() === 'linux' && !report.header.glibcVersionRuntime) {
    return {
      what,
      problem: {
        zh: '需要 glibc 的 Linux（musl 上没有查询规划器）。',
        en: 'A Linux with glibc is needed: the query planner has no musl binary.',
      },
    };
  }
  if (platform() !== 'linux' && platform() !== 'darwin') {
    return { what, problem: { zh: '只支持 Linux 和 macOS。', en: 'Only Linux and macOS are supported.' } };
  }
  return { what };
};

/** Whether everything is compiled. */
export const checkBuild: Check = async () => {
  const what = { zh: '已编译的程序', en: 'compiled programs' };
  const missing = [...PROCESSES.flatMap(({ module, imports }) => (imports ? [module, imports] : [module])), 'county/main.js'].filter(
    (module) => {
      try {
        return !modulePath(module);
      } catch {
        return true;
      }
    },
  );
  if (missing.length === 0) return { what };
  return {
    what,
    problem: { zh: `缺少 ${missing.join('、')}：运行 npm run build`, en: `missing ${missing.join(', ')}: run \`npm run build\`` },
  };
};

/** Room on the disks that hold data. */
export const checkDisk: Check = async (home) => {
  const free = Math.min(...[home.root, home.postgres].map((path) => freeBytes(path)));
  const what = { zh: `磁盘剩余 ${(free / ROOM).toFixed(1)} GB`, en: `${(free / ROOM).toFixed(1)} GB of disk left` };
  return free >= ROOM
    ? { what }
    : {
        what,
        problem: {
          zh: '至少需要 1 GB：请清理磁盘，或用 AIDGRAPH_HOME 换一处。',
          en: 'At least 1 GB is needed: free some, or choose another place with AIDGRAPH_HOME.',
        },
      };
};

function freeBytes(path: string): number {
  let folder = path;
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
