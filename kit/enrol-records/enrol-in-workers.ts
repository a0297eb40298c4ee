import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ResidentId } from '../../client/normalise-resident-id.js';
import type { Enrol } from './enrol-numbers.js';

/** Persons to enrol, sent to a thread. */
export interface WorkerQuestion {
  readonly question: number;
  readonly ids: readonly ResidentId[];
}

/** What a thread answers. */
export type WorkerAnswer = { readonly question: number } & ({ readonly refs: readonly string[] } | { readonly problem: string });

/** Threads that enrol for one import. */
export interface Enrollers {
  readonly enrol: Enrol;
  close(): Promise<void>;
}

/** More would only wait for linkage and the key authority, which multiply in one thread each. */
const MOST_THREADS = 4;

/**
 * Starts threads that enrol (enrol-worker.ts), as many as there are cores, and shares batches out among them. The import's own thread stays
 * free for its database.
 *
 * @throws Error when the environment does not configure an organisation that enrols.
 */
export async function openEnrollers(organisation: string): Promise<Enrollers> {
  const size = Math.min(MOST_THREADS, availableParallelism());
  const workers = Array.from(
    { length: size },
    () => new Worker(new URL('enrol-worker.js', import.meta.url), { workerData: { organisation } }),
  );
  const waiting = new Map<number, { resolve(refs: readonly string[]): void; reject(problem: Error): void }>();
  const fail = (problem: Error) => {
    for (const { reject } of waiting.values()) reject(problem);
    waiting.clear();
  };
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  for (const worker of workers) {
    worker.on('error', fail);
    worker.on('message', (answer: WorkerAnswer) => {
      const asked = waiting.get(answer.question);
      waiting.delete(answer.question);
      if ('refs' in answer) asked?.resolve(answer.refs);
      else asked?.reject(new Error(answer.problem));
    });
  }
  let question = 0;
  return {
    enrol: (ids) =>
      new Promise((resolve, reject) => {
        question += 1;
        waiting.set(question, { resolve, reject });
        workers[question % size]?.postMessage({ question, ids } satisfies WorkerQuestion);
      }),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
