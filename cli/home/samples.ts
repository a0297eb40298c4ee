import { join } from 'node:path';
import type { Term } from '../../schema/vocabulary/term.js';
import { readJson } from './files.js';
import type { Home } from './paths.js';

/** A sample person of the synthetic county. */
export interface Sample {
  readonly label: string;
  readonly name: string;
  readonly idNumber: string;
  readonly description: Term;
}

/** The sample persons; none before the first start. */
export const readSamples = (home: Home): readonly Sample[] => readJson<Sample[]>(join(home.county, 'samples.json')) ?? [];
