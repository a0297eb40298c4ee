import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addHousehold } from './background/add-household.js';
import { type Day, isoDate } from './calendar.js';
import { openCharityFiles } from './charity/open-files.js';
import { writeProjects } from './charity/projects.js';
import { openCivilAffairsFiles } from './civil-affairs/open-files.js';
import type { County } from './county.js';
import { openCrowdfundingFiles } from './crowdfunding/open-files.js';
import type { CsvFile } from './csv-file.js';
import { Diaries } from './diary.js';
import { openDisabledPersonsFiles } from './disabled-persons/open-files.js';
import { openMedicalInsuranceFiles } from './medical-insurance/open-files.js';
import { listMissed, openMissed } from './missed.js';
import { Census } from './people/census.js';
import type { Person } from './people/person.js';
import { villagesFor } from './people/places.js';
import { casesFor, plantCases } from './plant/plant-cases.js';
import { plantSamples } from './plant/plant-samples.js';
import { insureRest } from './plant/settle-planted.js';
import { Random } from './random.js';
import { SETTLEMENT_DAYS } from './rates.js';
import { openRedCrossFiles } from './red-cross/open-files.js';

/** What makes a county; the same options give the same bytes. */
export interface CountyOptions {
  readonly people: number;
  readonly seed: number;
  readonly asOf: Day;
  /** Created when it is not there; files of the same names are replaced. */
  readonly out: string;
  /** How often every scenario is planted; by the people when absent. */
  readonly cases?: number;
}

/** Fewer would not hold the planted persons. */
export const FEWEST_PEOPLE = 500;

/** How many days behind civil affairs an agency's records are; the Red Cross keeps its sheet last of all. */
const DAYS_BEHIND = { charity: 3, insurance: 1, redCross: 12, disabled: 2, platform: 0 } as const;

const json = (path: string, value: unknown) => writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);

/** The agencies' folders, what each of them says it was brought up to date, and its files. */
const exportsOf = (county: County) => [
  { agency: 'civil-affairs', day: county.asOf, time: '18:00:00', files: county.civil },
  { agency: 'charity-federation', day: county.charityAsOf, time: '17:30:00', files: county.charity },
  { agency: 'medical-insurance', day: county.insuranceAsOf, time: '22:00:00', files: county.insurance },
  { agency: 'red-cross', day: county.redCrossAsOf, time: '16:40:00', files: county.redCross },
  { agency: 'disabled-persons', day: county.disabledAsOf, time: '18:00:00', files: county.disabled },
  { agency: 'crowdfunding', day: county.platformAsOf, time: '23:59:59', files: county.platform },
];

function finish(out: string, county: County): Record<string, string> {
  const agencies: Record<string, string> = {};
  for (const { agency, day, time, files } of exportsOf(county)) {
    const entries = Object.entries(files as Readonly<Record<string, CsvFile<string>>>);
    for (const [, file] of entries) file.close();
    const asOf = `${isoDate(day)}T${time}+08:00`;
    json(join(out, agency, 'manifest.json'), { agency, asOf, files: Object.fromEntries(entries.map(([name, { rows }]) => [name, rows])) });
    agencies[agency] = asOf;
  }
  return agencies;
}

function openCounty({ people, seed, asOf, out }: CountyOptions): County {
  const folder = (name: string) => {
    const path = join(out, name);
    mkdirSync(path, { recursive: true });
    return path;
  };
  const insuranceAsOf = asOf - DAYS_BEHIND.insurance;
  return {
    seed,
    asOf,
    charityAsOf: asOf - DAYS_BEHIND.charity,
    insuranceAsOf,
    redCrossAsOf: asOf - DAYS_BEHIND.redCross,
    disabledAsOf: asOf - DAYS_BEHIND.disabled,
    platformAsOf: asOf - DAYS_BEHIND.platform,
    settlementsFrom: insuranceAsOf - SETTLEMENT_DAYS + 1,
    villages: villagesFor(people),
    census: new Census(join(folder('truth'), 'people.csv'), asOf),
    diaries: new Diaries(),
    planted: { households: [], insured: new Map() },
    civil: openCivilAffairsFiles(folder('civil-affairs')),
    charity: openCharityFiles(folder('charity-federation')),
    insurance: openMedicalInsuranceFiles(folder('medical-insurance')),
    redCross: openRedCrossFiles(folder('red-cross')),
    disabled: openDisabledPersonsFiles(folder('disabled-persons')),
    platform: openCrowdfundingFiles(folder('crowdfunding')),
  };
}

/**
 * Writes a county into a folder. Memory does not grow with its people, but for a counter per day of birth.
 *
 * @throws Error when the folder cannot be written or the people are too few.
 */
export function writeCounty(options: CountyOptions): void {
  const { people, seed, asOf, out } = options;
  if (people < FEWEST_PEOPLE) throw new Error(`a county has at least ${FEWEST_PEOPLE} people`);
  const county = openCounty(options);
  const missed = openMissed(join(out, 'truth', 'missed.csv'));
  const forget = () => {
    listMissed(county, missed);
    county.diaries.clear();
  };
  writeProjects(county.charity['projects.csv']);
  const samples = plantSamples(county, seed);
  const cases = plantCases(county, seed, options.cases ?? casesFor(people));
  insureRest(county);
  county.planted.insured.clear();
  forget();
  const beneficiaries: Person[] = [];
  for (let index = 0; county.census.people < people; index += 1) {
    addHousehold(county, new Random(seed, 'household', index), people - county.census.people, beneficiaries);
    forget();
  }
  county.census.close();
  missed.close();
  const agencies = finish(out, county);
  json(join(out, 'samples.json'), samples);
  json(join(out, 'truth', 'truth.json'), { people, seed, asOf: isoDate(asOf), agencies, cases });
}
