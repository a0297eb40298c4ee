import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivate } from '../home/files.js';
import type { Home } from '../home/paths.js';
import { PROCESSES } from '../house/processes.js';
import { databaseName } from '../postgres/owner-database.js';

/**
 * The passwords of a server that is not there yet: the administrator's, and an address for each owner of a database. What is
 * there stays.
 *
 * @param server `host:port` as the processes reach it
 */
export function writeDatabaseUrls(home: Home, server: string): void {
  const write = (path: string, text: () => string) => {
    if (!existsSync(path)) writePrivate(path, `${text()}\n`);
  };
  const password = join(home.secrets('postgres'), 'password');
  write(password, secret);
  // The server's image reads it under an account of its own; the folder above is closed to all others of this machine.
  chmodSync(password, 0o644);
  for (const { name, database } of PROCESSES) {
    if (!database) continue;
    const owner = databaseName(name);
    write(join(home.secrets(name), 'database-url'), () => `postgres://${owner}:${secret()}@${server}/${owner}`);
  }
}

const secret = () => randomBytes(24).toString('base64url');
