import type { Day } from '../calendar.js';
import type { Random } from '../random.js';
import type { Relation, Sex } from './person.js';

/** What kind of people live together. */
export type HouseholdKind = 'ELDER' | 'ELDER_COUPLE' | 'YOUNG_FAMILY' | 'THREE_GENERATIONS' | 'GROWN_CHILD' | 'COUPLE' | 'SINGLE';

/** One place in a household, before anybody has a name. */
export interface Role {
  readonly relation: Relation;
  readonly sex: Sex;
  readonly birth: Day;
}

const YEAR = 365.2425;
const other = (sex: Sex): Sex => (sex === 'M' ? 'F' : 'M');

/** The members of a household of this kind, the householder first. */
export function composeHousehold(random: Random, kind: HouseholdKind, asOf: Day): [Role, ...Role[]] {
  const role = (relation: Relation, sex: Sex, age: number): Role => ({
    relation,
    sex,
    birth: Math.floor(asOf - age * YEAR - random.unit() * 364),
  });
  const elders = random.chance(0.5) ? random.integer(60, 72) : random.integer(66, 88);
  const head = (sex: Sex, age: number) => role('02', sex, age);
  const spouse = (sex: Sex, age: number) => role('10', other(sex), Math.max(20, age + random.integer(-4, 3)));
  const child = (age: number) => (random.chance(0.515) ? role('20', 'M', age) : role('30', 'F', age));
  const sex: Sex = random.chance(0.78) ? 'M' : 'F';

  switch (kind) {
    case 'ELDER':
      return [head(random.chance(0.45) ? 'M' : 'F', elders)];
    case 'ELDER_COUPLE':
      return [head(sex, elders), spouse(sex, elders)];
    case 'YOUNG_FAMILY': {
      const age = random.integer(27, 46);
      const children = Array.from({ length: random.chance(0.45) ? 2 : 1 }, () => child(random.integer(0, Math.min(17, age - 23))));
      return [head(sex, age), spouse(sex, age), ...children];
    }
    case 'THREE_GENERATIONS': {
      const age = random.integer(36, 56);
      const children = Array.from({ length: random.chance(0.4) ? 2 : 1 }, () =>
        child(random.integer(Math.max(1, age - 34), Math.min(25, age - 23))),
      );
      const parents = [role('51', 'M', age + random.integer(22, 30)), role('52', 'F', age + random.integer(21, 29))];
      const kept = random.chance(0.4) ? parents : [random.pick(parents)];
      return [head(sex, age), spouse(sex, age), ...children, ...kept];
    }
    case 'GROWN_CHILD': {
      const age = random.integer(44, 59);
      return [head(sex, age), spouse(sex, age), child(random.integer(18, Math.min(34, age - 22)))];
    }
    case 'COUPLE': {
      const age = random.integer(38, 59);
      return [head(sex, age), spouse(sex, age)];
    }
    case 'SINGLE':
      return [head(random.chance(0.62) ? 'M' : 'F', random.integer(20, 59))];
  }
}
