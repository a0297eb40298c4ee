import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { endChild, startChild, startFailure } from './child.js';
import type { HouseProcess } from './processes.js';
import { modulePath } from './run-module.js';
import type { Runner, RunnerOptions } from './runner.js';
import type { TogetherOrder, TogetherReport } from './together-main.js';

/** All servers of the house in one child process, its log in `together.log`: quick to start, for development. */
export function togetherInOne({ logs, onLost }: RunnerOptions): Runner {
  const log = join(logs, 'together.log');
  const from = existsSync(log) ? statSync(log).size : 0;
  const child = startChild(join(import.meta.dirname, 'together-main.js'), log);
  const running = new Set<string>();
  let closing = false;
  child.once('exit', () => {
    const lost = [...running];
    running.clear();
    if (!closing) for (const name of lost) onLost(name);
  });

  const order = (message: TogetherOrder, name: string): Promise<boolean> =>
    new Promise((resolve) => {
      const settle = (done: boolean) => {
        child.off('message', hear);
        child.off('exit', ended);
        resolve(done);
      };
      const ended = () => settle(false);
      const hear = (report: TogetherReport) => {
        if (report.name === name) settle(report.done);
      };
      child.on('message', hear);
      child.once('exit', ended);
      if (child.connected) child.send(message);
      else settle(false);
    });

  return {
    isRunning: (name) => running.has(name),
    start: async (entry: HouseProcess, environment) => {
      const started = await order({ order: 'START', name: entry.name, module: modulePath(entry.module), environment }, entry.name);
      if (!started) throw startFailure(entry.name, log, from);
      running.add(entry.name);
    },
    stop: async (name) => {
      if (!running.delete(name)) return;
      await order({ order: 'STOP', name }, name);
    },
    close: async () => {
      closing = true;
      await endChild(child);
    },
  };
}
