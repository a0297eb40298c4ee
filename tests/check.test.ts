import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Asker } from '../cli/check/ask-persons.js';
import { type Checked, type CheckOptions, checkList } from '../cli/check/check-list.js';
import { encodeGb18030 } from '../cli/check/csv/gb18030.js';
import { CHECK_QUESTION, type CheckedPeople } from '../cli/check/question.js';
import { openRegistry } from '../cli/home/registry.js';
import { ask } from '../client/ask.js';
import { parseDay } from '../county/calendar.js';
import { writeCounty } from '../county/write-county.js';
import type { Hub } from './hub/hub.js';
import { startHub } from './hub/start-hub.js';
import { testCounty } from './hub/test-county.js';

/** The charity's monthly list, over a whole hub: 2,000 rows in GB 18030, 30 of them bad, 5 repeated. */
const county = testCounty();
let hub: Hub;
let folder: string;
let list: ReturnType<typeof makeList>;

beforeAll(async () => {
  hub = await startHub({ load: county.load });
  folder = mkdtempSync(join(tmpdir(), 'aidgraph-batch-'));
  list = makeList();
  writeFileSync(join(folder, 'list.csv'), encodeGb18030(list.text));
}, 120_000);
afterAll(async () => {
  await hub?.close();
  rmSync(folder, { recursive: true, force: true });
});

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const check = (body: string) => '10X98765432'[WEIGHTS.reduce((total, weight, at) => total + weight * Number(body[at]), 0) % 11] as string;
/** Somebody of another county: a valid number nobody here has a record of. */
function stranger(at: number): string {
  const body = `999888${1940 + (at % 70)}0703${String(Math.floor(at / 70)).padStart(3, '0')}`;
  return body + check(body);
}

interface Line {
  readonly id: string;
  readonly person?: string;
  readonly expected: 'ASKED' | 'BAD' | { readonly repeats: number };
}

/** Row numbers are those of the file: a title, the heading, then the lines from row 3. */
function makeList(): { text: string; lines: Line[] } {
  const out = mkdtempSync(join(tmpdir(), 'aidgraph-people-'));
  writeCounty({ people: 500, seed: 1, asOf: parseDay('2026-10-31'), out });
  const people = readFileSync(join(out, 'truth', 'people.csv'), 'utf8')
    .split('\n')
    .slice(1);
  rmSync(out, { recursive: true, force: true });
  const ids = people.map((line) => line.split(',')[1] ?? '').filter((id) => id.length === 18);
  const lines: Line[] = [...ids, ...Array.from({ length: 1965 - ids.length }, (_, at) => stranger(at))].map((id) => ({
    id,
    person: id,
    expected: 'ASKED',
  }));
  const wrong = (at: number): string => {
    const id = stranger(1500 + at);
    const digit = (Number(id[16]) + 1) % 10;
    return [`${id.slice(0, 16)}${digit}${id[17]}`, id.slice(1), `${id.slice(0, 10)}1332${id.slice(14)}`, '', '待补', '9.99888E+17'][
      at % 6
    ] as string;
  };
  for (let at = 0; at < 30; at++) lines.splice(40 + at * 61, 0, { id: wrong(at), expected: 'BAD' });
  const spellings = [(id: string) => id.toLowerCase(), (id: string) => ` ${id.slice(0, 6)} ${id.slice(6)}`, (id: string) => `'${id}`];
  for (let at = 0; at < 5; at++) {
    const repeats = 3 + at * 7;
    const { id } = lines[repeats - 3] as Line;
    const spelt = spellings[at % 3]?.(id) ?? id;
    lines.splice(1500 + at * 90, 0, {
      id: at === 4 ? id.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))) : spelt,
      expected: { repeats },
    });
  }
  const rows = lines.map(({ id }, at) => `${at + 1},${id},=HYPERLINK("x")\r\n`.replace('=HYPERLINK("x")', '"=HYPERLINK(""x"")"'));
  return { text: `2026年11月名单,,\r\n序号,身份证号,备注\r\n${rows.join('')}`, lines };
}

async function askerAs(user: string): Promise<(batch: string) => Asker> {
  const { audience } = openRegistry(hub.home);
  const send = ((url, init) => hub.apps.get('gateway')?.handle(new Request(url as string, init))) as typeof fetch;
  return (caseRef) => ({
    refs: (ids) => Promise.all(ids.map((id) => hub.refOf('charity-federation', id))),
    ask: async (ids, signal) => {
      const { token, keyPair } = await hub.credentials(user);
      const question = { query: CHECK_QUESTION, variables: { ids }, operationName: 'CheckPeople' };
      return ask<CheckedPeople>(question, {
        endpoint: audience,
        token: () => token,
        keyPair,
        purpose: 'PRIOR_AID_CHECK',
        caseRef,
        signal,
        fetch: send,
      });
    },
  });
}

async function run(out: string, options: Partial<CheckOptions> = {}): Promise<{ checked: Checked; rows: string[][] }> {
  const checked = await checkList({
    file: join(folder, 'list.csv'),
    sheet: undefined,
    out: () => join(folder, out),
    user: 'lin-yue',
    purpose: 'PRIOR_AID_CHECK',
    mustResume: false,
    asker: await askerAs('lin-yue'),
    language: 'zh',
    organisationName: (id) => id,
    now: new Date(),
    signal: new AbortController().signal,
    on: { examined: () => {}, asked: () => {}, askingAgain: () => {}, writing: () => {} },
    ...options,
  });
  const text = new TextDecoder('gb18030', { fatal: true }).decode(readFileSync(join(folder, out)));
  return { checked, rows: text.split('\r\n').map((line) => line.split(',')) };
}

/** Cells of a row of the result from `查询结果` on. */
const added = (rows: string[][], at: number) => rows[at + 2]?.slice(3);
const place = (id: string) => list.lines.findIndex((line) => line.id === id);

interface Batch {
  readonly batch: string;
  readonly rows: number;
  readonly operations: number;
  readonly answered: number;
}
async function newestBatch(): Promise<Batch | undefined> {
  const reply = await hub.ask({
    as: 'wang-xin',
    purpose: 'AUDIT',
    query: '{ hubBatches(last: 1) { batch rows operations answered user purpose } }',
  });
  return (reply.body.data?.hubBatches as Batch[] | undefined)?.[0];
}

describe('a list of 2,000 rows in GB 18030', () => {
  test('each row has its own answer, each bad one its reason, and nothing is lost; the auditor sees one batch', async () => {
    const helped = county.person('aided-by-both');
    await hub.consent(helped, { kind: 'GIVE', extent: 'SUMMARY', categories: ['AID', 'STATUS'] });
    const { checked, rows } = await run('whole.csv');
    expect([list.lines.length, rows.length]).toEqual([2000, 2003]);
    const original = list.text.split('\r\n');
    for (const [at, line] of list.lines.entries()) {
      const [number, , note, outcome = '', before] = rows[at + 2] as string[];
      expect([number, note]).toEqual([String(at + 1), `"'=HYPERLINK(""x"")"`]);
      expect(original[at + 2]).toContain(`${at + 1},`);
      if (line.expected === 'ASKED') expect([outcome, before]).toEqual(['已查询', expect.stringMatching(/^(是|不予提供)$/)]);
      else expect([outcome.slice(0, 3), before]).toEqual([line.expected === 'BAD' ? '未查询' : '重复：', '']);
      if (typeof line.expected === 'object') expect(outcome).toBe(`重复：与第 ${line.expected.repeats} 行为同一人`);
    }
    const faults = [...checked.list.faults.values()];
    expect([faults.filter(({ kind }) => kind === 'NO_PERSON').length, faults.filter(({ kind }) => kind === 'REPEATED').length]).toEqual([
      30, 5,
    ]);

    // The charity's own records name who was helped by it: found again one by one, by the agency's own field.
    const aided = list.lines.flatMap((line, at) => (added(rows, at)?.[1] === '是' ? [{ line, at }] : []));
    expect(aided.length).toBeGreaterThan(3);
    const others = list.lines.flatMap((line, at) =>
      line.expected === 'ASKED' && at % 97 === 0 && added(rows, at)?.[1] !== '是' ? [{ line, at }] : [],
    );
    for (const { line, at } of [...aided, ...others]) {
      const reply = await hub.ask({
        as: 'lin-yue',
        purpose: 'PRIOR_AID_CHECK',
        query: 'query ($id: ID!) { person(id: $id) { charityAid { items { grantedOn } } priorAid { total { min max } } } }',
        variables: { id: await hub.refOf('charity-federation', line.person as string) },
      });
      const person = reply.body.data?.person as { charityAid: { items: unknown[] }; priorAid: { total: { min: string } } };
      const cells = added(rows, at) as string[];
      expect(cells[2]?.includes('charity-federation')).toBe(person.charityAid.items.length > 0);
      if (cells[1] === '是') expect(cells[3]).toContain(person.priorAid.total.min);
    }

    const both = added(rows, place(helped)) as string[];
    expect(both.slice(0, 2)).toEqual(['已查询', '是']);
    expect(both[2]).toMatch(/civil-affairs(?!（)/);
    expect(both[2]).toMatch(/charity-federation(?!（)/);
    expect(await newestBatch()).toMatchObject({ rows: 2000, user: 'lin-yue', purpose: 'PRIOR_AID_CHECK' });
  }, 180_000);

  test('ended at half and run again: the same file byte for byte, in the same batch', async () => {
    const file = join(folder, 'part.csv');
    writeFileSync(file, encodeGb18030(list.text.split('\r\n').slice(0, 410).join('\r\n')));
    const { checked: whole } = await run('part-whole.csv', { file });
    const ending = new AbortController();
    const asked = (persons: number) => {
      if (persons >= whole.list.persons.length / 2) ending.abort();
    };
    const on = { examined: () => {}, asked, askingAgain: () => {}, writing: () => {} };
    await expect(run('part-resumed.csv', { file, signal: ending.signal, on })).rejects.toThrow(/abort/i);
    const half = await newestBatch();
    const { checked } = await run('part-resumed.csv', { file, mustResume: true });
    expect(checked.answers.size).toBe(whole.answers.size);
    expect(readFileSync(join(folder, 'part-resumed.csv')).equals(readFileSync(join(folder, 'part-whole.csv')))).toBe(true);
    const both = await newestBatch();
    expect(both?.batch).toBe(half?.batch);
    expect(both?.operations).toBeGreaterThan(half?.operations ?? 0);
  }, 120_000);
});

describe('what does not answer', () => {
  const few = async (out: string, options: Partial<CheckOptions> = {}) => {
    const file = join(folder, `${out}.list.csv`);
    writeFileSync(
      file,
      encodeGb18030(`序号,身份证号,备注\r\n1,${county.person('aided-by-both')},\r\n2,${county.person('nothing-on-record')},\r\n`),
    );
    return run(out, { file, ...options });
  };

  test('no ID number leaves the asker’s process, in the run’s questions or the naming before them', async () => {
    hub.recordExchanges = true;
    await few('quiet.csv');
    hub.recordExchanges = false;
    const exchanges = hub.exchanges.splice(0);
    const travelled = JSON.stringify(
      exchanges.map(({ request, response, ...rest }) => [rest, [...request.headers], request.body, response.body]),
    );
    for (const label of ['aided-by-both', 'nothing-on-record']) {
      expect(travelled).not.toContain(county.person(label).slice(0, 17));
      expect(travelled).toContain(await hub.refOf('charity-federation', county.person(label)));
    }
    expect(exchanges.map(({ to }) => to)).toContain('civil-affairs');
    // Which list it was stays at the hub too.
    const { batch } = (await newestBatch()) as Batch;
    const told = exchanges.filter(({ request }) => (request.body + JSON.stringify([...request.headers])).includes(batch));
    expect(new Set(told.map(({ to }) => to))).toEqual(new Set(['ledger']));
  });

  test('an agency: marked in every row, and no error', async () => {
    const app = hub.apps.get('civil-affairs');
    if (!app) throw new Error('not there');
    hub.apps.delete('civil-affairs');
    try {
      const { rows } = await few('away.csv');
      expect(rows[1]?.[3]).toBe('已查询，未应答：civil-affairs');
      expect(rows[1]?.slice(4, 6)).toEqual(['是', expect.stringContaining('civil-affairs（未应答）')]);
      expect(rows[2]?.[4]).not.toBe('否');
    } finally {
      hub.apps.set('civil-affairs', app);
    }
  });

  test('the hub’s ledger: the run ends and says why, and goes on when it is back', async () => {
    const app = hub.apps.get('ledger');
    if (!app) throw new Error('not there');
    hub.apps.delete('ledger');
    try {
      await expect(few('unrecorded.csv')).rejects.toThrow(/NOT_RECORDED/);
    } finally {
      hub.apps.set('ledger', app);
    }
    expect((await few('unrecorded.csv', { mustResume: true })).rows[1]?.[4]).toBe('是');
  });

  test('a user who may not ask for the purpose is told so', async () => {
    await expect(few('refused.csv', { asker: await askerAs('chen-jianguo') })).rejects.toThrow(/PURPOSE_NOT_REGISTERED/);
  });
});
