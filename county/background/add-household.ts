import { ageOn, type Day } from '../calendar.js';
import { recordDonation } from '../charity/record-donation.js';
import { enterHousehold, type KnownHousehold } from '../civil-affairs/enter-household.js';
import { recordEconomicCheck } from '../civil-affairs/record-economic-check.js';
import { refuseAndRefer } from '../civil-affairs/refuse.js';
import type { County } from '../county.js';
import { composeHousehold, type Role } from '../people/compose-household.js';
import type { Household, Person } from '../people/person.js';
import type { Random } from '../random.js';
import { CHECKED_SHARE, EVENT_SHARE, HOUSEHOLD_KINDS, STATUS_KINDS, YEARS_OF_RECORDS } from '../rates.js';
import { addGrants, addSpecialFund } from './add-charity.js';
import { addPeopleRecords } from './add-people-records.js';
import { addStatus } from './add-status.js';
import { addTempAid } from './add-temp-aid.js';
import { drawStatus } from './draw-status.js';

/** How many beneficiaries later donors may name. */
const REMEMBERED = 50;

function addRefusedCheck(county: County, random: Random, household: Household): KnownHousehold {
  const known = enterHousehold(random, county.civil, household);
  const conclusion = random.weighted<'不符合' | '预警' | undefined>([
    ['不符合', 60],
    ['预警', 25],
    [undefined, 15],
  ]);
  const day = county.asOf - (conclusion ? random.integer(20, 1_000) : random.integer(1, 15));
  if (conclusion === '不符合') refuseAndRefer(county, random, known, day);
  else recordEconomicCheck(random, county.civil, known, { day, conclusion });
  return known;
}

/**
 * Adds one ordinary household of at most `limit` persons, with what the agencies know of it. Nothing here meets a rule for duplicates:
 * those are planted. `beneficiaries` are people the charity helped lately; the household may add to them, or give to one.
 */
export function addHousehold(county: County, random: Random, limit: number, beneficiaries: Person[]): void {
  const household = settleHousehold(county, random, limit, beneficiaries);
  addPeopleRecords(county, household);
}

function settleHousehold(county: County, random: Random, limit: number, beneficiaries: Person[]): Household {
  const { asOf, charityAsOf } = county;
  const status = drawStatus(random);
  const kind = random.weighted(status ? STATUS_KINDS[status] : HOUSEHOLD_KINDS);
  const roles = composeHousehold(random, kind, asOf).slice(0, limit) as [Role, ...Role[]];
  const household = county.census.settle(random, random.pick(county.villages), roles);
  const happens = (share: { without: number; with: number }) => random.chance(status ? share.with : share.without);

  let known = status && addStatus(county, random, household, status);
  if (!known && random.chance(CHECKED_SHARE)) known = addRefusedCheck(county, random, household);
  const oneOff = new Map<Person, readonly Day[]>();
  if (happens(EVENT_SHARE.temporaryAssistance)) {
    known ??= enterHousehold(random, county.civil, household);
    const { person, days } = addTempAid(county, random, known);
    oneOff.set(person, days);
  }

  const registered = household.members.filter(({ idNumber }) => idNumber);
  if (registered.length === 0) return household;
  if (happens(EVENT_SHARE.charity)) {
    const person = random.pick(registered);
    if (addGrants(county, random, person, oneOff.get(person) ?? [])) beneficiaries.push(person);
    if (beneficiaries.length > REMEMBERED) beneficiaries.shift();
  }
  if (happens(EVENT_SHARE.specialFund)) {
    const person = random.pick(registered);
    addSpecialFund(county, random, person, oneOff.get(person) ?? []);
  }
  if (happens(EVENT_SHARE.donation)) {
    const donor = random.pick(registered.filter(({ birth }) => ageOn(birth, asOf) >= 18).concat(registered.slice(0, 1)));
    const beneficiary = beneficiaries.length > 0 && random.chance(0.3) ? random.pick(beneficiaries) : undefined;
    recordDonation(random, county.charity, { donor, day: charityAsOf - random.integer(0, YEARS_OF_RECORDS * 365 - 1), beneficiary });
  }
  return household;
}
