import { type Day, isoDate, partsOf } from '../calendar.js';
import { CsvFile } from '../csv-file.js';
import type { Random } from '../random.js';
import type { Role } from './compose-household.js';
import { givenName } from './given-names.js';
import type { Household, Person } from './person.js';
import { COUNTY, NEIGHBOURS, type Village } from './places.js';
import { ResidentIds } from './resident-id.js';
import { SURNAMES } from './surnames.js';

/** A role whose holder is partly decided: planted persons have a name, and were born here. */
export interface Place extends Role {
  readonly name?: string;
}

const INFANT_DAYS = 120;

/** Everybody of the county, known to the truth files only. */
export class Census {
  readonly #ids = new ResidentIds();
  readonly #file: CsvFile<'person_id' | 'id_number' | 'name' | 'sex' | 'birth_date' | 'household_id' | 'town_code'>;
  readonly #asOf: Day;
  #households = 0;
  #nextPerson = 0;

  constructor(path: string, asOf: Day) {
    this.#asOf = asOf;
    this.#file = new CsvFile(path, ['person_id', 'id_number', 'name', 'sex', 'birth_date', 'household_id', 'town_code']);
  }

  /** Persons so far. */
  get people(): number {
    return this.#file.rows;
  }

  /** Gives a household's members their names and numbers, and puts them on record. */
  settle(random: Random, village: Village, places: readonly [Place, ...Place[]]): Household {
    this.#households += 1;
    const id = `F${String(this.#households).padStart(7, '0')}`;
    const surnames = this.#surnames(random, places);
    const members = places.map((place, index) => this.#person(random, place, surnames[index] as string));
    for (const person of members) {
      this.#file.write({
        person_id: person.id,
        id_number: person.idNumber,
        name: person.name,
        sex: person.sex,
        birth_date: isoDate(person.birth),
        household_id: id,
        town_code: village.town.code,
      });
    }
    return {
      id,
      village,
      address: `${village.name}${random.integer(1, 9)}组${random.integer(1, 180)}号`,
      rural: !village.name.endsWith('社区'),
      members: members as [Person, ...Person[]],
    };
  }

  /** Ends the record. */
  close(): void {
    this.#file.close();
  }

  #person(random: Random, place: Place, surname: string): Person {
    this.#nextPerson += 1;
    const { sex, birth, relation } = place;
    const unregistered = this.#asOf - birth < INFANT_DAYS && !place.name && random.chance(0.6);
    const fromElsewhere = !place.name && random.chance(relation === '10' || relation === '52' ? 0.12 : 0.02);
    const region = fromElsewhere ? random.pick(NEIGHBOURS) : COUNTY.code;
    return {
      id: `N${String(this.#nextPerson).padStart(7, '0')}`,
      idNumber: unregistered ? '' : this.#ids.issue(region, birth, sex),
      name: place.name ?? surname + givenName(random, sex, partsOf(birth).year),
      sex,
      birth,
      relation,
    };
  }

  /** Wives keep their own surname; children have their father's. */
  #surnames(random: Random, places: readonly [Place, ...Place[]]): string[] {
    const own = () => random.weighted(SURNAMES);
    const of = (place: Place | undefined) => place?.name?.slice(0, 1) ?? own();
    const head = of(places[0]);
    const spouse = of(places.find(({ relation }) => relation === '10'));
    const family = places[0].sex === 'M' || !places.some(({ relation }) => relation === '10') ? head : spouse;
    return places.map(({ relation }) => {
      if (relation === '02' || relation === '51' || relation === '73' || relation === '77') return head;
      if (relation === '10') return spouse;
      if (relation === '52' || relation === '97') return own();
      return family;
    });
  }
}
