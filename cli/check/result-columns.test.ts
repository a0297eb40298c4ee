import { describe, expect, test } from '@jest/globals';
import type { CheckedPerson } from './question.js';
import { ADDED_COLUMNS, answerCells, faultCells, headingCells } from './result-columns.js';
import { rowAnswerOf } from './row-answer.js';

const NAMES: Readonly<Record<string, { zh: string; en: string }>> = {
  'civil-affairs': { zh: '民政', en: 'Civil' },
  'charity-federation': { zh: '慈善', en: 'Charity' },
};
const wording = (language: 'zh' | 'en') => ({ language, organisationName: (id: string) => NAMES[id]?.[language] ?? id });

/** States of civil affairs and of the charity; a number is that many aids. */
function person(civil: number | string, charity: number | string, total = { min: '0.00', max: '0.00' as string | null }): CheckedPerson {
  const said = [
    ['civil-affairs', civil],
    ['charity-federation', charity],
  ] as const;
  return {
    id: 'x',
    priorAid: {
      total,
      newestOn: total.min === '0.00' ? null : '2026-09-10',
      items: said.flatMap(([source, answer]) => (typeof answer === 'number' ? Array.from({ length: answer }, () => ({ source })) : [])),
      sources: said.map(([source, answer]) => ({ source, state: typeof answer === 'number' ? 'ANSWERED' : answer })),
    },
    findings: {
      items: [],
      undecided: said.flatMap(([source, answer]) =>
        typeof answer === 'number' ? [] : [{ rule: 'D7', lacks: [{ source, reason: answer }] }],
      ),
    },
  };
}
const cells = (of: CheckedPerson, language: 'zh' | 'en' = 'zh') => answerCells(rowAnswerOf(of), wording(language));

describe('the added cells', () => {
  test('helped by both', () => {
    expect(cells(person(2, 1, { min: '7000.00', max: '9999.99' }))).toEqual([
      '已查询',
      '是',
      '民政；慈善',
      '7000.00 – 9999.99 元',
      '2026-09',
      '未发现',
    ]);
  });

  test('nothing on record anywhere', () => {
    expect(cells(person(0, 0))).toEqual(['已查询', '否', '无记录', '无记录', '无记录', '未发现']);
    expect(cells(person(0, 0), 'en')).toEqual(['asked', 'no', 'nothing on record', 'nothing on record', 'nothing on record', 'none found']);
  });

  test('helped by one while another may not say: both stand there, and the amount has no upper end', () => {
    expect(cells(person('WITHHELD', 1, { min: '5000.00', max: null }))).toEqual([
      '已查询',
      '是',
      '民政（不予提供）；慈善',
      '5000.00 元以上（上限未知）',
      '2026-09',
      '不能排除 D7：缺 民政（不予提供）',
    ]);
  });

  test('findings: a sentence each, then what cannot be excluded and why', () => {
    const found = person(2, 'WITHHELD');
    const findings = {
      items: [
        { rule: 'D7', certainty: 'CERTAIN', sentence: { zh: '同一事由两次', en: 'twice for one cause' } },
        { rule: 'M1', certainty: 'POSSIBLE', sentence: { zh: '负担重', en: 'a burden' } },
      ],
      undecided: [
        { rule: 'D2', lacks: [{ source: 'charity-federation', reason: 'WITHHELD' }] },
        { rule: 'D8', lacks: [{ source: 'civil-affairs', reason: 'COARSE' }] },
      ],
    };
    expect(cells({ ...found, findings }).at(-1)).toBe(
      '确定：同一事由两次；可能：负担重；不能排除 D2、D8：缺 慈善（不予提供）、民政（区间过宽）',
    );
    expect(cells({ ...found, findings: { ...findings, undecided: [] } }, 'en').at(-1)).toBe(
      'Certain: twice for one cause; Possible: a burden',
    );
  });

  test('not permitted to say is never "no", and outweighs one that is away', () => {
    expect(cells(person('WITHHELD', 0, { min: '0.00', max: null }))).toEqual([
      '已查询',
      '不予提供',
      '民政（不予提供）',
      '不予提供',
      '不予提供',
      '不能排除 D7：缺 民政（不予提供）',
    ]);
    expect(cells(person('WITHHELD', 'NOT_ANSWERED')).slice(0, 2)).toEqual(['已查询，未应答：慈善', '不予提供']);
  });

  test('an agency that did not answer is named, and is never "no"', () => {
    expect(cells(person('NOT_ANSWERED', 0))).toEqual([
      '已查询，未应答：民政',
      '未应答',
      '民政（未应答）',
      '未应答',
      '未应答',
      '不能排除 D7：缺 民政（未应答）',
    ]);
    expect(cells(person('NOT_ANSWERED', 1, { min: '5.00', max: null })).slice(0, 3)).toEqual([
      '已查询，未应答：民政',
      '是',
      '民政（未应答）；慈善',
    ]);
    expect(cells({ id: 'x', priorAid: null, findings: null })).toEqual([
      '已查询，均未应答',
      ...Array<string>(ADDED_COLUMNS - 1).fill('未应答'),
    ]);
    expect(cells(person('A_NEW_STATE', 0))[1]).toBe('未应答');
  });

  test.each(['zh', 'en'] as const)('the three kinds of nothing never look alike in %s, and are no empty cell', (language) => {
    const kinds = [person(0, 0), person('WITHHELD', 0), person('NOT_ANSWERED', 0)].map((of) => cells(of, language).slice(1));
    for (let column = 0; column < ADDED_COLUMNS - 1; column++) {
      const shown = kinds.map((row) => row[column] as string);
      expect(new Set(shown).size).toBe(3);
      expect(shown).not.toContain('');
    }
  });

  test('a row that is not asked about says why, under the first heading', () => {
    expect(headingCells('zh')).toHaveLength(ADDED_COLUMNS);
    expect(faultCells({ kind: 'NO_PERSON', problem: 'EMPTY' }, 'zh')).toEqual(['未查询：没有身份证号', '', '', '', '', '']);
    expect(faultCells({ kind: 'REPEATED', first: 5, otherName: false }, 'zh')[0]).toBe('重复：与第 5 行为同一人');
    expect(faultCells({ kind: 'REPEATED', first: 5, otherName: true }, 'en')[0]).toBe(
      'repeated: the same person as in row 5, under another name: compare the two',
    );
  });
});
