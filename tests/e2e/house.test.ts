import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeGb18030 } from '../../cli/check/csv/gb18030.js';
import { takenPorts } from '../../cli/house/check-ports.js';
import { isFree } from '../../cli/postgres/free-port.js';

/** The whole product as its users run it: `aidgraph start`, one process per owner, a real PostgreSQL, real HTTP. */
const root = join(import.meta.dirname, '../..');
const home = mkdtempSync(join(tmpdir(), 'aidgraph-e2e-'));
const environment = { ...process.env, AIDGRAPH_HOME: home, AIDGRAPH_TEST_POSTGRES: '', NODE_OPTIONS: '', LANG: 'en_GB.UTF-8' };

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function aidgraph(...words: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), ...words], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

/** A port from which the house finds all its ports free: below those that systems give to whoever asks for any. */
async function basePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if ((await takenPorts(port)).length === 0) return port;
  }
}

let house: ChildProcess | undefined;
let port = 0;

/** Starts the house in the foreground, as a terminal would. @returns what it printed until it was ready. */
function startHouse(): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), 'start', '--people', '500', '--port', String(port)], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    house = child;
    let printed = '';
    const read = (chunk: Buffer) => {
      printed += chunk;
      // The first question is planned over all agencies, which on a busy machine takes longer than a question may.
      if (/Ctrl-C/.test(printed)) void aidgraph('ask', ...MANAGER, '--person', 'aided-by-both').then(() => resolve(printed));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('close', (code) => {
      house = undefined;
      reject(new Error(`start ended with ${code}: ${printed}`));
    });
  });
}

/** Ctrl-C as a terminal sends it: to the whole process group. */
function interrupt(): Promise<void> {
  const child = house as ChildProcess;
  return new Promise((resolve) => {
    child.on('close', () => resolve());
    process.kill(-(child.pid as number), 'SIGINT');
  });
}

/** Process ids below the house's. */
function descendants(): number[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  const found = [(house as ChildProcess).pid as number];
  for (const parent of found) found.push(...table.filter(([, ppid]) => ppid === parent).map(([pid]) => pid));
  return found;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const postgresPort = (): number => Number(new URL(readFileSync(join(home, 'secrets/ledger/database-url'), 'utf8').trim()).port);

interface Aid {
  readonly data: {
    readonly person: {
      readonly civilAffairsAid: {
        readonly items: readonly { readonly amount: { readonly min: string; readonly max: string } | null }[] | null;
      } | null;
      readonly charityAid: { readonly items: readonly unknown[] | null } | null;
      readonly priorAid: { readonly sources: readonly { readonly source: string; readonly state: string }[] };
    };
  };
}

const MANAGER = ['--as', 'chen-jianguo', '--purpose', 'CASE_REVIEW'];
const OFFICER = ['--as', 'lin-yue', '--purpose', 'PRIOR_AID_CHECK'];
const ask = async (...words: string[]): Promise<Aid> => JSON.parse((await aidgraph('ask', ...words, '--json')).out) as Aid;
const amounts = (answer: Aid) => answer.data.person.civilAffairsAid?.items?.map(({ amount }) => amount?.min === amount?.max);

/** The county's 500 people and 1,465 strangers, with 30 numbers that are none and 5 persons again. */
function listOf2000(): string {
  const people = readFileSync(join(home, 'county/truth/people.csv'), 'utf8').split('\n').slice(1);
  const ids = people.map((line) => line.split(',')[1] ?? '').filter((id) => id.length === 18);
  for (let at = 0; ids.length < 1965; at++) ids.push(stranger(at));
  for (let at = 0; at < 30; at++)
    ids.splice(50 + at * 60, 0, ['', '待补', '99900119580312', '9.99E+17', '999001195813125429'][at % 5] as string);
  for (let at = 0; at < 5; at++) ids.splice(1900 + at, 0, ` ${(ids[at] as string).toLowerCase()}`);
  return `2026年11月慈善救助申请名单,\r\n序号,公民身份号码\r\n${ids.map((id, at) => `${at + 1},${id}\r\n`).join('')}`;
}

/** A valid number of another county. */
function stranger(at: number): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const body = `999888${1940 + (at % 70)}0703${String(Math.floor(at / 70)).padStart(3, '0')}`;
  return body + '10X98765432'[weights.reduce((sum, weight, place) => sum + weight * Number(body[place]), 0) % 11];
}

/** Runs a command and ends it once more answers are kept in `progress` than there were. @returns its exit code. */
function endWhileAsking(words: string[], progress: string, signal: NodeJS.Signals): Promise<number | null> {
  const kept = () => (existsSync(progress) ? statSync(progress).size : 0);
  const before = kept();
  const child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), ...words], { env: environment, stdio: 'ignore' });
  // The first line is there before anybody is asked.
  const watch = setInterval(() => {
    if (kept() > Math.max(before, 500)) child.kill(signal);
  }, 5);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearInterval(watch);
      resolve(code);
    });
  });
}

let printed = '';

beforeAll(async () => {
  port = await basePort();
  printed = await startHouse();
}, 180_000);

afterAll(async () => {
  if (house) await interrupt();
  await aidgraph('reset', '--seed', '1');
  rmSync(home, { recursive: true, force: true });
});

describe('the house over real processes', () => {
  test('start lists sample users and persons', () => {
    for (const word of ['chen-jianguo', 'lin-yue', 'aided-by-both', 'nothing-on-record', '吕秀珍']) expect(printed).toContain(word);
  });

  test('four answers about one applicant, told apart on the screen', async () => {
    const person = ['--person', 'aided-by-both'];
    expect(amounts(await ask(...MANAGER, ...person))).toEqual([true, true]);
    expect((await ask(...OFFICER, ...person)).data.person.civilAffairsAid).toMatchObject({ items: null });
    const bureausAid = async (...words: string[]) =>
      /^County Civil Affairs Bureau +Aid .*$/m.exec((await aidgraph('ask', ...words)).out)?.[0].toLowerCase();
    const withheld = await bureausAid(...OFFICER, ...person);
    const nothing = await bureausAid(...MANAGER, '--person', 'nothing-on-record');
    expect(withheld).toContain('not permitted to say');
    expect(withheld).not.toContain('nothing on record');
    expect(nothing).toContain('nothing on record');
    expect(nothing).not.toContain('not permitted to say');

    expect((await aidgraph('grant', 'give', '--for', 'charity-federation', ...person, '--extent', 'SUMMARY')).code).toBe(0);
    expect(amounts(await ask(...OFFICER, ...person))).toEqual([false, false]);
    expect((await aidgraph('grant', 'give', '--for', 'charity-federation', ...person, '--extent', 'DETAIL')).code).toBe(0);
    expect(amounts(await ask(...OFFICER, ...person))).toEqual([true, true]);
  }, 60_000);

  test('a withdrawal returns when it stands everywhere, and the list says what was recorded', async () => {
    const about = ['--for', 'charity-federation', '--person', 'aided-by-both'];
    const { code, err } = await aidgraph('grant', 'withdraw', ...about);
    expect([code, err]).toEqual([0, expect.stringContaining('From now on no answer rests on it any more.')]);
    expect((await ask(...OFFICER, '--person', 'aided-by-both')).data.person.civilAffairsAid).toMatchObject({ items: null });
    const list = (await aidgraph('grant', 'list', ...about)).out.split('\n').filter((line) => line.startsWith('20'));
    expect(list.map((line) => /given|withdrawn/.exec(line)?.[0])).toEqual(['withdrawn', 'given', 'given']);
    expect(list[0]).toContain('County Civil Affairs Bureau');
    expect((await aidgraph('grant', 'give', ...about, '--extent', 'DETAIL', '--agencies', 'civil-affairs')).err).toMatch(
      /In force at: County Civil Affairs Bureau\./,
    );
    expect((await aidgraph('grant', 'give', ...about, '--as', 'wang-xin')).err).toMatch(/does not let this user record/);
    expect((await aidgraph('doctor')).out).toContain('✓ delivery of grants');
  }, 90_000);

  test('each part says that it lives, is ready, and what it counts', async () => {
    for (const path of ['health', 'ready', 'metrics']) {
      const response = await fetch(`http://127.0.0.1:${port + 101}/${path}`);
      expect([path, response.status]).toEqual([path, 200]);
      if (path === 'metrics') expect(await response.text()).toMatch(/aidgraph_disclosures_total\{result="RECORDED"\} [1-9]/);
    }
    expect((await aidgraph('status')).out).toContain('civil-affairs');
  });

  test('one agency stopped: the other’s data comes, the missing one is named, no address leaks', async () => {
    expect((await aidgraph('stop', 'civil-affairs')).code).toBe(0);
    const { out, err } = await aidgraph('ask', ...MANAGER, '--person', 'aided-by-both', '--json');
    const answer = JSON.parse(out) as Aid;
    expect(answer.data.person.civilAffairsAid).toBeNull();
    expect(answer.data.person.charityAid?.items?.length).toBe(1);
    expect(answer.data.person.priorAid.sources).toContainEqual(expect.objectContaining({ source: 'civil-affairs', state: 'NOT_ANSWERED' }));
    expect(out + err).not.toMatch(/127\.0\.0\.1|localhost|ECONNREFUSED/);
    expect((await aidgraph('start', 'civil-affairs')).code).toBe(0);
    expect(amounts(await ask(...MANAGER, '--person', 'aided-by-both'))).toEqual([true, true]);
  }, 60_000);

  test('the key authority stopped: known refs answer, a new one says why it cannot', async () => {
    expect((await aidgraph('stop', 'key-authority')).code).toBe(0);
    expect(amounts(await ask(...MANAGER, '--person', 'aided-by-both'))).toEqual([true, true]);
    const fresh = await aidgraph('ask', ...MANAGER, '--person', 'tekun');
    expect(fresh.code).not.toBe(0);
    expect(fresh.err + fresh.out).toMatch(/key authority/i);
    expect((await aidgraph('start', 'key-authority')).code).toBe(0);
    expect((await aidgraph('ask', ...MANAGER, '--person', 'tekun')).code).toBe(0);
  }, 60_000);

  test('a list of 2,000 rows in GB 18030, killed and interrupted on the way, makes the file of a run that was not', async () => {
    const list = join(home, '名单.csv');
    writeFileSync(list, encodeGb18030(listOf2000()));
    const check = (out: string) => ['check', list, '--as', 'lin-yue', '--lang', 'zh', '--out', join(home, out)];
    const whole = await aidgraph(...check('whole.csv'));
    expect(whole.code).toBe(0);
    const told = whole.out.split('\n').filter((line) => /^第 \d+ 行：/.test(line));
    expect([told.length, new Set(told).size, told.filter((line) => line.includes('为同一人')).length]).toEqual([35, 35, 5]);
    expect(whole.out).toMatch(/共 2000 行：查询 1965 人，30 行身份证号有误（未查询），5 行重复/);

    const out = join(home, 'stopped.csv');
    for (const signal of ['SIGKILL', 'SIGINT'] as const) {
      const code = await endWhileAsking(check('stopped.csv'), `${out}.progress`, signal);
      expect(code).toBe(signal === 'SIGINT' ? 130 : null);
      expect(existsSync(out)).toBe(false);
    }
    const kept = readFileSync(`${out}.progress`, 'utf8');
    expect(kept).not.toMatch(/999001|999888|吕秀珍/);
    const last = await aidgraph(...check('stopped.csv'), '--resume');
    expect(last.code).toBe(0);
    expect(last.err).toMatch(/接着未完成的那次查询/);
    expect(readFileSync(out).equals(readFileSync(join(home, 'whole.csv')))).toBe(true);
    expect(existsSync(`${out}.progress`)).toBe(false);
    expect(whole.out + whole.err + last.out + last.err).not.toMatch(/\d{17}/);
  }, 240_000);

  test('the list that the first start leaves can be checked', async () => {
    const { code, out } = await aidgraph('check', join(home, 'applicants.csv'), '--as', 'lin-yue');
    expect(code).toBe(0);
    expect(out).toMatch(/1 rows without a usable ID number, 1 repeated/);
    expect(readFileSync(join(home, 'applicants-checked.csv'), 'utf8')).toMatch(/^[^\n]*吕秀珍,[^\n]*,asked,yes,/m);
  }, 60_000);

  test('Ctrl-C leaves no process behind, and a second start keeps the data', async () => {
    const pids = descendants();
    expect(pids.length).toBeGreaterThan(8);
    const postgres = postgresPort();
    expect(await isFree(postgres)).toBe(false);
    await interrupt();
    expect(pids.filter(isAlive)).toEqual([]);
    expect(await isFree(postgres)).toBe(true);
    expect(existsSync(join(home, 'state.json'))).toBe(false);

    await startHouse();
    expect(amounts(await ask(...OFFICER, '--person', 'aided-by-both'))).toEqual([true, true]);
    expect((await aidgraph('stop')).code).toBe(0);
  }, 120_000);
});
