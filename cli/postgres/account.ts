import { execFileSync } from 'node:child_process';

/** An account of the machine that PostgreSQL runs as when we are root: it refuses to run as root. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const NAMES = ['postgres', 'aidgraph'] as const;

/**
 * The account PostgreSQL is to run as: none (our own) for an ordinary user; for root an existing `postgres` or
 * `aidgraph`, else a new system account `aidgraph` that cannot log in.
 *
 * @throws Error when root has no such account and cannot make one.
 */
export function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of NAMES) {
    const found = lookUp(name);
    if (found) return found;
  }
  const made = tryCommand('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/',
    '--shell',
    '/bin/false',
    'aidgraph',
  ]);
  if (!made) tryCommand('adduser', ['--system', '--group', '--no-create-home', '--home', '/', '--shell', '/bin/false', 'aidgraph']);
  const account = lookUp('aidgraph');
  if (account) return account;
  throw new Error(
    'PostgreSQL does not run as root, and no account for it could be made. Run this as an ordinary user, make an account named "postgres", or set AIDGRAPH_POSTGRES_URL to an existing server.',
  );
}

function lookUp(name: string): Account | undefined {
  const uid = tryCommand('id', ['-u', name]);
  const gid = tryCommand('id', ['-g', name]);
  return uid && gid && Number(uid) > 0 ? { name, uid: Number(uid), gid: Number(gid) } : undefined;
}

function tryCommand(command: string, args: string[]): string | undefined {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || 'done';
  } catch {
    return undefined;
  }
}
