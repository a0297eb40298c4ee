import { describe, expect, test } from '@jest/globals';
import { OUTCOMES } from '../../schema/vocabulary/outcomes.js';
import { answered } from './answers.fixture.js';
import { presentFindings } from './present-findings.js';
import { presentWaterfall } from './present-waterfall.js';
import { NOTHING, withheldMark } from './words.js';

const person = answered.data.person;
const organisationName = (id: string) => `<${id}>`;

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  const lines = presentWaterfall(person?.waterfall, { language, organisationName });
  const lineOf = (name: string) => lines.find((line) => line.trim().startsWith(name)) ?? '';
  const names = { zh: ['大病保险', '医保防贫专项基金', '慈善救助'], en: ['Critical illness', 'Anti-poverty', 'Charitable'] }[language];

  test('nothing on record, not permitted to say and not answered stand in their own words, and in no other line', () => {
    const marks = [NOTHING.NONE[language], withheldMark(OUTCOMES.WITHHELD[language]), NOTHING.NOT_ANSWERED[language]];
    for (const [at, name] of names.entries()) {
      const held = marks.map((mark) => lineOf(name).includes(mark));
      expect(held).toEqual(marks.map((_, place) => place === at));
    }
  });

  test('a late layer says since when; one known in part names who did not say', () => {
    expect(lines.filter((line) => line.includes('2026-08-01'))).toHaveLength(1);
    expect(lineOf('<red-cross>')).toContain(withheldMark(OUTCOMES.WITHHELD[language]));
    expect(lines.some((line) => line.includes('<disabled-persons>'))).toBe(false);
  });

  test('a rule that cannot say no names every source with its reason', () => {
    const [, found, undecided] = presentFindings(person?.findings, { language, organisationName });
    expect(found).toContain(person?.findings?.items[0]?.sentence[language]);
    expect(undecided).toContain(`<red-cross> ${withheldMark(OUTCOMES.WITHHELD[language])}`);
    expect(undecided).toContain(`<charity-federation> ${NOTHING.NOT_ANSWERED[language]}`);
  });

  test('nothing found, not decided and not answered differ', () => {
    const show = (findings: Parameters<typeof presentFindings>[0]) => presentFindings(findings, { language, organisationName }).join('\n');
    const undecided = [{ rule: 'D7', lacks: [{ source: 'red-cross', reason: 'WITHHELD' }] }];
    const three = [show({ items: [], undecided: [] }), show({ items: [], undecided }), show(null)];
    expect(new Set(three).size).toBe(3);
    expect(three[2]).toContain(NOTHING.NOT_ANSWERED[language]);
    expect(presentWaterfall(null, { language, organisationName }).join('\n')).toContain(NOTHING.NOT_ANSWERED[language]);
  });
});
