import { join } from 'node:path';
import pg from 'pg';
import { readJson, writeJson, writePrivate } from '../home/files.js';
import type { Home } from '../home/paths.js';
import { PROCESSES } from '../house/processes.js';
import { CommandError } from '../language.js';
import { createOwnerDatabase, databaseName } from '../postgres/owner-database.js';

/** How far an owner's database came: made, served without records until an export of them comes, or its records imported. */
export type Reached = 'MADE' | 'AWAITED' | 'IMPORTED';

/** By owner. */
export type Imported = Record<string, Reached>;

/** How far the databases of this home came. */
export const readImported = (home: Home): Imported => readJson<Imported>(home.imported) ?? {};

/** Notes how far an owner's records came. */
export const noteImported = (home: Home, owner: string, reached: Reached): void =>
  writeJson(home.imported, { ...readImported(home), [owner]: reached });

/**
 * Makes one database and login role per owner and writes each owner's address into its secrets, with a new password.
 * A database whose import was broken off stays: its records came whole or not at all, and persons named keep their names. One
 * that is not of this home is never touched.
 */
export async function makeDatabases(home: Home, adminUrl: string): Promise<void> {
  for (const { name, database } of PROCESSES) {
    if (!database) continue;
    const reached = readImported(home)[name];
    if (reached === undefined && (await exists(adminUrl, name))) {
      throw new CommandError({
        zh: `数据库 ${databaseName(name)} 已存在，但不属于 ${home.root}：请换一台服务器，或先把它移走。`,
        en: `The database ${databaseName(name)} is there already and does not belong to ${home.root}: use another server, or move it away first.`,
      });
    }
    if (reached === undefined) noteImported(home, name, 'MADE');
    writePrivate(join(home.secrets(name), 'database-url'), `${await createOwnerDatabase(adminUrl, name)}\n`);
  }
}

async function exists(adminUrl: string, owner: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return (await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName(owner)])).rowCount === 1;
  } finally {
    await client.end();
  }
}
