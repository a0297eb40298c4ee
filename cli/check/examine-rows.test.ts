import { describe, expect, test } from '@jest/globals';
import { CommandError } from '../language.js';
import { type Examined, examineRows } from './examine-rows.js';
import type { Cell, Sheet } from './sheet.js';

const NOW = new Date('2026-11-22T00:00:00Z');
const [ONE, TWO, THREE] = ['999001195803125429', '999001197907026475', '99900119411125177X'] as const;
/** Valid, and ends in the zeros a spreadsheet writes for lost digits. */
const IN_ZEROS = '999001195801079000';

function examineList(rows: readonly Cell[][]): Promise<Examined> {
  const sheet: Sheet = {
    extension: 'csv',
    described: { zh: '', en: '' },
    rows: async function* () {
      yield rows.map((cells, at) => ({ number: at + 1, cells }));
    },
    write: async () => {},
    close: () => {},
  };
  return examineRows(sheet, NOW, new AbortController().signal);
}

const examine = (...rows: Cell[][]) => examineList(rows);
const problems = ({ faults }: Examined) =>
  Object.fromEntries([...faults].map(([row, fault]) => [row, fault.kind === 'NO_PERSON' ? fault.problem : fault]));

describe('a list', () => {
  test('title, blank rows, persons, bad rows and repeated ones', async () => {
    const list = await examine(
      ['2026年11月名单'],
      [],
      ['姓名', '身份证号', '备注'],
      ['吕秀珍', ONE, ''],
      ['', '', ' '],
      ['周文斌', TWO, '', '', '多出的一格'],
      ['某某', '无'],
      ['王德松', THREE.toLowerCase()],
      ['合计', '', '3'],
      ['吕 秀珍', ' ９９９００１ 19580312 5429'],
      ['王德淞', THREE],
    );
    expect(list.header).toEqual({ row: 3, id: 1, name: 0 });
    expect(list.persons).toEqual([
      { row: 4, id: ONE },
      { row: 6, id: TWO },
      { row: 8, id: THREE },
    ]);
    expect(problems(list)).toEqual({
      7: 'CHARACTERS',
      9: 'EMPTY',
      10: { kind: 'REPEATED', first: 4, otherName: false },
      11: { kind: 'REPEATED', first: 8, otherName: true },
    });
    expect([list.rows, list.width]).toEqual([7, 5]);
  });

  test('a heading of two rows, and one repeated on every page, are no persons', async () => {
    const heading = ['姓名', '身份证号'];
    const list = await examine(heading, heading, ['吕秀珍', ONE], heading, ['周文斌', TWO]);
    expect(list.persons.map(({ row }) => row)).toEqual([3, 5]);
    expect(list.faults.size).toBe(0);
  });

  test('a number that ends in zeros is a person, until another one shows that digits were lost', async () => {
    const alone = await examine(['身份证号'], [IN_ZEROS], [TWO]);
    expect(alone.persons.map(({ id }) => id)).toEqual([IN_ZEROS, TWO]);
    const beside = await examine(['身份证号'], [IN_ZEROS], [IN_ZEROS], [TWO], ['999001195803125000']);
    expect(beside.persons.map(({ id }) => id)).toEqual([TWO]);
    expect(problems(beside)).toEqual({ 2: 'LOST_DIGITS', 3: 'LOST_DIGITS', 5: 'LOST_DIGITS' });
  });

  test.each<[string, Cell[][], RegExp]>([
    ['no heading', [['张三', ONE]], /No heading/],
    ['nothing at all', [], /No heading/],
    ['a heading far below', [...Array.from({ length: 40 }, () => ['说明']), ['身份证号']], /No heading/],
    ['two columns that could be meant', [['身份证号', '姓名', '身份证号码']], /Several columns/],
  ])('%s: says so, and quotes nothing', async (_, rows, message) => {
    const refused = await examine(...rows).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(CommandError);
    expect((refused as CommandError).message).toMatch(message);
    expect(JSON.stringify(refused)).not.toMatch(/张三|\d{6}/);
  });

  test('more rows than a batch may declare', async () => {
    const rows = Array.from({ length: 200_002 }, (_, at) => [at === 0 ? '身份证号' : '无']);
    await expect(examineList(rows)).rejects.toThrow(/more than 200000 rows/);
  });
});
