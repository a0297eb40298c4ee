import { spawn } from 'node:child_process';
import type { Account } from './account.js';

/** What a finished command left. */
export interface Finished {
  readonly code: number;
  /** Standard output and standard error together. */
  readonly output: string;
}

/**
 * Runs a command of PostgreSQL to its end, as `account` when given. Its environment is empty but for the search path
 * and plain messages, so that no PG… variable of the caller's shell changes what it does.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  options: { account?: Account | undefined; cwd: string },
): Promise<Finished> {
  const { account, cwd } = options;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(account ? { uid: account.uid, gid: account.gid } : {}),
    });
    let output = '';
    const take = (chunk: Buffer) => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: output.trim() }));
  });
}
