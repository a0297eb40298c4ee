import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addHousehold } from './background/add-household.js';
import { type Day, isoDate } from './calendar.js';
import { openCharityFiles } from './charity/open-files.js';
import { writeProjects } from './charity/projects.js';
import { openCivilAffairsFiles } from './civil-affairs/open-files.js';
import type { CsvFile } from './csv-file.js';
import { Census } from './people/census.js';
import type { Person } from './people/person.js';
import { villagesFor } from './people/places.js';
import { plantCases } from './plant/plant-cases.js';
import { plantSamples } from './plant/plant-samples.js';
import { Random } from './random.js';

/** What makes a county; the same options give the same bytes. */
export interface CountyOptions {
  readonly people: number;
  readonly seed: number;
  readonly asOf: Day;
  /** Created when it is not there; files of the same names are replaced. */
  readonly out: string;
}

/** Fewer would not hold the planted persons. */
export const FEWEST_PEOPLE = 500;

const CHARITY_DAYS_BEHIND = 3;

const json = (path: string, value: unknown) => writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);

function finish(folder: string, agency: string, asOf: string, files: Readonly<Record<string, CsvFile<string>>>): void {
  for (const file of Object.values(files)) file.close();
  json(join(folder, 'manifest.json'), {
    agency,
    asOf,
    files: Object.fromEntries(Object.entries(files).map(([name, { rows }]) => [name, rows])),
  });
}

/**
 * Writes a county into a folder. Memory does not grow with its people, but for a counter per day of birth.
 *
 * @throws Error when the folder cannot be written or the people are too few.
 */
export function writeCounty({ people, seed, asOf, out }: CountyOptions): void {
  if (people < FEWEST_PEOPLE) throw new Error(`a county has at least ${FEWEST_PEOPLE} people`);
  const folders = { civil: join(out, 'civil-affairs'), charity: join(out, 'charity-federation'), truth: join(out, 'truth') };
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
  const county = {
    asOf,
    charityAsOf: asOf - CHARITY_DAYS_BEHIND,
    villages: villagesFor(people),
    census: new Census(join(folders.truth, 'people.csv'), asOf),
    civil: openCivilAffairsFiles(folders.civil),
    charity: openCharityFiles(folders.charity),
  };
  writeProjects(county.charity['projects.csv']);
  const samples = plantSamples(county, seed);
  const cases = plantCases(county, seed, people);
  const beneficiaries: Person[] = [];
  for (let index = 0; county.census.people < people; index += 1) {
    addHousehold(county, new Random(seed, 'household', index), people - county.census.people, beneficiaries);
  }
  county.census.close();
  finish(folders.civil, 'civil-affairs', `${isoDate(asOf)}T18:00:00+08:00`, county.civil);
  finish(folders.charity, 'charity-federation', `${isoDate(county.charityAsOf)}T17:30:00+08:00`, county.charity);
  json(join(out, 'samples.json'), samples);
  json(join(folders.truth, 'truth.json'), { people, seed, asOf: isoDate(asOf), cases });
}
