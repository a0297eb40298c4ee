import type { Trace, Tracing } from '../../runtime/tracing.js';
import { Refusal } from '../../schema/errors.js';
import { traceIdsOf } from '../../schema/wire/trace-ids.js';
import type { Asking } from '../asking.js';

/**
 * Answers a verified sub-request inside the subgraph's own trace of it, under names only it and the hub can compute; without
 * tracing just answers it. Verification is told afterwards: before it a sub-request has no name.
 *
 * @param since when the sub-request came, in milliseconds since 1970
 */
export async function traceSubRequest<T>(
  tracing: Tracing | undefined,
  asking: Asking,
  since: number,
  answer: (trace: Trace | undefined) => Promise<T>,
): Promise<T> {
  if (!tracing) return answer(undefined);
  const trace = tracing.begin('sub-request', { ids: traceIdsOf(asking.statement), since, attributes: { purpose: asking.proof.purpose } });
  trace.child('verify', { since }).end();
  let code = 'INTERNAL';
  try {
    const answered = await answer(trace);
    code = 'ANSWERED';
    return answered;
  } catch (error) {
    if (error instanceof Refusal) code = error.code;
    throw error;
  } finally {
    trace.end({ code });
  }
}
