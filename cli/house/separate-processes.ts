import type { ChildProcess } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { endChild, startChild, startFailure } from './child.js';
import type { HouseProcess } from './processes.js';
import { modulePath } from './run-module.js';
import type { Runner, RunnerOptions } from './runner.js';

/** Every process of the house for itself, its log in `<name>.log`. */
export function separateProcesses({ logs, onLost }: RunnerOptions): Runner {
  const children = new Map<string, ChildProcess>();
  const stopping = new Set<string>();

  return {
    isRunning: (name) => children.has(name),
    start: async (entry: HouseProcess, environment) => {
      const log = join(logs, `${entry.name}.log`);
      const from = existsSync(log) ? statSync(log).size : 0;
      const child = startChild(modulePath(entry.module), log, environment);
      children.set(entry.name, child);
      child.once('exit', () => {
        children.delete(entry.name);
        if (listening && !stopping.has(entry.name)) onLost(entry.name);
      });
      let listening = false;
      listening = await new Promise<boolean>((resolve) => {
        child.once('message', () => resolve(true));
        child.once('exit', () => resolve(false));
        child.once('error', () => resolve(false));
      });
      if (!listening) throw startFailure(entry.name, log, from);
    },
    stop: async (name) => {
      const child = children.get(name);
      if (!child) return;
      stopping.add(name);
      await endChild(child);
      stopping.delete(name);
    },
    close: async () => {},
  };
}
