import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Account, postgresAccount } from './account.js';
import { postgresBinaries } from './binaries.js';
import { ADMINISTRATOR, createDataDirectory, readDataDirectory, writeDataDirectory } from './data-directory.js';
import { freePort, isFree } from './free-port.js';
import { type Finished, runCommand } from './run-command.js';

/** A PostgreSQL server that runs. */
export interface RunningPostgres {
  /** Address of its superuser: `postgres://…@127.0.0.1:port/postgres`. */
  readonly adminUrl: string;
  readonly port: number;
  /** Ends it, letting no session hold it up. */
  stop(): Promise<void>;
}

/**
 * Starts the embedded PostgreSQL on `dataDir` (made when it is not there), detached from this process and its terminal,
 * or finds it running already. As root it runs as an unprivileged account, which must be able to enter the folder that
 * holds `dataDir`.
 *
 * @param options.port used when given, else the port of last time when it is free, else any free one
 * @throws Error in plain words; the server's own log is `server.log` in the data directory.
 */
export async function startPostgres(options: { readonly dataDir: string; readonly port?: number }): Promise<RunningPostgres> {
  const dataDir = resolve(options.dataDir);
  const account = postgresAccount();
  const binaries = await postgresBinaries(account);
  await createDataDirectory(dataDir, binaries, account);
  const control = controlOf(dataDir, binaries, account);

  const kept = readDataDirectory(dataDir);
  let port = await runningPort(dataDir, control);
  for (let attempt = 0; port === undefined; attempt += 1) {
    const wanted = options.port ?? (kept.port !== undefined && attempt === 0 && (await isFree(kept.port)) ? kept.port : await freePort());
    const { code } = await control('-w', '-t', '60', '-s', '-l', join(dataDir, 'server.log'), '-o', `-p ${wanted}`, 'start');
    if (code === 0) port = wanted;
    // Another process may have taken a free port in between.
    else if (attempt === 2 || options.port !== undefined || (await isFree(wanted)))
      throw new Error(`PostgreSQL does not start: ${lastLine(dataDir)}`);
  }
  if (port !== kept.port) writeDataDirectory(dataDir, { ...kept, port }, account);
  return {
    adminUrl: `postgres://${ADMINISTRATOR}:${kept.password}@127.0.0.1:${port}/postgres`,
    port,
    stop: () => endServer(control),
  };
}

/** Ends the server of a data directory when one runs there. @returns whether one ran. */
export async function stopPostgres(dataDir: string): Promise<boolean> {
  if (!existsSync(join(dataDir, 'postmaster.pid'))) return false;
  const account = postgresAccount();
  const control = controlOf(dataDir, await postgresBinaries(account), account);
  if ((await runningPort(dataDir, control)) === undefined) return false;
  await endServer(control);
  return true;
}

type Control = (...args: string[]) => Promise<Finished>;

const controlOf =
  (dataDir: string, binaries: string, account: Account | undefined): Control =>
  (...args) =>
    runCommand(join(binaries, 'bin', 'pg_ctl'), ['-D', dataDir, ...args], { account, cwd: dataDir });

async function endServer(control: Control): Promise<void> {
  await control('-w', '-t', '60', '-s', '-m', 'fast', 'stop');
}

async function runningPort(dataDir: string, control: Control): Promise<number | undefined> {
  if ((await control('status')).code !== 0) return undefined;
  // Fourth line of postmaster.pid: the port.
  const port = Number(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[3]);
  return Number.isInteger(port) && port > 0 ? port : undefined;
}

function lastLine(dataDir: string): string {
  try {
    return readFileSync(join(dataDir, 'server.log'), 'utf8').trim().split('\n').at(-1) ?? 'it left no message';
  } catch {
    return 'it left no message';
  }
}
