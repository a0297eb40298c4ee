import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { endChild, startChild, startFailure } from '../../cli/house/child.js';
import { environmentOf, processNamed } from '../../cli/house/processes.js';
import { modulePath } from '../../cli/house/run-module.js';
import type { BenchHouse } from '../house/open-bench-house.js';

/** One process of a group: the name whose port and environment it takes, its module, and what is added to the environment. */
export interface Member {
  readonly name: string;
  readonly module: string;
  readonly added?: Readonly<Record<string, string>>;
}

/** Processes that run beside the house, as the house starts its own. */
export interface Group {
  readonly port: number;
  readonly pids: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** Starts processes on ports counted from `port`, with the house's secrets and databases. @throws CommandError naming the one that fails. */
export async function startGroup(house: BenchHouse, label: string, port: number, members: readonly Member[]): Promise<Group> {
  const children: ChildProcess[] = [];
  const pids = new Map<string, number>();
  const close = async () => {
    for (const child of children.toReversed()) await endChild(child);
  };
  try {
    for (const { name, module, added } of members) {
      const entry = processNamed(name);
      if (!entry) throw new Error(`there is no process ${name}`);
      const log = join(house.home.logs, `${label}-${name}.log`);
      const child = startChild(modulePath(module), log, { ...environmentOf(entry, house.home, port), ...added });
      children.push(child);
      const listens = await new Promise<boolean>((resolve) => {
        child.once('message', () => resolve(true));
        child.once('exit', () => resolve(false));
        child.once('error', () => resolve(false));
      });
      if (!listens) throw startFailure(`${label} ${name}`, log, 0);
      pids.set(name, child.pid as number);
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { port, pids, close };
}
