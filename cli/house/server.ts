import { existsSync, rmSync } from 'node:fs';
import pg from 'pg';
import { readImported } from '../first-start/make-databases.js';
import type { Home } from '../home/paths.js';
import { CommandError } from '../language.js';
import { startPostgres, stopPostgres } from '../postgres/start-postgres.js';

/** The PostgreSQL server of the house, with the address of its administrator. */
export interface HouseServer {
  readonly adminUrl: string;
  stop(): Promise<void>;
}

/** The existing server of AIDGRAPH_POSTGRES_URL, which is left running, else the embedded one. */
export async function openServer(home: Home): Promise<HouseServer> {
  const existing = process.env.AIDGRAPH_POSTGRES_URL;
  if (existing) {
    await check(existing);
    return { adminUrl: existing, stop: async () => {} };
  }
  // A data directory without the notes of a first start belongs to a home that was removed.
  if (Object.keys(readImported(home)).length === 0 && existsSync(home.postgres)) {
    await stopPostgres(home.postgres);
    rmSync(home.postgres, { recursive: true, force: true });
  }
  return startPostgres({ dataDir: home.postgres });
}

async function check(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
  } catch {
    throw new CommandError({
      zh: 'AIDGRAPH_POSTGRES_URL 所指的数据库服务器无法连接。',
      en: 'The server that AIDGRAPH_POSTGRES_URL names cannot be entered.',
    });
  } finally {
    await client.end().catch(() => {});
  }
}
