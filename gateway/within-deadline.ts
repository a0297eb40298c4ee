import { Refusal } from '../schema/errors.js';

/**
 * One deadline for a whole request, `milliseconds` from now. When it passes, `controller` tells what is under way to stop
 * and the caller gets DEADLINE_EXCEEDED at once; an answer that is ready later, even in a process that was frozen
 * meanwhile, is dropped.
 */
export async function withinDeadline<T>(milliseconds: number, controller: AbortController, work: () => T | Promise<T>): Promise<T> {
  const end = performance.now() + milliseconds;
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      controller.abort(new Refusal('DEADLINE_EXCEEDED'));
      reject(new Refusal('DEADLINE_EXCEEDED'));
    }, milliseconds);
  });
  try {
    const value = await Promise.race([Promise.resolve(work()), over]);
    if (performance.now() >= end) throw new Refusal('DEADLINE_EXCEEDED');
    return value;
  } finally {
    clearTimeout(timer);
  }
}
