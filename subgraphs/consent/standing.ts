import { longest } from '../../schema/wire/consent-lease.js';

/** What of an agency's channel tells when a withdrawal stands there. */
export interface Told {
  readonly lastSent: number;
  applied(number: number): Promise<void>;
}

/**
 * Waits until no answer can leave the hub any more that rests on what one event ended, at one agency: D after the agency said that
 * it has applied it, or D after the last lease it can have without it is over, whichever is first.
 *
 * Times are of this process's monotonic clock, in milliseconds.
 *
 * @param since no lease without the event was sent after this
 */
export async function standsAt(
  channel: Told,
  number: number,
  { since, lease, deadline }: { readonly since: number; readonly lease: number; readonly deadline: number },
  signal: AbortSignal,
): Promise<void> {
  const silent = since + longest(lease) + deadline;
  const applied = channel.applied(number).then(() => performance.now() + deadline);
  const end = await Promise.race([applied, sleepUntil(silent, signal).then(() => silent)]);
  await sleepUntil(Math.min(end, silent), signal);
}

/** Resolves at `moment`, or when `signal` aborts. */
export async function sleepUntil(moment: number, signal: AbortSignal): Promise<void> {
  // A timer may fire a little before its time.
  for (let left = moment - performance.now(); left > 0 && !signal.aborted; left = moment - performance.now()) {
    await new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, Math.ceil(left));
      signal.addEventListener('abort', end, { once: true });
    });
  }
}
