import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Answer } from '../../client/ask.js';
import { type Checked, type CheckOptions, checkList, progressPathOf } from './check-list.js';
import { encodeGb18030 } from './csv/gb18030.js';
import { openSheet } from './open-sheet.js';
import type { CheckedPeople } from './question.js';
import { makeXlsx } from './xlsx/make-xlsx.testing.js';

const NOW = new Date('2026-11-22T00:00:00Z');
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A valid number of region 999xxx. */
function idOf(person: number): string {
  const body = `999001${1950 + (person % 60)}0101${String(Math.floor(person / 60)).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return `${body}${'10X98765432'[sum % 11]}`;
}

let folder: string;
let file: string;
let asked: { batch: string; refs: readonly string[] }[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aidgraph-check-'));
  file = join(folder, 'list.csv');
  asked = [];
  const rows = Array.from({ length: 1000 }, (_, at) => `${at},某${at},${at === 500 ? idOf(3).toLowerCase() : idOf(at)}\n`);
  writeFileSync(file, encodeGb18030(`名单,,\n序号,姓名,身份证号\n${rows.join('')}`));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Every third person was helped, by how much follows from the ref. */
function answerAbout(refs: readonly string[], state = 'ANSWERED'): Answer<CheckedPeople> {
  const people = refs.map((id) => {
    const helped = Number(id.slice(-3, -1)) % 3 === 0;
    const amount = `${id.slice(-4, -1)}.00`.replace(/^0+(?=\d)/, '');
    return {
      id,
      priorAid: {
        total: helped ? { min: amount, max: amount } : { min: '0.00', max: '0.00' },
        newestOn: helped ? '2026-09-10' : null,
        items: helped ? [{ source: 'charity-federation' }] : [],
        sources: [{ source: 'charity-federation', state }],
      },
      findings: { items: [], undecided: [] },
    };
  });
  return { kind: 'ANSWERED', data: { people }, errors: [], disclosure: undefined };
}

/** Runs the check, asking a hub that answers `after` questions as `then` does. */
function run(options: Partial<CheckOptions> = {}, then: () => Answer<CheckedPeople> | undefined = () => undefined): Promise<Checked> {
  return checkList({
    file,
    sheet: undefined,
    out: (kind) => join(folder, `out.${kind}`),
    user: 'lin-yue',
    purpose: 'PRIOR_AID_CHECK',
    mustResume: false,
    language: 'zh',
    organisationName: (id) => id,
    now: NOW,
    signal: new AbortController().signal,
    on: { examined: () => {}, asked: () => {}, askingAgain: () => {}, writing: () => {} },
    asker: (batch) => ({
      refs: async (ids) => ids.map((id) => `ref-${id}`),
      ask: async (refs) => {
        asked.push({ batch, refs });
        return then() ?? answerAbout(refs);
      },
    }),
    ...options,
  });
}

const down = (after: number) => () => (asked.length > after ? ({ kind: 'UNREACHABLE' } as const) : undefined);
const result = (name = 'out.csv') => readFileSync(join(folder, name));
const progress = () => progressPathOf(join(folder, 'out.csv'));

describe('a run over a list', () => {
  test('asks about each person once, a hundred to a question, under one batch reference', async () => {
    const { list, answers } = await run();
    const refs = asked.flatMap((question) => question.refs);
    expect([refs.length, new Set(refs).size, list.rows, answers.size]).toEqual([999, 999, 1000, 999]);
    expect(Math.max(...asked.map((question) => question.refs.length))).toBe(100);
    expect(new Set(asked.map(({ batch }) => batch)).size).toBe(1);
    expect(asked[0]?.batch).toMatch(/^batch\/1000\//);
    expect(readdirSync(folder).sort()).toEqual(['list.csv', 'out.csv']);
    expect(statSync(join(folder, 'out.csv')).mode & 0o777).toBe(0o600);
  });

  test('a hub that is away ends it; the next run goes on and makes the same file as one that was not interrupted', async () => {
    await run();
    const whole = result();
    rmSync(join(folder, 'out.csv'));

    asked = [];
    await expect(run({}, down(2))).rejects.toThrow(/does not answer/);
    expect(existsSync(join(folder, 'out.csv'))).toBe(false);
    const first = asked.slice(0, 2).flatMap((question) => question.refs);
    const [begun] = asked;
    asked = [];
    await run({ mustResume: true });
    const second = asked.flatMap((question) => question.refs);
    expect([first.length, second.length]).toEqual([200, 799]);
    expect(first.filter((ref) => second.includes(ref))).toEqual([]);
    expect(asked[0]?.batch).toBe(begun?.batch);
    expect(result().equals(whole)).toBe(true);
    expect(existsSync(progress())).toBe(false);
  });

  test('ended by a signal, and by a kill that tore the last line: what was torn is asked again', async () => {
    await run();
    const whole = result();
    rmSync(join(folder, 'out.csv'));
    const ending = new AbortController();
    asked = [];
    const end = () => {
      if (asked.length === 2) ending.abort();
      return undefined;
    };
    await expect(run({ signal: ending.signal }, end)).rejects.toThrow(/abort/i);
    appendFileSync(progress(), '\n[[700,{"sources":{"charity-federation":0},"total":{"min":"0.0');
    await run();
    expect(result().equals(whole)).toBe(true);
  });

  test('what is kept meanwhile is for its owner, and holds no number, name or ref', async () => {
    await expect(run({}, down(3))).rejects.toThrow();
    expect(statSync(progress()).mode & 0o777).toBe(0o600);
    const kept = readFileSync(progress(), 'utf8');
    expect(kept).toContain('charity-federation');
    expect(kept).not.toMatch(/某|ref-|999001/);
    // The control: these stand in what was asked and in the list.
    expect(JSON.stringify(asked)).toMatch(/ref-999001/);
  });

  test('a list that was changed since is noticed; so are another user, purpose and a missing run', async () => {
    await expect(run({ mustResume: true })).rejects.toThrow(/no interrupted run/);
    await expect(run({}, down(2))).rejects.toThrow();
    await expect(run({ user: 'zhao-lei' })).rejects.toThrow(/another user/);
    await expect(run({ purpose: 'CASE_REVIEW' })).rejects.toThrow(/another purpose/);
    appendFileSync(file, '1001,x,999001195803125429\n');
    await expect(run()).rejects.toThrow(/before it was changed/);
  });

  test('a list that is changed while it is asked about makes no result', async () => {
    const change = () => {
      if (asked.length === 3) appendFileSync(file, '1001,x,999001195803125429\n');
      return undefined;
    };
    await expect(run({}, change)).rejects.toThrow(/changed/);
    expect(readdirSync(folder).sort()).toEqual(['list.csv', 'out.csv.progress']);
  });

  test('a refusal says what it is; nothing is written', async () => {
    const refused = {
      kind: 'REFUSED',
      status: 403,
      errors: [{ message: '', code: 'PURPOSE_NOT_REGISTERED', remedy: '', path: undefined }],
    } as const;
    await expect(run({}, () => refused)).rejects.toThrow(/PURPOSE_NOT_REGISTERED/);
    expect(existsSync(join(folder, 'out.csv'))).toBe(false);
  });

  test('a question that takes too long is asked again in halves; one about few persons that does ends the run', async () => {
    const late = {
      kind: 'REFUSED',
      status: 504,
      errors: [{ message: '', code: 'DEADLINE_EXCEEDED', remedy: '', path: undefined }],
    } as const;
    const { answers } = await run({}, () => ((asked.at(-1)?.refs.length ?? 0) > 30 ? late : undefined));
    expect(answers.size).toBe(999);
    expect(new Set(asked.map((question) => question.refs.length))).toEqual(new Set([100, 99, 50, 49, 25, 24]));
    rmSync(join(folder, 'out.csv'));
    await expect(run({}, () => late)).rejects.toThrow(/DEADLINE_EXCEEDED/);
  });

  test('whom a source did not answer about is asked about once more', async () => {
    const slow = () => answerAbout(asked.at(-1)?.refs ?? [], asked.length <= 3 ? 'NOT_ANSWERED' : 'ANSWERED');
    const { answers } = await run({}, slow);
    expect(asked).toHaveLength(13);
    expect([...answers.values()].filter(({ sources }) => sources['charity-federation'] === 'NOT_ANSWERED')).toEqual([]);
  });

  test('a source that is away is not asked again about everybody', async () => {
    const { answers } = await run({}, () => answerAbout(asked.at(-1)?.refs ?? [], 'NOT_ANSWERED'));
    expect(asked.length).toBeLessThanOrEqual(12);
    expect(answers.size).toBe(999);
    expect(result().toString('latin1')).toContain(encodeGb18030('未应答').toString('latin1'));
  });

  test('answers about other persons, or in another order, are not used', async () => {
    const other = () => {
      const answer = answerAbout([...(asked.at(-1)?.refs ?? [])].reverse());
      return answer;
    };
    await expect(run({}, other)).rejects.toThrow(/other persons/);
  });

  test('a result that is there is not overwritten', async () => {
    await run();
    const before = result();
    await expect(run()).rejects.toThrow(/there already/);
    expect(result().equals(before)).toBe(true);
  });

  test('xlsx: each row’s answer stands in its row, repeated and bad ones say why', async () => {
    file = join(folder, 'list.xlsx');
    const persons = Array.from({ length: 300 }, (_, at) => [at + 4, [`某${at}`, idOf(at)]] as const);
    await makeXlsx(file, [
      {
        name: '名单',
        rows: {
          1: ['标题', null],
          3: ['姓名', '身份证号'],
          ...Object.fromEntries(persons),
          400: ['甲', Number(idOf(1))],
          401: ['某5', idOf(5)],
        },
        merges: ['A1:B1'],
      },
    ]);
    await run();
    const rows: Record<number, readonly unknown[]> = {};
    for await (const some of (await openSheet(join(folder, 'out.xlsx'), undefined)).rows())
      for (const { number, cells } of some) rows[number] = cells;
    expect(rows[3]).toEqual(['姓名', '身份证号', '查询结果', '以往受助', '救助机构', '金额区间', '最近月份', '重复与漏救提示']);
    for (const [row, [name, id]] of persons) {
      const helped = Number(String(id).slice(-3, -1)) % 3 === 0;
      expect(rows[row]?.slice(0, 4)).toEqual([name, id, '已查询', helped ? '是' : '否']);
    }
    expect(rows[400]?.[2]).toMatch(/^未查询：身份证号被表格软件当作数字/);
    expect(rows[401]?.[2]).toBe('重复：与第 9 行为同一人');
  });
});

test('files that are no list say what they are', async () => {
  const path = join(folder, 'x');
  await expect(openSheet(join(folder, 'none'), undefined)).rejects.toThrow(/not there/);
  writeFileSync(path, '');
  await expect(openSheet(path, undefined)).rejects.toThrow(/empty/);
  writeFileSync(path, Buffer.from('d0cf11e0a1b11ae1000000', 'hex'));
  await expect(openSheet(path, undefined)).rejects.toThrow(/old \.xls/);
  await expect(openSheet(file, 'x')).rejects.toThrow(/no sheets/);
});
