import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { freeBasePort } from '../../bench/house/free-base-port.js';
import { addressOf } from '../../cli/house/processes.js';
import { versionOf } from '../../gateway/edition.js';
import { subgraphNames } from '../../gateway/subgraph-names.js';
import type { App } from '../../runtime/app.js';
import { type Listening, listen } from '../../runtime/listen.js';
import { createLog } from '../../runtime/log.js';
import { type ContractFile, composeContract, readContractFolder } from '../../schema/contract-file.js';
import { createAsker } from '../hub/asker.js';
import type { Asked, Hub, Reply } from '../hub/hub.js';
import { startHub } from '../hub/start-hub.js';
import { testCounty } from '../hub/test-county.js';
import { temporaryFolder } from '../temporary-folder.js';
import { withoutAgency } from './without-agency.js';

/**
 * A gateway process over real HTTP, given one supergraph after another while it answers: nothing is lost, nothing is
 * answered by a mixture, and what cannot be used changes nothing.
 */
const ROOT = join(import.meta.dirname, '../..');
const JOINING = 'charity-federation';
const whole = readContractFolder(join(ROOT, 'schema'));
const before = withoutAgency(whole, JOINING);
const PATIENCE = 15_000;

const supergraphOf = (contract: ContractFile): string => {
  const result = composeContract(contract);
  if ('errors' in result) throw new Error(result.errors.map(({ code, message }) => `${code} ${message}`).join('\n'));
  return result.supergraph;
};
const WHOLE = versionOf(supergraphOf(whole));
const BEFORE = versionOf(supergraphOf(before));

const county = testCounty();
const folder = temporaryFolder();
const contractFile = join(folder, 'contract.json');
const addressFile = join(folder, 'subgraphs.txt');
const listening: Listening[] = [];
/** What each agency waits for before it answers. */
let hold: Promise<unknown> = Promise.resolve();
let hub: Hub;
let port = 0;
let gateway: ChildProcess;
let asked: (question: Partial<Asked>) => Promise<Reply>;
let id = '';
const log: Record<string, unknown>[] = [];

const addresses = (names: readonly string[]) => names.map((name) => `${name}=${addressOf(name, port)}`).join('\n');
const ALL = subgraphNames(parse(supergraphOf(whole)));

/** Writes a file as careful administrators do: whole, under its name at once. */
function replace(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
const offer = (contract: ContractFile | string) =>
  replace(contractFile, typeof contract === 'string' ? contract : JSON.stringify(contract));

/** Waits for what the gateway says of a reload, in a line that was not there yet. */
async function logged(trigger: 'SIGHUP' | 'FILE', from: number): Promise<Record<string, unknown>> {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    const line = log.slice(from).find((entry) => entry.trigger === trigger);
    if (line) return line;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`the gateway said nothing of ${trigger}`);
}

/** Waits for the lines of these answers, by their receipts; a line may come after its answer. */
async function answeredSince(from: number, receipts: readonly unknown[]): Promise<Record<string, unknown>[]> {
  const wanted = new Set(receipts);
  const found = () => log.slice(from).filter(({ msg, requestId }) => msg === 'answered' && wanted.has(requestId));
  const end = Date.now() + PATIENCE;
  while (found().length < wanted.size && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
  return found();
}

/** Offers a contract by signal. @returns what the gateway said of it. */
async function reload(contract: ContractFile | string): Promise<Record<string, unknown>> {
  const from = log.length;
  offer(contract);
  gateway.kill('SIGHUP');
  return logged('SIGHUP', from);
}

beforeAll(async () => {
  port = await freeBasePort(1, 0);
  hub = await startHub({ load: county.load, gatewayPort: port });
  const { home } = hub;
  const quiet = createLog('test', 'silent');
  const serve = async (name: string, app: App) =>
    listening.push(await listen(app, { host: '127.0.0.1', port: Number(new URL(addressOf(name, port)).port), log: quiet }));
  for (const name of ALL) {
    const app = hub.apps.get(name) as App;
    const answer = name === 'civil-affairs' ? async (request: Request) => hold.then(() => app.handle(request)) : app.handle;
    await serve(name, { ...app, handle: answer, close: async () => {} });
  }
  const issuerKey = JSON.parse(readFileSync(join(home.secrets('issuer'), 'signing.jwk'), 'utf8'));
  const { d: _private, ...publicKey } = issuerKey;
  const jwks = async () => Response.json({ keys: [{ ...publicKey, kid: 'development', alg: 'ES256' }] });
  await serve('issuer', { handle: jwks, ready: async () => true, close: async () => {} });

  offer(before);
  replace(addressFile, addresses(ALL));
  gateway = fork(join(ROOT, 'dist/gateway/main.js'), [], {
    execArgv: [],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      AIDGRAPH_PORT: '0',
      AIDGRAPH_MODE: 'development',
      // A busy machine must not make a source silent.
      AIDGRAPH_DEADLINE_MS: '60000',
      AIDGRAPH_REGISTRY: home.registry,
      AIDGRAPH_REGISTRY_KEY: home.registryKey,
      AIDGRAPH_SECRETS: home.secrets('gateway'),
      AIDGRAPH_SUBGRAPHS: addressFile,
      AIDGRAPH_CONTRACT: contractFile,
    },
  });
  let rest = '';
  gateway.stderr?.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() as string;
    for (const line of lines) log.push(line.startsWith('{') ? JSON.parse(line) : { msg: line });
  });
  const { listening: gatewayPort } = await new Promise<{ listening: number }>((resolve, reject) => {
    gateway.once('message', (message) => resolve(message as { listening: number }));
    gateway.once('exit', () => reject(new Error(JSON.stringify(log))));
  });
  const { audience } = hub.options('gateway').registry;
  const { ask } = createAsker({
    issuer: addressOf('issuer', port),
    issuerKey,
    audience,
    now: () => new Date(),
    send: async (request) =>
      fetch(`http://127.0.0.1:${gatewayPort}/graphql`, { method: 'POST', headers: request.headers, body: await request.text() }),
  });
  id = await hub.refOf('civil-affairs', county.person('aided-by-both'));
  asked = (question) => ask({ as: 'chen-jianguo', purpose: 'CASE_REVIEW', query: QUESTION, variables: { id }, ...question });
}, 120_000);
afterAll(async () => {
  if (gateway?.exitCode === null) {
    const gone = new Promise((resolve) => gateway.once('exit', resolve));
    gateway.kill('SIGTERM');
    await gone;
  }
  for (const server of listening) await server.close();
  await hub?.close();
});

const QUESTION =
  'query Q($id: ID!) { person(id: $id) { id civilAffairsAid { items { amount { min max } } } priorAid { total { min } sources { source state } } } }';
const NEW_FIELD = 'query Q($id: ID!) { person(id: $id) { charityAid { items { amount { min } } } } }';
const stateOf = ({ body }: Reply) =>
  (body.data as { person: { priorAid: { sources: { source: string; state: string }[] } } }).person.priorAid.sources.find(
    ({ source }) => source === JOINING,
  )?.state;
const codes = ({ body }: Reply) => body.errors?.map(({ extensions }) => extensions?.code);

describe('a new supergraph', () => {
  beforeEach(async () => {
    replace(addressFile, addresses(ALL));
    expect(await reload(before)).toMatchObject({ msg: 'supergraph taken', supergraph: BEFORE });
  });

  test('with a new agency: its field is there from then on, and the log says which version serves', async () => {
    expect(codes(await asked({ query: NEW_FIELD }))).toEqual(['OPERATION_NOT_VALID']);
    expect(await reload(whole)).toMatchObject({ msg: 'supergraph taken', supergraph: WHOLE });
    // The file may have been noticed before the signal; the first of the two names what served before.
    expect(log.findLast(({ before, supergraph }) => before === BEFORE && supergraph === WHOLE)?.msg).toBe('supergraph taken');
    const from = log.length;
    const reply = await asked({ query: NEW_FIELD });
    expect(reply.body.data).toEqual({ person: { charityAid: { items: [{ amount: { min: '5000.00' } }] } } });
    expect(await answeredSince(from, [reply.body.extensions?.disclosure?.receipt])).toMatchObject([{ supergraph: WHOLE }]);
  });

  test('is taken when its file changes, without a signal', async () => {
    const from = log.length;
    offer(whole);
    expect(await logged('FILE', from)).toMatchObject({ msg: 'supergraph taken', supergraph: WHOLE });
    expect(codes(await asked({ query: NEW_FIELD }))).toBeUndefined();
  }, 30_000);

  test('leaves a question under way to the old, and takes the next', async () => {
    let release = () => {};
    hold = new Promise<void>((resolve) => {
      release = resolve;
    });
    const first = asked({});
    await new Promise((resolve) => setTimeout(resolve, 300));
    await reload(whole);
    const second = asked({});
    release();
    expect([stateOf(await first), stateOf(await second)]).toEqual(['NOT_ANSWERED', 'ANSWERED']);
  });

  test('does not make a used proof good again', async () => {
    let kept: { headers: Headers; body: string } | undefined;
    const tamper = (request: { headers: Headers; body: string }) => {
      kept ??= request;
      return kept;
    };
    expect(codes(await asked({ tamper }))).toBeUndefined();
    await reload(whole);
    expect(codes(await asked({ tamper }))).toEqual(['PROOF_REPLAYED']);
  });
});

describe('what cannot be used', () => {
  const unprotected = (contract: ContractFile): ContractFile => {
    const sdl = contract.subgraphs[JOINING] as string;
    const bare = sdl.replace(/(earmarkedDonations: DonationAnswer) @public\(as: CONTAINER\)/, '$1');
    if (bare === sdl) throw new Error('the probe changed nothing');
    return { ...contract, subgraphs: { ...contract.subgraphs, [JOINING]: bare } };
  };
  const without = (name: string): string => addresses(ALL.filter((entry) => entry !== name));
  const key = () => join(hub.home.secrets('gateway'), `statement-${JOINING}.key`);

  const CASES: Readonly<Record<string, { spoil?: () => void; offered: ContractFile | string; says: RegExp; mend?: () => void }>> = {
    'a field without policy': { offered: unprotected(whole), says: /POLICY_MISSING .*earmarkedDonations/ },
    'a list of public fields that lacks one': {
      offered: { ...whole, publicFields: whole.publicFields.replace(/^linkage Person\.id .*\n/m, '') },
      says: /PUBLIC_NOT_LISTED/,
    },
    'subgraphs that do not compose': {
      offered: { ...whole, subgraphs: { ...whole.subgraphs, linkage: before.subgraphs.linkage as string } },
      says: /charityFederationKey|SATISFIABILITY|INVALID|COMPOSITION/,
    },
    'a text cut off': { offered: JSON.stringify(whole).slice(0, 9_000), says: /not JSON/ },
    'a supergraph instead of a contract': { offered: JSON.stringify(supergraphOf(whole)), says: /has not both/ },
    'an address missing': {
      spoil: () => replace(addressFile, without(JOINING)),
      offered: whole,
      says: /the address of subgraph charity-federation is not set/,
      mend: () => replace(addressFile, addresses(ALL)),
    },
    'a statement key missing': {
      spoil: () => renameSync(key(), `${key()}.away`),
      offered: whole,
      says: /secret statement-charity-federation\.key cannot be read/,
      mend: () => renameSync(`${key()}.away`, key()),
    },
    'a registry nobody signed': {
      spoil: () => replace(hub.home.registry, `${registry.replace('case-manager', 'case-dragons')}`),
      offered: whole,
      says: /signature is not valid/,
      mend: () => replace(hub.home.registry, registry),
    },
  };
  let registry = '';
  beforeAll(() => {
    registry = readFileSync(hub.home.registry, 'utf8');
  });

  test.each(Object.entries(CASES))('%s: refused with one line, and the old serves on', async (_, { spoil, offered, says, mend }) => {
    expect(await reload(before)).toMatchObject({ msg: 'supergraph taken' });
    spoil?.();
    const from = log.length;
    try {
      const line = await reload(offered);
      expect(line).toMatchObject({ level: 50, msg: 'supergraph refused; the one before serves on', supergraph: BEFORE });
      expect((line.problems as string[]).join('\n')).toMatch(says);
      expect(stateOf(await asked({}))).toBe('NOT_ANSWERED');
      // The file may have been noticed before the signal: then each says its one line.
      const errors = log.slice(from).filter(({ level }) => Number(level) >= 50);
      expect(errors).toHaveLength(new Set(errors.map(({ trigger }) => trigger)).size);
    } finally {
      mend?.();
    }
    // Control: mended, the same is taken.
    expect(await reload(whole)).toMatchObject({ msg: 'supergraph taken', supergraph: WHOLE });
    expect(stateOf(await asked({}))).toBe('ANSWERED');
  });
});

describe('a steady stream of questions', () => {
  const QUESTIONS = 540;
  const AT_ONCE = 8;

  test('is answered whole, by one supergraph or the other, through nine offers', async () => {
    await reload(before);
    const old = JSON.stringify((await asked({})).body.data);
    await reload(whole);
    const now = JSON.stringify((await asked({})).body.data);
    expect(now).not.toBe(old);

    let left = QUESTIONS;
    /** Receipts by the supergraph whose answer it is. */
    const seen = { old: [] as unknown[], now: [] as unknown[] };
    const wrong: string[] = [];
    const ask = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        const { status, text, body } = await asked({});
        const data = JSON.stringify(body.data);
        const receipt = body.extensions?.disclosure?.receipt;
        if (status === 200 && data === old) seen.old.push(receipt);
        else if (status === 200 && data === now) seen.now.push(receipt);
        else wrong.push(`${status} ${text.slice(0, 200)}`);
      }
    };
    const from = log.length;
    const stream = Promise.all(Array.from({ length: AT_ONCE }, ask));
    const said: unknown[] = [];
    for (const [index, offered] of [before, whole, '{', before, whole, before, '[]', whole, before].entries()) {
      while (left > QUESTIONS - (index + 1) * 55) await new Promise((resolve) => setTimeout(resolve, 5));
      said.push((await reload(offered)).msg);
    }
    expect(left).toBeGreaterThan(0);
    await stream;

    expect(said.filter((msg) => msg === 'supergraph taken')).toHaveLength(7);
    expect(wrong).toEqual([]);
    expect(seen.old.length + seen.now.length).toBe(QUESTIONS);
    expect(Math.min(seen.old.length, seen.now.length)).toBeGreaterThan(QUESTIONS / 5);
    const lines = await answeredSince(from, [...seen.old, ...seen.now]);
    const served = (version: string) => lines.filter(({ supergraph }) => supergraph === version).map(({ requestId }) => requestId);
    expect(new Set(served(BEFORE))).toEqual(new Set(seen.old));
    expect(new Set(served(WHOLE))).toEqual(new Set(seen.now));
  }, 240_000);

  test('is counted by version, and so are the offers', async () => {
    const metrics = await (await fetch(`http://127.0.0.1:${log.find(({ msg }) => msg === 'listening')?.port}/metrics`)).text();
    expect(metrics).toMatch(new RegExp(`aidgraph_gateway_requests_total\\{code="ANSWERED",supergraph="${WHOLE}"\\} [1-9]\\d`));
    expect(metrics).toMatch(/aidgraph_gateway_reloads_total\{result="REFUSED"\} [1-9]/);
    expect(metrics).toMatch(/aidgraph_gateway_reloads_total\{result="TAKEN"\} [1-9]/);
  });
});

test('the gateway ends in order', async () => {
  const gone = new Promise((resolve) => gateway.once('exit', resolve));
  gateway.kill('SIGTERM');
  expect(await gone).toBe(0);
  rmSync(contractFile);
});
