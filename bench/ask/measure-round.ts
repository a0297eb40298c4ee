import { cpuSeconds } from '../measure/cpu.js';
import { childrenOf } from '../measure/process-list.js';
import { type Prepared, type Received, sendRound } from './send-round.js';
import type { Variant } from './variant.js';

/** What one round of one variant took. */
export interface Round {
  readonly answers: readonly Received[];
  readonly seconds: number;
  /** CPU seconds by process, PostgreSQL as one. */
  readonly cpu: ReadonlyMap<string, number>;
}

/** The workload's number of questions in flight. */
export const IN_FLIGHT = 16;

/** Sends one round and counts the CPU time of the servers alone; the sender's own is not counted. */
export async function measureRound(
  variant: Variant,
  questions: readonly Prepared[],
  postgres: number,
  signal: AbortSignal,
): Promise<Round> {
  const before = readCpu(variant, postgres);
  const started = performance.now();
  const answers = await sendRound(variant.endpoint, questions, { inFlight: IN_FLIGHT, signal });
  const seconds = (performance.now() - started) / 1000;
  const after = readCpu(variant, postgres);
  return { answers, seconds, cpu: new Map([...after].map(([name, value]) => [name, value - (before.get(name) ?? 0)])) };
}

function readCpu({ pids }: Variant, postgres: number): Map<string, number> {
  const sessions = childrenOf(postgres).reduce((sum, { pid }) => sum + cpuSeconds(pid), 0);
  return new Map([...[...pids].map(([name, pid]) => [name, cpuSeconds(pid)] as const), ['postgres', cpuSeconds(postgres) + sessions]]);
}
