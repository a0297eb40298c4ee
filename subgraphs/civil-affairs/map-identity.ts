import { readDate } from '../../kit/records/read-date.js';
import type { ResidentRow } from './data/find-residents.js';
import { codeOf, SEXES } from './mappings.js';
import type { Identity } from './types/identity.js';

/** A resident as the contract tells it; empty fields for a person the bureau does not know. */
export function mapIdentity(resident: ResidentRow | undefined): Identity {
  return {
    name: resident?.name ?? null,
    sex: codeOf(SEXES, resident?.sexCode ?? null),
    birthDate: readDate(resident?.birthDate),
  };
}
