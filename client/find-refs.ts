import { type EnrolOptions, enrol } from './enrol.js';
import type { ResidentId } from './normalise-resident-id.js';
import type { RefCache } from './ref-cache.js';

/**
 * The organisation's refs of persons, in the order given: from the cache, and by enrolment for those not in it, who are
 * then remembered. Nothing is sent when all are known.
 *
 * @throws EnrolmentError
 */
export async function findRefs(ids: readonly ResidentId[], cache: RefCache, options: EnrolOptions): Promise<string[]> {
  const { generation } = options.naming;
  const unknown = [...new Set(ids)].filter((id) => cache.get(id, generation) === undefined);
  if (unknown.length > 0) {
    const made = await enrol(unknown, options);
    cache.put(unknown.map((id, at) => [id, made[at] as string] as const));
  }
  return ids.map((id) => cache.get(id, generation) as string);
}
