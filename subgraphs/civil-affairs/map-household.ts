import { readDate } from '../../kit/records/read-date.js';
import type { HouseholdRow } from './data/find-households.js';
import type { MemberRow } from './data/find-members.js';
import { COUNTIES, codeOf, RELATIONS } from './mappings.js';
import type { Household } from './types/household.js';
import type { HouseholdMember } from './types/household-member.js';

/** A household as the contract tells it; the resolver adds its members. */
export function mapHousehold(row: HouseholdRow): Pick<Household, 'size' | 'address'> {
  const county = codeOf(COUNTIES, row.townCode?.slice(0, 6) ?? null);
  const address = [county, row.townName, row.villageAddress].filter(Boolean).join('');
  return { size: String(row.members), address: address === '' ? null : address };
}

/** A member of a household as the contract tells it. */
export function mapMember(row: MemberRow): HouseholdMember {
  return { name: row.name, relation: codeOf(RELATIONS, row.relationCode), ageBand: readDate(row.birthDate) };
}
