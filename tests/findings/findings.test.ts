import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { personDigits } from '../../county/read-county.testing.js';
import { FINDING_RULES, type FindingRule } from '../../schema/vocabulary/finding-rules.js';
import { HOLDS } from '../../subgraphs/casework/findings/as-worded.testing.js';
import { isPlanted, type RuleScore, saidOfCase, scoreOf, tableOf } from './findings-table.js';
import { type JudgedCounty, judgedCounty, type Said } from './judged-county.js';

/**
 * The rules over a synthetic county, through the whole hub: what was planted is reported, look-alikes are never certain, and what is
 * said of ordinary people is true of the agencies' own files. `npm run gen:findings` writes the table into docs/findings.md.
 */
const RULES = Object.keys(FINDING_RULES) as FindingRule[];
const DOCUMENT = join(import.meta.dirname, '../../docs/findings.md');
const MARKS = ['<!-- table: begin -->', '<!-- table: end -->'] as const;

let county: JudgedCounty;
let everybody: readonly string[];
const told = new Map<'DETAIL' | 'SUMMARY' | null, ReadonlyMap<string, Said>>();

beforeAll(async () => {
  county = await judgedCounty({ people: 1_500, cases: 6 });
  const planted = county.cases.flatMap(({ persons }) => persons.map(({ idNumber }) => personDigits(idNumber)));
  everybody = [...new Set([...planted, ...county.ordinary])];
  for (const extent of ['DETAIL', 'SUMMARY'] as const) told.set(extent, await county.ask(extent, everybody));
  told.set(null, await county.ask(null, planted));
}, 600_000);
afterAll(() => county?.close());

const ofRule = (rule: FindingRule, said: Said | undefined) => said?.items.filter((item) => item.rule === rule) ?? [];
const holds = (rule: FindingRule, digits: string) =>
  HOLDS[rule](county.worldOf(digits), { today: county.today, asOf: (source) => (county.asOf[source] ?? '').slice(0, 10) });

describe.each(RULES)('%s', (rule) => {
  test('every planted case is reported to who may see enough', () => {
    const planted = county.cases.filter((entry) => entry.rule === rule && isPlanted(entry));
    expect(planted.length).toBeGreaterThan(0);
    const missed = planted.filter((entry) => !['CERTAIN', 'POSSIBLE'].includes(saidOfCase(entry, rule, told.get('DETAIL') ?? new Map())));
    expect(missed.map(({ id }) => id)).toEqual([]);
  });

  test.each(['DETAIL', 'SUMMARY'] as const)('no look-alike is certain, with a %s grant', (extent) => {
    const alike = county.cases.filter((entry) => entry.rule === rule && !isPlanted(entry));
    expect(alike.length).toBeGreaterThan(0);
    const wrong = alike.filter((entry) => saidOfCase(entry, rule, told.get(extent) ?? new Map()) === 'CERTAIN');
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test.each(['DETAIL', 'SUMMARY'] as const)('what is certain with a %s grant is true of the files, of everybody', (extent) => {
    const certain = everybody.filter((digits) =>
      ofRule(rule, told.get(extent)?.get(digits)).some(({ certainty }) => certainty === 'CERTAIN'),
    );
    expect(certain.filter((digits) => !holds(rule, digits))).toEqual([]);
    if (extent === 'DETAIL') expect(certain.length).toBeGreaterThan(0);
  });

  test.each(['DETAIL', 'SUMMARY'] as const)('what is true of the files is reported or said to be undecided, with a %s grant', (extent) => {
    const silent = everybody.filter((digits) => {
      const said = told.get(extent)?.get(digits);
      return said && holds(rule, digits) && ofRule(rule, said).length === 0 && !said.undecided.some((entry) => entry.rule === rule);
    });
    expect(silent).toEqual([]);
  });

  test('without a grant nothing of the others is known, and the rule says so', () => {
    for (const said of told.get(null)?.values() ?? []) {
      expect(ofRule(rule, said)).toEqual([]);
      expect(said.undecided.find((entry) => entry.rule === rule)?.lacks).toContainEqual(expect.objectContaining({ reason: 'WITHHELD' }));
    }
  });
});

test('the table of the document is what this county gives', () => {
  const scores = RULES.flatMap((rule) =>
    (['DETAIL', 'SUMMARY'] as const).map((extent): [FindingRule, string, RuleScore] => [
      rule,
      extent,
      scoreOf(rule, county.cases, told.get(extent) ?? new Map()),
    ]),
  );
  const ordinary = RULES.map((rule) => {
    const count = (extent: 'DETAIL' | 'SUMMARY', certainty: string) =>
      county.ordinary.filter((digits) => ofRule(rule, told.get(extent)?.get(digits)).some((item) => item.certainty === certainty)).length;
    const counts = [count('DETAIL', 'CERTAIN'), count('DETAIL', 'POSSIBLE'), count('SUMMARY', 'CERTAIN'), count('SUMMARY', 'POSSIBLE')];
    return `| ${rule} | ${county.ordinary.filter((digits) => holds(rule, digits)).length} | ${counts.join(' | ')} |`;
  });
  const table = [
    tableOf(scores),
    '',
    `And of ${county.ordinary.length} ordinary people, whom nobody planted:`,
    '',
    '| Rule | true of the files | DETAIL CERTAIN | DETAIL POSSIBLE | SUMMARY CERTAIN | SUMMARY POSSIBLE |',
    '| --- | --- | --- | --- | --- | --- |',
    ...ordinary,
  ].join('\n');
  const document = readFileSync(DOCUMENT, 'utf8');
  const [before = '', rest = ''] = document.split(MARKS[0]);
  const [, after = ''] = rest.split(MARKS[1]);
  const made = `${before}${MARKS[0]}\n${table}\n${MARKS[1]}${after}`;
  if (process.env.AIDGRAPH_WRITE === 'findings') writeFileSync(DOCUMENT, made);
  expect(readFileSync(DOCUMENT, 'utf8')).toBe(made);
});
