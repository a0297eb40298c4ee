import { compactDate, partsOf } from '../calendar.js';
import type { Household, Person } from '../people/person.js';
import { legacyNumber } from '../people/resident-id.js';
import type { Random } from '../random.js';
import type { CivilAffairsFiles } from './open-files.js';

/** A person as civil affairs names them. */
export interface Holder {
  readonly hshd_no: string;
  readonly resi_no: string;
  readonly certno: string;
}

/** How the agency has a person's ID number. */
export type CertnoSpelling = 'PLAIN' | 'LOWER_CASE' | 'FIFTEEN_DIGITS';

/** A household civil affairs knows: whom its rows are about. */
export interface KnownHousehold {
  readonly household: Household;
  /** Members the household's status covers. */
  readonly covered: readonly Person[];
  readonly holder: (person: Person) => Holder;
}

/** What may be decided beforehand about an entry. */
export interface Entry {
  /** Members the household's status covers. */
  readonly covered?: readonly Person[];
  readonly spelling?: ReadonlyMap<Person, CertnoSpelling>;
}

const drawSpelling = (random: Random): CertnoSpelling =>
  random.weighted<CertnoSpelling>([
    ['PLAIN', 90],
    ['LOWER_CASE', 6],
    ['FIFTEEN_DIGITS', 4],
  ]);

function spell(person: Person, spelling: CertnoSpelling): string {
  if (spelling === 'LOWER_CASE') return person.idNumber.toLowerCase();
  return spelling === 'FIFTEEN_DIGITS' && person.idNumber && partsOf(person.birth).year < 1985
    ? legacyNumber(person.idNumber)
    : person.idNumber;
}

/** Writes a household and its members as residents civil affairs knows of. */
export function enterHousehold(random: Random, files: CivilAffairsFiles, household: Household, entry: Entry = {}): KnownHousehold {
  const hshd_no = files['households.csv'].nextKey('H');
  const { town } = household.village;
  const holders = new Map<Person, Holder>();
  for (const person of household.members) {
    const resi_no = files['residents.csv'].nextKey('R');
    const certno = spell(person, entry.spelling?.get(person) ?? drawSpelling(random));
    holders.set(person, { hshd_no, resi_no, certno });
    files['residents.csv'].write({
      resi_no,
      certno,
      name: person.name,
      sex: person.sex === 'M' ? '1' : '2',
      brdy: compactDate(person.birth),
      hukou_type: random.pick(household.rural ? ['农业', '农村居民'] : ['非农业', '城镇居民']),
      town_code: town.code,
      town_name: town.name,
      vill_addr: household.address,
      tel: random.chance(0.7) ? `12${String(random.integer(0, 999_999_999)).padStart(9, '0')}` : '',
    });
    files['household_members.csv'].write({
      hshd_no,
      resi_no,
      certno,
      rel_code: person.relation,
      cover_flag: entry.covered?.includes(person) ? '1' : '0',
    });
  }
  const holder = (person: Person): Holder => {
    const known = holders.get(person);
    if (!known) throw new Error('not a member of this household');
    return known;
  };
  files['households.csv'].write({
    hshd_no,
    head_resi_no: holder(household.members[0]).resi_no,
    town_code: town.code,
    vill_addr: household.address,
    member_cnt: String(household.members.length),
  });
  return { household, covered: entry.covered ?? [], holder };
}
