import { describe, expect, test } from '@jest/globals';
import type { AidRecord } from '../../../schema/types/aid.js';
import type { Campaign } from '../../../schema/types/campaign.js';
import type { Settlement } from '../../../schema/types/settlement.js';
import type { StatusRecord } from '../../../schema/types/status.js';
import type { FindingRule } from '../../../schema/vocabulary/finding-rules.js';
import { inForce } from '../county-file.js';
import { type Level, RELEASE_ALL, type Release, type Releases, released, type World } from '../released/world.testing.js';
import { judge } from './judge.js';
import type { Judgement } from './judgement.js';
import { FINDING_PARAMETERS_TEXT, type FindingParameters, readFindingParameters } from './parameters.js';

/** What the rules say at their edges, on 2026-11-05, with records up to 2026-10-31. */
const PARAMETERS = inForce(readFindingParameters(FINDING_PARAMETERS_TEXT), '999001', '2026-11-05') as FindingParameters;

const yuan = (amount: number) => ({ min: amount.toFixed(2), max: amount.toFixed(2) });
const aid = (kind: string, day: string, change: Partial<AidRecord> = {}): AidRecord => ({
  ...{ id: 'a', kind, programme: null, cause: 'ILLNESS', diagnosis: null, amount: yuan(3_000), grantedOn: day, lastPaidOn: day },
  ...change,
});
const temporary = (day: string, change: Partial<AidRecord> = {}) => ({ 'civil-affairs': [aid('TEMPORARY_ASSISTANCE', day, change)] });
const charity = (day: string, change: Partial<AidRecord> = {}) => ({ 'charity-federation': [aid('CHARITABLE_AID', day, change)] });
const redCross = (day: string, change: Partial<AidRecord> = {}) => ({ 'red-cross': [aid('RED_CROSS_AID', day, change)] });
/** A bill of 30,000, 25,000 of it within the policy, that leaves 8,000. */
const bill = (settledOn: string, change: Partial<Record<keyof Settlement, number>> = {}, admittedOn = settledOn): Settlement => {
  const shares = { total: 30_000, inPolicy: 25_000, basicInsurance: 18_000, criticalIllness: 2_000, otherFunds: 0 };
  const more = { medicalAssistance: 1_000, commercialInPolicy: 1_000, commercialOutside: 0 };
  const amounts = Object.fromEntries(Object.entries({ ...shares, ...more, ...change }).map(([name, value]) => [name, yuan(value)]));
  return {
    id: 'b',
    careType: 'INPATIENT',
    diagnosis: 'C34.9',
    hospital: null,
    dischargedOn: settledOn,
    admittedOn,
    settledOn,
    ...amounts,
  } as never;
};
const campaign = (openedOn: string, closedOn: string | null, raised = 1_000): Campaign => ({
  ...{ id: 'c', state: closedOn ? 'CLOSED' : 'OPEN', diagnosis: null, target: null, withdrawn: null, fee: null },
  ...{ openedOn, closedOn, raised: yuan(raised) },
});
const status = (statusClass: string, since: string, until: string | null = null): StatusRecord => ({
  ...{ statusClass, wording: null, since, until, reviewOn: null },
});
const world = (change: Partial<World>): World => ({ settlements: [], aid: {}, campaigns: [], statuses: [], ...change });

const judged = (rule: FindingRule, records: Partial<World>, releases: Releases = RELEASE_ALL): Judgement =>
  new Map(judge(released(world(records), releases), PARAMETERS, (source) => ({ zh: `〔${source}〕`, en: `<${source}>` }))).get(
    rule,
  ) as Judgement;
const said = ({ found, lacks }: Judgement): string =>
  found[0]?.certainty ?? (lacks.length > 0 ? lacks.map(({ source, reason }) => `${source} ${reason}`).join(', ') : 'none');

const levels = (level: Level): Exclude<Release, 'NOT_ANSWERED'> => ({ AID: level, HEALTH: level, COST: level, STATUS: level });
const everywhere = (release: Release): Releases => ({
  ...{ settlements: release, campaigns: release, statuses: release },
  aid: Object.fromEntries(Object.keys(RELEASE_ALL.aid).map((source) => [source, release])),
});
const aidAs = (changes: Readonly<Record<string, Release>>, all: Releases = RELEASE_ALL): Releases => ({
  ...all,
  aid: { ...all.aid, ...changes },
});
const SUMMARY = everywhere({ ...levels('TRANSFORMED'), HEALTH: 'WITHHELD' });

describe('D7', () => {
  test.each<[string, Partial<World>['aid'], string]>([
    ['90 days apart', { ...temporary('2026-01-01'), ...charity('2026-04-01') }, 'CERTAIN'],
    ['91 days apart', { ...temporary('2026-01-01'), ...charity('2026-04-02') }, 'none'],
    ['charity and Red Cross', { ...charity('2026-01-01'), ...redCross('2026-02-01') }, 'CERTAIN'],
    [
      'two of one agency',
      { 'charity-federation': [...charity('2026-01-01')['charity-federation'], ...charity('2026-01-09')['charity-federation']] },
      'none',
    ],
    ['for education and illness', { ...temporary('2026-01-01', { cause: 'EDUCATION' }), ...charity('2026-01-09') }, 'none'],
    ['other hardship twice', { ...temporary('2026-01-01', { cause: 'OTHER' }), ...charity('2026-01-09', { cause: 'OTHER' }) }, 'POSSIBLE'],
    ['a legitimate top-up', { ...temporary('2026-01-01'), 'charity-federation': [aid('SPECIAL_FUND_GRANT', '2026-01-20')] }, 'none'],
    ['two illnesses', { ...charity('2026-01-01', { diagnosis: 'C34.9' }), ...redCross('2026-01-20', { diagnosis: 'N18.5' }) }, 'none'],
    [
      'one diagnosis group, 365 days',
      { ...charity('2025-01-01', { diagnosis: 'C34.9' }), ...redCross('2026-01-01', { diagnosis: 'C30.0' }) },
      'CERTAIN',
    ],
    [
      'one diagnosis group, 366 days',
      { ...charity('2025-01-01', { diagnosis: 'C34.9' }), ...redCross('2026-01-02', { diagnosis: 'C34.9' }) },
      'none',
    ],
    [
      'merged to protect: another illness',
      { ...charity('2025-06-01', { diagnosis: 'F32.1' }), ...redCross('2026-01-02', { diagnosis: 'G40.9' }) },
      'POSSIBLE',
    ],
    ['dibao beside it', { 'civil-affairs': [aid('SUBSISTENCE_ALLOWANCE', '2026-01-01')], ...charity('2026-01-09') }, 'none'],
  ])('as recorded, %s: %s', (_, records, expected) => expect(said(judged('D7', { aid: records ?? {} }))).toBe(expected));

  test.each<[string, Partial<World>['aid'], Releases, string]>([
    ['a SUMMARY, months within the window', { ...temporary('2026-01-01'), ...charity('2026-03-30') }, SUMMARY, 'POSSIBLE'],
    [
      'a SUMMARY, months surely outside it',
      { ...temporary('2026-01-31'), ...charity('2026-06-01') },
      SUMMARY,
      'civil-affairs COARSE, charity-federation COARSE',
    ],
    [
      'chapters only',
      { ...charity('2025-06-01', { diagnosis: 'C34.9' }), ...redCross('2026-01-02', { diagnosis: 'C34.9' }) },
      aidAs({ 'red-cross': { ...levels('RAW'), HEALTH: 'TRANSFORMED' } }),
      'POSSIBLE',
    ],
    [
      'other chapters',
      { ...charity('2025-06-01', { diagnosis: 'C34.9' }), ...redCross('2026-01-02', { diagnosis: 'N18.5' }) },
      aidAs({ 'red-cross': { ...levels('RAW'), HEALTH: 'TRANSFORMED' } }),
      'none',
    ],
    ['one source withheld', temporary('2026-01-01'), aidAs({ 'red-cross': levels('WITHHELD') }), 'red-cross WITHHELD'],
    ['one source silent', temporary('2026-01-01'), aidAs({ 'charity-federation': 'NOT_ANSWERED' }), 'charity-federation NOT_ANSWERED'],
    [
      'everything withheld',
      { ...temporary('2026-01-01'), ...charity('2026-03-30') },
      everywhere(levels('WITHHELD')),
      'civil-affairs WITHHELD, red-cross WITHHELD, charity-federation WITHHELD',
    ],
    [
      'a pair, and one source withheld',
      { ...temporary('2026-01-01'), ...charity('2026-01-09') },
      aidAs({ 'red-cross': levels('WITHHELD') }),
      'CERTAIN',
    ],
  ])('released as %s: %s', (_, records, releases, expected) => expect(said(judged('D7', { aid: records ?? {} }, releases))).toBe(expected));

  test('the sentence tells no more than was released', () => {
    const records = { aid: { ...temporary('2026-01-17'), ...charity('2026-03-23') } };
    const [exact] = judged('D7', records).found;
    expect(exact?.sentence.zh).toBe(
      '〔civil-affairs〕（2026-01-17，临时救助）与〔charity-federation〕（2026-03-23，慈善救助）在 90 天内就同一事由先后给予救助，请两家核对是否重复。',
    );
    const [coarse] = judged('D7', records, SUMMARY).found;
    expect(coarse?.sentence.en).toMatch(
      /^Possible.*<civil-affairs> \(2026-01, One-off aid\) and <charity-federation> \(2026-03, One-off aid\)/,
    );
    expect(JSON.stringify(coarse)).not.toMatch(/2026-01-17|2026-03-23|3000|ILLNESS/);
  });
});

describe('D3', () => {
  test.each<[string, Partial<Record<keyof Settlement, number>>, string]>([
    ['together the remainder and a yuan', { medicalAssistance: 3_000, commercialInPolicy: 2_001 }, 'none'],
    ['together a yuan and a fen more', { medicalAssistance: 3_000, commercialInPolicy: 2_001.01 }, 'CERTAIN'],
    ['commercial outside the policy', { medicalAssistance: 3_000, commercialInPolicy: 0, commercialOutside: 4_000 }, 'none'],
    ['assistance alone beyond it', { medicalAssistance: 9_000, commercialInPolicy: 0 }, 'none'],
  ])('%s: %s', (_, change, expected) => expect(said(judged('D3', { settlements: [bill('2026-05-01', change)] }))).toBe(expected));

  test('bands of an ordinary bill are too coarse to tell, and not reported', () => {
    const settlements = [bill('2026-05-01')];
    expect(said(judged('D3', { settlements }, SUMMARY))).toBe('medical-insurance COARSE');
    expect(said(judged('D2', { settlements }, SUMMARY))).toBe('medical-insurance COARSE');
  });

  test('bills withheld: undecided, not silent', () => {
    const settlements = [bill('2026-05-01', { medicalAssistance: 3_000, commercialInPolicy: 4_000 })];
    expect(said(judged('D3', { settlements }, everywhere(levels('WITHHELD'))))).toBe('medical-insurance WITHHELD');
  });
});

describe('D2', () => {
  const settlements = [bill('2026-06-10', {}, '2026-06-01')];
  test.each<[string, Partial<World>, string]>([
    ['aid for illness beyond what was left', { settlements, aid: temporary('2026-07-01', { amount: yuan(8_001.01) }) }, 'CERTAIN'],
    ['aid up to a yuan beyond it', { settlements, aid: temporary('2026-07-01', { amount: yuan(8_001) }) }, 'none'],
    ['aid for education', { settlements, aid: temporary('2026-07-01', { amount: yuan(9_000), cause: 'EDUCATION' }) }, 'none'],
    [
      'crowdfunding',
      { settlements, aid: { crowdfunding: [aid('CROWDFUNDING', '2026-07-01', { amount: yuan(9_000), cause: null })] } },
      'CERTAIN',
    ],
    ['aid before admission', { settlements, aid: temporary('2026-05-31', { amount: yuan(9_000) }) }, 'none'],
    [
      'another large bill before it',
      { settlements: [...settlements, bill('2026-01-10')], aid: temporary('2026-07-01', { amount: yuan(9_000) }) },
      'none',
    ],
    ['payers of one bill beyond it', { settlements: [bill('2026-06-10', { commercialOutside: 8_001.01 })] }, 'CERTAIN'],
    [
      'a stay whose bills may reach beyond the records',
      { settlements: [bill('2026-01-10')], aid: temporary('2026-02-01', { amount: yuan(9_000) }) },
      'POSSIBLE',
    ],
  ])('%s: %s', (_, records, expected) => expect(said(judged('D2', records))).toBe(expected));

  test('asks for a review and never for a refusal', () => {
    const [found] = judged('D2', { settlements, aid: temporary('2026-07-01', { amount: yuan(9_000) }) }).found;
    expect(found?.sentence.zh).toContain('不作为拒绝救助的理由');
    expect(found?.sentence.en).toContain('no reason to refuse');
    expect(found?.evidence.map(({ source, record }) => `${source} ${record}`)).toEqual(['civil-affairs AID', 'medical-insurance BILL']);
  });

  test('only what was coarse is called coarse', () => {
    const coarse = { ...RELEASE_ALL, settlements: levels('TRANSFORMED') };
    expect(said(judged('D2', { settlements, aid: temporary('2026-07-01') }, coarse))).toBe('medical-insurance COARSE');
  });

  test('a source that may not say is named as such, not as coarse', () => {
    expect(said(judged('D2', { settlements }, aidAs({ 'red-cross': levels('WITHHELD') })))).toBe('red-cross WITHHELD');
  });
});

describe('D8', () => {
  test.each<[string, Partial<World>, string]>([
    ['open at once', { campaigns: [campaign('2026-03-01', '2026-04-01'), campaign('2026-03-31', null)] }, 'CERTAIN'],
    ['one closes when the next opens', { campaigns: [campaign('2026-03-01', '2026-04-01'), campaign('2026-04-01', null)] }, 'none'],
    [
      'raised beyond the gap',
      { campaigns: [campaign('2026-07-01', '2026-08-01', 8_001.01)], settlements: [bill('2026-06-10')] },
      'CERTAIN',
    ],
    ['raised up to it', { campaigns: [campaign('2026-07-01', '2026-08-01', 8_001)], settlements: [bill('2026-06-10')] }, 'none'],
    [
      'raised with other aid beyond it',
      { campaigns: [campaign('2026-07-01', '2026-08-01', 6_000)], settlements: [bill('2026-06-10')], aid: charity('2026-07-20') },
      'CERTAIN',
    ],
    ['raised for bills nobody has on record', { campaigns: [campaign('2026-07-01', '2026-08-01', 90_000)] }, 'none'],
  ])('%s: %s', (_, records, expected) => expect(said(judged('D8', records))).toBe(expected));

  test('months that touch are possible, months apart are not', () => {
    const within = (closed: string, opened: string) =>
      said(judged('D8', { campaigns: [campaign('2026-01-05', closed), campaign(opened, null)] }, SUMMARY));
    expect([within('2026-03-04', '2026-03-20'), within('2026-03-30', '2026-04-02'), within('2026-05-01', '2026-03-20')]).toEqual([
      'POSSIBLE',
      'none',
      'CERTAIN',
    ]);
  });
});

describe('M1', () => {
  const left = (fen: number) => [bill('2026-09-01', { total: 32_000.01 + fen })];
  test.each<[string, Partial<World>, string]>([
    ['over the line, no aid', { settlements: left(0) }, 'CERTAIN'],
    ['on the line', { settlements: left(-0.01) }, 'none'],
    ['aid 30 days before the data end', { settlements: left(0), aid: charity('2026-10-01') }, 'none'],
    ['aid 31 days before it', { settlements: left(0), aid: charity('2026-09-30') }, 'CERTAIN'],
    [
      'dibao every month',
      { settlements: left(0), aid: { 'civil-affairs': [aid('SUBSISTENCE_ALLOWANCE', '2020-01-01', { lastPaidOn: '2026-10-10' })] } },
      'CERTAIN',
    ],
    ['a bill of another year', { settlements: [bill('2025-11-05', { total: 90_000 })] }, 'none'],
    ['a bill of the first day of the year', { settlements: [bill('2025-11-06', { total: 90_000 })] }, 'CERTAIN'],
  ])('%s: %s', (_, records, expected) => expect(said(judged('M1', records))).toBe(expected));

  test('with one source withheld it is possible, with all of them undecided', () => {
    const settlements = left(0);
    expect(said(judged('M1', { settlements }, aidAs({ 'red-cross': levels('WITHHELD') })))).toBe('POSSIBLE');
    const none = { ...RELEASE_ALL, aid: everywhere(levels('WITHHELD')).aid };
    expect(judged('M1', { settlements }, none).lacks).toContainEqual({ source: 'civil-affairs', reason: 'WITHHELD' });
  });
});

describe('M2', () => {
  const unpaid = (change = {}) => [bill('2026-06-10', { medicalAssistance: 0, ...change }, '2026-06-01')];
  test.each<[string, Partial<World>, string]>([
    ['dibao at admission', { settlements: unpaid(), statuses: [status('DIBAO', '2026-06-01')] }, 'CERTAIN'],
    ['dibao from the next day', { settlements: unpaid(), statuses: [status('DIBAO', '2026-06-02')] }, 'none'],
    ['dibao to that day', { settlements: unpaid(), statuses: [status('DIBAO', '2020-01-01', '2026-06-01')] }, 'CERTAIN'],
    ['dibao to the day before', { settlements: unpaid(), statuses: [status('DIBAO', '2020-01-01', '2026-05-31')] }, 'none'],
    ['a status nothing is paid to at settlement', { settlements: unpaid(), statuses: [status('RIGID_EXPENDITURE', '2026-01-01')] }, 'none'],
    ['300 yuan left', { settlements: unpaid({ inPolicy: 20_300 }), statuses: [status('DIBAO', '2026-01-01')] }, 'none'],
    ['300.01 yuan left', { settlements: unpaid({ inPolicy: 20_300.01 }), statuses: [status('DIBAO', '2026-01-01')] }, 'CERTAIN'],
    ['assistance paid', { settlements: unpaid({ medicalAssistance: 0.01 }), statuses: [status('DIBAO', '2026-01-01')] }, 'none'],
  ])('%s: %s', (_, records, expected) => expect(said(judged('M2', records))).toBe(expected));

  test('released as groups: basic living is certain, marginal possible; status withheld is undecided', () => {
    const asked = (statusClass: string, level: Level) =>
      said(
        judged('M2', { settlements: unpaid(), statuses: [status(statusClass, '2026-01-01')] }, { ...RELEASE_ALL, statuses: levels(level) }),
      );
    expect([asked('DIBAO', 'TRANSFORMED'), asked('NEAR_DIBAO', 'TRANSFORMED'), asked('DIBAO', 'WITHHELD')]).toEqual([
      'CERTAIN',
      'POSSIBLE',
      'civil-affairs WITHHELD',
    ]);
  });
});
