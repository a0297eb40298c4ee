import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { readConfigOf } from '../../cli/home/config.js';
import type { Home } from '../../cli/home/paths.js';
import { openHouse } from '../../cli/house/open-house.js';
import { PROCESSES } from '../../cli/house/processes.js';
import { modulePath } from '../../cli/house/run-module.js';
import { type RunningPostgres, startPostgres } from '../../cli/postgres/start-postgres.js';
import { childrenOf } from '../measure/process-list.js';
import { temporaryHome } from './open-bench-postgres.js';

/** A house as `aidgraph start` opens it, in a folder of its own that goes when it closes. */
export interface BenchHouse {
  readonly home: Home;
  readonly port: number;
  /** Process ids by name. */
  readonly pids: ReadonlyMap<string, number>;
  /** Process id of PostgreSQL's first process. */
  readonly postgres: number;
  close(): Promise<void>;
}

/** Opens a house with a synthetic county of so many people, its records imported. Says on standard error what it does. */
export async function openBenchHouse(options: {
  readonly port: number;
  readonly people: number;
  readonly signal: AbortSignal;
}): Promise<BenchHouse> {
  const { port, people, signal } = options;
  const { home, remove } = temporaryHome();
  let server: RunningPostgres | undefined;
  try {
    server = await startRoomyPostgres(home);
    // In place of a server that stands there already, which would hold other load, and keep what is put there.
    process.env.AIDGRAPH_POSTGRES_URL = server.adminUrl;
    const house = await openHouse({
      home,
      config: { ...readConfigOf(home), port, people, seed: 1 },
      together: false,
      tell: ({ en }) => process.stderr.write(`${en}\n`),
      signal,
      onEnd: () => undefined,
    });
    const close = async () => {
      await house.close();
      await server?.stop();
      remove();
    };
    return {
      home,
      port,
      close,
      pids: pidsOfHouse(),
      postgres: Number(readFileSync(join(home.postgres, 'postmaster.pid'), 'utf8').split('\n')[0]),
    };
  } catch (error) {
    await server?.stop();
    remove();
    throw error;
  }
}

/** The embedded server as a house has it, but for more connections: several variants of six agencies' pools stand beside one another. */
async function startRoomyPostgres(home: Home): Promise<RunningPostgres> {
  const server = await startPostgres({ dataDir: home.postgres });
  const client = new pg.Client({ connectionString: server.adminUrl });
  try {
    await client.connect();
    await client.query('ALTER SYSTEM SET max_connections = 400');
  } finally {
    await client.end();
    await server.stop();
  }
  return startPostgres({ dataDir: home.postgres });
}

function pidsOfHouse(): ReadonlyMap<string, number> {
  const children = childrenOf(process.pid);
  return new Map(
    PROCESSES.map(({ name, module }) => {
      const child = children.find(({ command }) => command.includes(modulePath(module)));
      if (!child) throw new Error(`${name} does not run`);
      return [name, child.pid];
    }),
  );
}
