import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { findHome, type Home } from '../../cli/home/paths.js';
import { SYSTEM_FOLDER } from '../../cli/postgres/binaries.js';
import { createOwnerDatabase } from '../../cli/postgres/owner-database.js';
import { startPostgres } from '../../cli/postgres/start-postgres.js';
import { KEPT_PLANS } from '../../kit/database/open-data-source.js';
import { KIT_TABLES } from '../../kit/tables.js';

/** A home in a new temporary folder, and how to remove all of it. */
export function temporaryHome(): { readonly home: Home; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'aidgraph-bench-'));
  const home = findHome({ AIDGRAPH_HOME: folder });
  const remove = () => {
    // Root's PostgreSQL stands outside the home, where its account can enter.
    rmSync(home.postgres.startsWith(SYSTEM_FOLDER) ? dirname(home.postgres) : home.postgres, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  };
  return { home, remove };
}

/** Runs `work` over a new embedded PostgreSQL (fsync on) with the kit's tables, as an agency has it: a pool of 4. */
export async function withKitTables<T>(work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const { home, remove } = temporaryHome();
  try {
    const server = await startPostgres({ dataDir: home.postgres });
    try {
      const pool = new pg.Pool({ connectionString: await createOwnerDatabase(server.adminUrl, 'bench'), max: 4, options: KEPT_PLANS });
      pool.on('error', () => undefined);
      try {
        for (const statement of KIT_TABLES) await pool.query(statement);
        return await work(pool);
      } finally {
        await pool.end();
      }
    } finally {
      await server.stop();
    }
  } finally {
    remove();
  }
}
