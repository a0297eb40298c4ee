import type { Term } from '../../schema/vocabulary/term.js';
import type { Home } from '../home/paths.js';

/** What one check found. */
export interface Finding {
  readonly what: Term;
  /** Absent when all is well. */
  readonly problem?: Term;
}

/** One thing the doctor looks at. */
export type Check = (home: Home) => Promise<Finding>;
