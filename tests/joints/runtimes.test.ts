import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { buildASTSchema, parse } from 'graphql';
import { QUESTION } from '../../cli/ask/question.js';
import { DEVELOPMENT_ORGANISATIONS } from '../../cli/first-start/development-organisations.js';
import { addressOf } from '../../cli/house/processes.js';
import { createGatewayApp, type GatewayOptions } from '../../gateway/app.js';
import { WELCOME } from '../../gateway/development/explorer-page.js';
import { subgraphNames } from '../../gateway/subgraph-names.js';
import type { App } from '../../runtime/app.js';
import { PRIOR_AID_INPUTS } from '../../subgraphs/casework/sources.js';
import { EVERY_ASKER } from '../hub/every-asker.js';
import { AGENCIES, type Hub, type Reply } from '../hub/hub.js';
import { ASK_PEOPLE, ASK_PERSON } from '../hub/questions.js';
import { startHub } from '../hub/start-hub.js';
import { testCounty } from '../hub/test-county.js';
import { wholeQuestion } from '../leak/whole-question.js';
import { createApolloGatewayApp } from './apollo-gateway-app.js';
import { stitchingEngine } from './stitching-engine.js';

/**
 * The contract is the supergraph, not the engine: three planners that share no code answer the same questions alike, over
 * the real subgraphs, with statements and evidence on every sub-request.
 */
const ENGINES = ['router', 'stitching', 'apollo'] as const;
type Engine = (typeof ENGINES)[number];

const SCHEMA = join(import.meta.dirname, '../../schema');
const supergraph = readFileSync(join(SCHEMA, 'supergraph.graphql'), 'utf8');
const api = buildASTSchema(transformSupergraphToPublicSchema(parse(supergraph)));
const catalogues = Object.values(api.getQueryType()?.getFields() ?? {}).filter(({ args }) => args.length === 0);

/** Everybody who can ask about a person: the hub's own services hold no enrolment key, so no ref to ask about. */
const ASKERS = EVERY_ASKER.filter(({ organisation }) => DEVELOPMENT_ORGANISATIONS.find(({ id }) => id === organisation)?.kind !== 'HUB');

/** Spellings of one question that planners take apart in different ways. */
const SPELLED = `query Spelled($id: ID!, $other: ID!, $deep: Boolean = false) {
  a: person(id: $id) { ...Part __typename }
  b: person(id: $other) { name: id ...Part ... on Person { again: priorAid { total { max min } } } }
  c: person(id: $id) { priorAid { sources { state @skip(if: $deep) source } items { source @include(if: $deep) kind } } }
}
fragment Part on Person { id first: civilAffairsAid { when: asOf ...Items } charityAid { ...Items asOf } }
fragment Items on AidAnswer { items { id amount { __typename max } amount { min } } }`;

/** Answers are compared here, not their haste: a busy machine must not make a source silent. In milliseconds. */
const UNHURRIED = 60_000;

const county = testCounty();
const apps = new Map<Engine, App>();
let hub: Hub;
let gatewayOptions: GatewayOptions;

beforeAll(async () => {
  hub = await startHub({ load: county.load, deadline: UNHURRIED });
  gatewayOptions = {
    ...hub.options('gateway'),
    deadline: UNHURRIED,
    supergraph,
    subgraphs: new Map(subgraphNames(parse(supergraph)).map((name) => [name, addressOf(name, 4000)])),
  };
  apps.set('router', hub.apps.get('gateway') as App);
  apps.set('stitching', await createGatewayApp({ ...gatewayOptions, engine: stitchingEngine }));
  apps.set('apollo', await createApolloGatewayApp(gatewayOptions));
}, 120_000);
afterAll(async () => {
  await apps.get('stitching')?.close();
  await apps.get('apollo')?.close();
  if (apps.has('router')) hub.apps.set('gateway', apps.get('router') as App);
  await hub?.close();
});

type Asker = (typeof ASKERS)[number];

async function ask(engine: Engine, asker: Asker, query: string, variables: Record<string, unknown> = {}): Promise<Reply> {
  hub.apps.set('gateway', apps.get(engine) as App);
  return hub.ask({ as: asker.user, purpose: asker.purpose, query, variables });
}

/** The replies of all engines, in their order; one after the other, because the hub has one gateway at a time. */
async function askAll(asker: Asker, query: string, variables: Record<string, unknown>): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (const engine of ENGINES) replies.push(await ask(engine, asker, query, variables));
  return replies;
}

/**
 * What must be the same: every value, every line and source of the report, every error's code. What may differ:
 * - the receipt, which is new for every request;
 * - the order of members of an object: each engine writes them in the order its plan fetched them, and JSON gives it no
 *   meaning (`toEqual` does not look at it either);
 * - texts and paths of errors: an engine names the place where it noticed, which is another for each.
 */
const comparable = ({ status, body }: Reply) => ({
  status,
  data: body.data,
  codes: [...new Set(body.errors?.map(({ extensions }) => extensions?.code))].sort(),
  disclosure: { ...body.extensions?.disclosure, receipt: '' },
});

const QUESTIONS: readonly { readonly name: string; readonly query: string; readonly of: 'each' | 'some' | 'two' | 'list' | 'nobody' }[] = [
  { name: 'what `aidgraph ask` asks', query: QUESTION, of: 'each' },
  { name: 'what the page of development mode asks', query: WELCOME, of: 'some' },
  { name: 'a whole person', query: ASK_PERSON, of: 'some' },
  { name: 'a person and all the schema has', query: wholeQuestion(api, 'person', '(id: $id)', '($id: ID!)'), of: 'some' },
  { name: 'a list of persons', query: ASK_PEOPLE, of: 'list' },
  { name: 'a list and all the schema has', query: wholeQuestion(api, 'people', '(ids: $ids)', '($ids: [ID!]!)'), of: 'list' },
  { name: 'aliases, fragments, conditions', query: SPELLED, of: 'two' },
  ...catalogues.map(({ name }) => ({ name, query: wholeQuestion(api, name, ''), of: 'nobody' as const })),
];

/** Persons as one organisation names them; the last is known to nobody. */
async function refsOf(organisation: string): Promise<string[]> {
  const numbers = [...county.labels.map((label) => county.person(label)), '999124198001010017'];
  return Promise.all(numbers.map((number) => hub.refOf(organisation, number)));
}

const variablesOf = (of: (typeof QUESTIONS)[number]['of'], refs: readonly string[]): Record<string, unknown>[] => {
  if (of === 'nobody') return [{}];
  // A person twice, and in another order than any agency keeps.
  if (of === 'list') return [{ ids: [...refs.toReversed(), refs[0]] }, { ids: [] }];
  if (of === 'two')
    return [
      { id: refs[0], other: refs.at(-1) },
      { id: refs[1], other: refs[0], deep: true },
    ];
  // The lists hold everybody; on their own the first, and one nobody knows.
  return (of === 'each' ? refs : [refs[0], refs.at(-1)]).map((id) => ({ id }));
};

async function compare(asker: Asker): Promise<number> {
  const refs = await refsOf(asker.organisation);
  let compared = 0;
  for (const { name, query, of } of QUESTIONS) {
    for (const variables of variablesOf(of, refs)) {
      const [expected, ...others] = await askAll(asker, query, variables);
      expect([name, expected?.status, expected?.body.errors]).toEqual([name, 200, undefined]);
      for (const [index, other] of others.entries()) {
        const engine = ENGINES[index + 1];
        expect({ engine, name, ...comparable(other) }).toEqual({ engine, name, ...comparable(expected as Reply) });
      }
      compared += 1;
    }
  }
  return compared;
}

describe('while all agencies are up, the three engines answer alike', () => {
  test.each(ASKERS)(
    '$user for $purpose',
    async (asker) => {
      expect(await compare(asker)).toBeGreaterThan(20);
    },
    240_000,
  );

  const [officer] = ASKERS.filter(({ user }) => user === 'lin-yue') as [Asker];
  test.each(['SUMMARY', 'DETAIL'] as const)(
    'a charity officer with grants to the %s',
    async (extent) => {
      for (const label of county.labels)
        await hub.consent(county.person(label), { kind: 'GIVE', extent, categories: ['AID', 'STATUS', 'HEALTH', 'IDENTITY', 'HOUSEHOLD'] });
      expect(await compare(officer)).toBeGreaterThan(20);
    },
    240_000,
  );

  test('control: the answers compared do hold something, and an answer that differs is noticed', async () => {
    const [id] = await refsOf('civil-affairs');
    const [manager] = ASKERS.filter(({ user }) => user === 'chen-jianguo') as [Asker];
    const reply = await ask('router', manager, ASK_PERSON, { id });
    expect(JSON.stringify(reply.body.data)).toContain('37400.00');
    const other = await ask('apollo', manager, ASK_PERSON, { id: (await refsOf('civil-affairs'))[1] });
    expect(comparable(other)).not.toEqual(comparable(reply));
    expect(comparable({ ...reply, body: JSON.parse(reply.text.replace('37400.00', '37400.01')) })).not.toEqual(comparable(reply));
  });

  test('a ref that is none is the same error', async () => {
    const [asker] = ASKERS as [Asker];
    const replies = await askAll(asker, WELCOME, { id: 'nobody' });
    for (const reply of replies) expect(comparable(reply).codes).toEqual(['REF_NOT_VALID']);
  });
});

interface PersonData {
  readonly [field: string]: unknown;
  readonly priorAid: { readonly sources: readonly { readonly source: string; readonly state: string }[] };
}

/** Fields of Person that a subgraph answers. */
function fieldsOf(agency: string): string[] {
  const schema = buildASTSchema(parse(readFileSync(join(SCHEMA, 'subgraphs', `${agency}.graphql`), 'utf8')), { assumeValidSDL: true });
  const person = schema.getType('Person');
  if (!person || !('getFields' in person)) throw new Error(`${agency} has no person`);
  return Object.keys(person.getFields()).filter((name) => !name.endsWith('Key'));
}

/** Ways in which an agency is not there; gone is a connection refused. */
const WAYS: Readonly<Record<string, ((down: App) => App['handle']) | undefined>> = {
  gone: undefined,
  'saying nonsense': () => async () => new Response('<html>', { status: 200 }),
  'failing with an address': () => async () =>
    Response.json({ errors: [{ message: 'connect ECONNREFUSED 127.0.0.1:5432' }] }, { status: 500 }),
  'answering as before': (down) => {
    let kept: Promise<Response> | undefined;
    return async (request) => {
      kept ??= down.handle(request);
      return (await kept).clone();
    };
  },
  silent: () => () => new Promise(() => {}),
};

describe('on the product’s engine, with one agency not there', () => {
  const wholePerson = wholeQuestion(api, 'person', '(id: $id)', '($id: ID!)');
  const [manager] = ASKERS.filter(({ user }) => user === 'chen-jianguo') as [Asker];
  const derived = fieldsOf('casework').filter((field) => !AGENCIES.some((agency) => fieldsOf(agency).includes(field)));

  async function without(agency: string, way: string, id: string | undefined): Promise<void> {
    const down = hub.apps.get(agency) as App;
    const handle = WAYS[way]?.(down);
    const before = await ask('router', manager, wholePerson, { id });
    if (handle) hub.apps.set(agency, { ...down, handle });
    else hub.apps.delete(agency);
    // What it kept of an earlier question, so that it has something to answer with.
    if (way === 'answering as before') await ask('router', manager, wholePerson, { id });
    const reply = await ask('router', manager, wholePerson, { id }).finally(() => hub.apps.set(agency, down));
    expect(reply.status).toBe(200);
    const [was, is] = [before, reply].map(({ body }) => body.data?.person as PersonData);
    for (const field of fieldsOf(agency)) expect([field, is?.[field]]).toEqual([field, null]);
    for (const other of AGENCIES.filter((name) => name !== agency))
      for (const field of fieldsOf(other)) expect([field, is?.[field]]).toEqual([field, was?.[field]]);
    for (const field of derived) expect([field, is?.[field] === null]).toEqual([field, was?.[field] === null]);

    const [wasSources = [], sources = []] = [was, is].map((person) => person?.priorAid.sources);
    expect(sources.map(({ source }) => source)).toEqual(PRIOR_AID_INPUTS.map(({ source }) => source));
    for (const [index, { source, state }] of sources.entries())
      expect([source, state]).toEqual([source, source === agency ? 'NOT_ANSWERED' : wasSources[index]?.state]);
    const silent = reply.body.extensions?.disclosure?.sources.filter((source) => !source.answered).map(({ source }) => source);
    expect(silent).toEqual([agency]);

    expect(reply.text).not.toMatch(/127\.0\.0\.1|localhost|aidgraph\.internal|ECONN|fetch failed|:4\d{3}/);
    expect(reply.body.errors?.map(({ extensions }) => extensions?.code)).toEqual(['SOURCE_UNAVAILABLE']);
  }

  test.each(AGENCIES)(
    '%s gone: the others’ data is there, the missing is null and named, for everybody',
    async (agency) => {
      for (const id of await refsOf(manager.organisation)) await without(agency, 'gone', id);
    },
    120_000,
  );

  const others = Object.keys(WAYS).filter((way) => way !== 'gone' && way !== 'silent');
  test.each(AGENCIES.flatMap((agency) => others.map((way) => [agency, way] as const)))('%s %s: the same', async (agency, way) => {
    await without(agency, way, (await refsOf(manager.organisation))[0]);
  });

  test('one that is silent holds nobody up longer than a source may', async () => {
    // With the product's deadline: past it the answer would be none at all.
    const hurried = await createGatewayApp({ ...gatewayOptions, deadline: 10_000 });
    const unhurried = apps.get('router') as App;
    apps.set('router', hurried);
    try {
      await without(AGENCIES[0] as string, 'silent', (await refsOf(manager.organisation))[0]);
    } finally {
      apps.set('router', unhurried);
      await hurried.close();
    }
  });
});
