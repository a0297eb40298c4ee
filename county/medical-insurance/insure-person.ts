import { ageOn, dayOf, isoDate, partsOf } from '../calendar.js';
import type { County } from '../county.js';
import type { Person } from '../people/person.js';
import { COUNTY } from '../people/places.js';
import { legacyNumber } from '../people/resident-id.js';
import type { Random } from '../random.js';
import { COMMERCIAL_SHARE, EMPLOYEE_SHARE, MONITORED_SHARE } from '../rates.js';
import type { Insured } from './insured.js';

function psnType(employee: boolean, age: number): string {
  if (employee) return age >= 60 ? '12' : '11';
  return age < 18 ? '14' : age < 60 ? '15' : '16';
}

function certnoOf(random: Random, person: Person): string {
  if (random.chance(0.05)) return person.idNumber.toLowerCase();
  return person.idNumber && random.chance(0.02) && partsOf(person.birth).year < 1975 ? legacyNumber(person.idNumber) : person.idNumber;
}

/** What may be decided beforehand about somebody's insurance. */
export interface Cover {
  readonly employee?: boolean;
  readonly commercial?: boolean;
  readonly certno?: string;
}

/** Enters a person with the medical insurance; their statuses must stand in their diary. */
export function insurePerson(county: County, random: Random, person: Person, cover: Cover = {}): Insured {
  const file = county.insurance['insured.csv'];
  const age = ageOn(person.birth, county.insuranceAsOf);
  const diary = county.diaries.of(person);
  const working = age >= 22 && age < 60 ? EMPLOYEE_SHARE.working : age >= 60 ? EMPLOYEE_SHARE.retired : 0;
  const employee = cover.employee ?? (diary.statuses.length === 0 && random.chance(working));
  const insured: Insured = {
    person,
    diary,
    psn_no: file.nextKey('P'),
    certno: cover.certno ?? certnoOf(random, person),
    employee,
    civilServant: employee && cover.employee === undefined && random.chance(0.06),
    commercial: cover.commercial ?? random.chance(COMMERCIAL_SHARE),
    monitored: diary.statuses.length === 0 && !employee && cover.employee === undefined && random.chance(MONITORED_SHARE),
    years: new Map(),
  };
  const assisted = insured.monitored || diary.statuses.some(({ to }) => to === undefined || to >= county.insuranceAsOf);
  const since = Math.max(person.birth, dayOf(random.integer(2010, 2023), random.pick([1, 1, 1, 4, 7]), 1));
  file.write({
    psn_no: insured.psn_no,
    certno: insured.certno,
    psn_name: person.name,
    gend: person.sex === 'M' ? '1' : '2',
    brdy: isoDate(person.birth),
    insutype: employee ? '310' : '390',
    psn_type: psnType(employee, age),
    insu_admdvs: COUNTY.code,
    bgn_date: isoDate(since),
    end_date: '',
    subsidy_flag: assisted ? '1' : '0',
  });
  return insured;
}
