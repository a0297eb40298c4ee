import { performance } from 'node:perf_hooks';
import { cpuSeconds } from '../measure/cpu.js';
import { peakMemory } from '../measure/peak-memory.js';
import { childrenOf } from '../measure/process-list.js';

/** One program that ran to its end as a child of this process. */
export interface WatchedProgram {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

interface Seen {
  readonly module: string;
  readonly from: number;
  until: number;
  cpu: number;
  peak: number;
}

/** How often is looked: what a program uses after the last look is not seen, so short programs come out a little small. */
const EVERY_MS = 250;

/** Watches the programs that this process starts, by the path of their module below `dist/`. `end` says what was seen of one. */
export function watchChildren(modules: readonly string[]): { end(): ReadonlyMap<string, WatchedProgram> } {
  const seen = new Map<number, Seen>();
  const look = () => {
    const now = performance.now();
    for (const { pid, command } of childrenOf(process.pid)) {
      const module = modules.find((name) => command.includes(`/dist/${name}`));
      if (module === undefined) continue;
      const entry = seen.get(pid) ?? { module, from: now, until: now, cpu: 0, peak: 0 };
      seen.set(pid, entry);
      entry.until = now;
      entry.cpu = Math.max(entry.cpu, cpuSeconds(pid));
      entry.peak = Math.max(entry.peak, peakMemory(pid));
    }
  };
  const timer = setInterval(look, EVERY_MS);
  return {
    end: () => {
      clearInterval(timer);
      return new Map(
        [...seen.values()].map(({ module, from, until, cpu, peak }) => [
          module,
          { seconds: (until - from) / 1_000, cpuSeconds: cpu, peakMegabytes: peak },
        ]),
      );
    },
  };
}
