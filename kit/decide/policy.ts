import { parse } from 'yaml';
import { ConfigurationError } from '../../runtime/read-config.js';
import type { BasisRank } from '../../schema/vocabulary/bases.js';
import type { Category } from '../../schema/vocabulary/categories.js';
import type { Outcome } from '../../schema/vocabulary/outcomes.js';
import type { Purpose } from '../../schema/vocabulary/purposes.js';
import { checkPolicy } from './check-policy.js';

/** What allows a release: a named article and its rank. */
export interface Basis {
  readonly article: string;
  readonly rank: BasisRank;
}

/** What a recipient gets, and what allows it. */
export interface Release {
  readonly outcome: Outcome;
  readonly basis?: Basis;
}

/** One line of a policy: what `recipient` gets for `purpose` of these categories. */
export interface PolicyLine {
  /** An organisation of the registry. */
  readonly recipient: string;
  readonly purpose: Purpose;
  readonly categories: readonly Category[];
  /** First natural day (Asia/Shanghai) of the line. */
  readonly from: string;
  /** Last natural day, included; null: open. */
  readonly to: string | null;
  /** What the line gives without a grant it gives only under the household's authorisation. */
  readonly householdAuthorisation: boolean;
  /** Without a grant; its basis is never consent. */
  readonly without: Release;
  /** With a grant that allows as much; it rests on consent. */
  readonly with: Release;
  readonly note?: string;
}

/** What a statute forbids whatever a line or a grant says. */
export interface Prohibition {
  readonly categories: readonly Category[];
  /** Absent: every recipient. */
  readonly recipients?: readonly string[];
  /** Absent: every purpose. */
  readonly purposes?: readonly Purpose[];
  readonly article: string;
}

/** An agency's policy, as its policy.yaml says it. */
export interface Policy {
  /** Stands in every disclosure. */
  readonly version: string;
  /** The organisation whose data it governs. */
  readonly agency: string;
  readonly prohibitions: readonly Prohibition[];
  /** At most one line is in force for a recipient, purpose and category on any day. */
  readonly lines: readonly PolicyLine[];
}

/**
 * Reads a policy.yaml.
 *
 * @param organisations ids the registry knows; when given, a recipient that is none of them is an error.
 * @throws ConfigurationError naming everything that is wrong.
 */
export function loadPolicy(yamlText: string, organisations?: readonly string[]): Policy {
  let document: unknown;
  try {
    document = parse(yamlText);
  } catch (error) {
    throw new ConfigurationError([`policy: ${(error as Error).message.split('\n', 1)[0]}`]);
  }
  const problems = checkPolicy(document, organisations);
  if (problems.length > 0) throw new ConfigurationError(problems.map((problem) => `policy: ${problem}`));
  return document as Policy;
}
