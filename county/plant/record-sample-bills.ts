import { addYears } from '../calendar.js';
import type { County } from '../county.js';
import { recordCard } from '../disabled-persons/record-card.js';
import { recordSubsidy } from '../disabled-persons/record-subsidy.js';
import { claimOnApplication } from '../medical-insurance/claim-on-application.js';
import type { Person } from '../people/person.js';
import { Random } from '../random.js';
import { plantStay, type Stay } from './plant-stay.js';
import { insurePlanted } from './settle-planted.js';

/** The sample persons whose bills are told; the others have none. */
export interface SamplePatients {
  readonly both: Person;
  readonly child: Person;
  readonly hurt: Person;
  readonly alone: Person;
  readonly family: readonly Person[];
  readonly namesake: Person;
}

const COVER = { employee: false, commercial: false } as const;
const MONTH = 30;

/** More is left of a bill than this share of the aid that came of it. */
const AMPLE = 1.3;

/** Bills and disability records of the sample persons. None of them meets a rule for duplicate or missed aid. */
export function recordSampleBills(county: County, patients: SamplePatients): void {
  const random = new Random(county.seed, 'sample bills');
  const { asOf, charityAsOf, settlementsFrom } = county;
  const bills = (person: Person, ...stays: readonly Stay[]) => {
    const insured = insurePlanted(county, person, COVER);
    return stays.map((stay) => plantStay(county, random, insured, stay));
  };
  const monthly = (stay: Omit<Stay, 'settled'>, newest: number, count: number): Stay[] =>
    Array.from({ length: count }, (_, index) => ({ ...stay, settled: asOf - newest - (count - 1 - index) * MONTH }));

  bills(
    patients.both,
    { code: 'C50.9', settled: asOf - 95, total: 42_600, level: 'TERTIARY', nights: 14, burdenAtLeast: 6_900, outside: 0.16 },
    ...monthly({ code: 'C50.9', careType: 'CHRONIC', total: 3_180 }, 6, 2),
  );

  const fund = county.diaries.of(patients.child).aids.find(({ kind }) => kind === 'SPECIAL_FUND');
  const [first] = bills(patients.child, {
    code: 'C91.0',
    settled: charityAsOf - 322,
    total: 58_300,
    level: 'TERTIARY',
    nights: 28,
    burdenAtLeast: 22_000,
  });
  if (first) {
    const applied = charityAsOf - 300;
    claimOnApplication(county, insurePlanted(county, patients.child), first, {
      maClass: '因病致贫重病患者',
      rate: 0.6,
      applied,
      paid: applied + 24,
    });
  }
  const owed = Math.max(24_000, AMPLE * (fund?.amount ?? 0));
  bills(patients.child, { code: 'C91.0', settled: charityAsOf - 150, total: 66_900, level: 'TERTIARY', nights: 24, burdenAtLeast: owed });

  bills(patients.hurt, { code: 'S82.2', settled: asOf - 156, total: 36_800, nights: 12, burdenAtLeast: 6_200 });
  const issued = asOf - 96;
  recordCard(random, county, { person: patients.hurt, disability: '肢体残疾', grade: 4, issued });

  bills(patients.alone, ...monthly({ code: 'I10', careType: 'CHRONIC', total: 182, level: 'PRIMARY' }, 9, 9));
  const blind = recordCard(random, county, { person: patients.alone, disability: '视力残疾', grade: 2, issued: addYears(asOf, -6) });
  recordSubsidy(county, blind, { kind: '重度残疾人护理补贴', from: addYears(asOf, -6) + MONTH });

  const [mother] = patients.family;
  if (mother) bills(mother, ...monthly({ code: 'E11.9', careType: 'CHRONIC', total: 236, level: 'PRIMARY' }, 12, 8));

  const dialyses = Math.floor((asOf - settlementsFrom - 20) / MONTH);
  bills(patients.namesake, ...monthly({ code: 'N18.5', careType: 'CHRONIC', total: 2_080, outside: 0.03 }, 4, Math.min(12, dialyses)));
}
