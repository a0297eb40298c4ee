import type { AidAnswer, AidRecord } from '../../schema/types/aid.js';
import type { AgencyContext } from '../agency.js';
import { newestMonthFirst, orderForAsker } from './order-for-asker.js';
import { aboutPerson, lazily, subjectOf } from './subject.js';

/**
 * An agency's aid to one person: read when it may be released, newest month first, each record marked as that person's.
 *
 * @param person an object marked with aboutPerson
 * @param read the person's aid, mapped to the contract, in any order
 * @returns null for an object without its person
 */
export function aidAnswer(
  person: object,
  { asOf, pseudonym }: Pick<AgencyContext<unknown>, 'asOf' | 'pseudonym'>,
  read: (ref: string) => Promise<readonly AidRecord[]>,
): AidAnswer | null {
  const ref = subjectOf(person, 'SELF');
  if (ref === undefined) return null;
  const items = lazily(async () => {
    const ordered = orderForAsker(
      await read(ref),
      (a, b) => newestMonthFirst(a.grantedOn, b.grantedOn),
      ({ id }) => id ?? '',
      pseudonym,
    );
    return ordered.map((aid) => aboutPerson(ref, aid));
  });
  return aboutPerson(ref, { asOf, items });
}
