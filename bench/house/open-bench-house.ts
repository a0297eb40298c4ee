import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfigOf } from '../../cli/home/config.js';
import type { Home } from '../../cli/home/paths.js';
import { openHouse } from '../../cli/house/open-house.js';
import { PROCESSES } from '../../cli/house/processes.js';
import { modulePath } from '../../cli/house/run-module.js';
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
  // An existing server would hold other load, and keep what is put there.
  delete process.env.AIDGRAPH_POSTGRES_URL;
  const { home, remove } = temporaryHome();
  try {
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
    remove();
    throw error;
  }
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
