import type { TruthCase } from '../../county/plant/truth.js';
import { personDigits } from '../../county/read-county.testing.js';
import type { FindingRule } from '../../schema/vocabulary/finding-rules.js';
import type { Said } from './judged-county.js';

/** How a rule did at one extent of consent. Counts are cases of the county's truth. */
export interface RuleScore {
  readonly planted: number;
  readonly certain: number;
  readonly possible: number;
  readonly undecided: number;
  readonly lookAlikes: number;
  readonly lookAlikesCertain: number;
  readonly lookAlikesPossible: number;
}

/** What a rule said of a case: of any of its persons, the surest. */
export function saidOfCase(
  { persons }: TruthCase,
  rule: FindingRule,
  told: ReadonlyMap<string, Said>,
): 'CERTAIN' | 'POSSIBLE' | 'UNDECIDED' | 'NONE' {
  const all = persons.flatMap(({ idNumber }) => told.get(personDigits(idNumber)) ?? []);
  const found = all.flatMap(({ items }) => items.filter((item) => item.rule === rule).map(({ certainty }) => certainty));
  if (found.includes('CERTAIN')) return 'CERTAIN';
  if (found.length > 0) return 'POSSIBLE';
  return all.some(({ undecided }) => undecided.some((entry) => entry.rule === rule)) ? 'UNDECIDED' : 'NONE';
}

/** Scores a rule over the planted cases and their look-alikes. */
export function scoreOf(rule: FindingRule, cases: readonly TruthCase[], told: ReadonlyMap<string, Said>): RuleScore {
  const own = cases.filter((entry) => entry.rule === rule);
  const said = (expected: boolean) => own.filter((entry) => isPlanted(entry) === expected).map((entry) => saidOfCase(entry, rule, told));
  const [planted, alike] = [said(true), said(false)];
  const count = (list: readonly string[], word: string) => list.filter((entry) => entry === word).length;
  return {
    planted: planted.length,
    certain: count(planted, 'CERTAIN'),
    possible: count(planted, 'POSSIBLE'),
    undecided: count(planted, 'UNDECIDED'),
    lookAlikes: alike.length,
    lookAlikesCertain: count(alike, 'CERTAIN'),
    lookAlikesPossible: count(alike, 'POSSIBLE'),
  };
}

/** Whether the rule must report the case; its other cases are look-alikes. */
export const isPlanted = ({ expected }: TruthCase): boolean => expected === 'DUPLICATE' || expected === 'MISSED';

/** Scores as the table of docs/findings.md. */
export function tableOf(scores: readonly (readonly [rule: FindingRule, consent: string, score: RuleScore])[]): string {
  const head = ['Rule', 'Consent', 'planted', 'CERTAIN', 'POSSIBLE', 'undecided', 'look-alikes', 'CERTAIN', 'POSSIBLE'];
  const rows = scores.map(([rule, consent, score]) => [rule, consent, ...Object.values(score).map(String)]);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
