import { randomBytes } from 'node:crypto';
import { appendFileSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Account } from './account.js';
import { runCommand } from './run-command.js';

/** Name of the superuser of a server of ours. */
export const ADMINISTRATOR = 'aidgraph';

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  password_encryption: 'scram-sha-256',
  fsync: 'on',
  synchronous_commit: 'on',
  timezone: 'Asia/Shanghai',
  log_timezone: 'Asia/Shanghai',
  // Statements and details quote values of rows: they stay out of the log.
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse',
};

const secretsFile = (dataDir: string) => join(dataDir, 'aidgraph.json');

/** Password of the superuser, and the port the server had when it last ran. */
export interface DataDirectorySecrets {
  readonly password: string;
  readonly port?: number;
}

/** What an initialised data directory keeps of itself. */
export const readDataDirectory = (dataDir: string): DataDirectorySecrets => JSON.parse(readFileSync(secretsFile(dataDir), 'utf8'));

/** Keeps what the next start needs; the file is the account's and nobody else's. */
export function writeDataDirectory(dataDir: string, secrets: DataDirectorySecrets, account: Account | undefined): void {
  writeFileSync(secretsFile(dataDir), JSON.stringify(secrets), { mode: 0o600 });
  if (account) chownSync(secretsFile(dataDir), account.uid, account.gid);
}

/**
 * Makes a data directory unless it is there: UTF-8, locale C, passwords by SCRAM, loopback only. It appears whole or not
 * at all.
 *
 * @throws Error with initdb's own words.
 */
export async function createDataDirectory(dataDir: string, binaries: string, account: Account | undefined): Promise<void> {
  if (existsSync(join(dataDir, 'PG_VERSION'))) return;
  const half = `${dataDir}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(dirname(dataDir), { recursive: true, mode: account ? 0o755 : 0o700 });
  mkdirSync(half, { mode: 0o700 });
  if (account) chownSync(half, account.uid, account.gid);
  const entered = await runCommand('/bin/sh', ['-c', 'cd "$0"', half], { account, cwd: '/' });
  if (entered.code !== 0) {
    rmSync(half, { recursive: true, force: true });
    throw new Error(`The account ${account?.name} that PostgreSQL runs as cannot enter ${dirname(dataDir)}; choose a folder it can enter.`);
  }

  const password = randomBytes(24).toString('base64url');
  const passwordFolder = mkdtempSync(join(tmpdir(), 'aidgraph-'));
  const passwordFile = join(passwordFolder, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) for (const path of [passwordFolder, passwordFile]) chownSync(path, account.uid, account.gid);
  try {
    const { code, output } = await runCommand(
      join(binaries, 'bin', 'initdb'),
      [
        '-D',
        half,
        '-U',
        ADMINISTRATOR,
        '-E',
        'UTF8',
        '--locale=C',
        '--auth-host=scram-sha-256',
        '--auth-local=reject',
        `--pwfile=${passwordFile}`,
      ],
      { account, cwd: half },
    );
    if (code !== 0) throw new Error(`The database could not be made in ${dataDir}: ${output.split('\n').at(-1)}`);
  } finally {
    rmSync(passwordFolder, { recursive: true, force: true });
  }
  appendFileSync(
    join(half, 'postgresql.conf'),
    Object.entries(SETTINGS)
      .map(([name, value]) => `${name} = '${value}'\n`)
      .join(''),
  );
  writeDataDirectory(half, { password }, account);
  rmSync(dataDir, { recursive: true, force: true });
  renameSync(half, dataDir);
}
