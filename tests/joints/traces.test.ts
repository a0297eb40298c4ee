import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { DEVELOPMENT_USERS } from '../../cli/first-start/development-users.js';
import { subgraphNames } from '../../gateway/subgraph-names.js';
import { openTracing } from '../../runtime/open-tracing.js';
import { TRACE_ATTRIBUTES, type Tracing } from '../../runtime/tracing.js';
import { traceIdsOf } from '../../schema/wire/trace-ids.js';
import { EVERY_ASKER } from '../hub/every-asker.js';
import { AGENCIES, type Exchange } from '../hub/hub.js';
import { ASK_PEOPLE, ASK_PERSON } from '../hub/questions.js';
import { testCounty } from '../hub/test-county.js';
import { type LeakSearch, STATES, startLeakSearch } from '../leak/leak-search.js';
import { cellTexts, fragments } from '../leak/plant-markers.js';
import { type ReceivedSpan, receiveSpans, type SpanReceiver } from './span-receiver.js';

/**
 * Everything the services send to where spans go, over a run of questions on a hub whose every cell is a marker: nothing of
 * a person, an asker's user or a question is in it, and no two agencies' spans have a name in common.
 */
const county = testCounty();
const SUBGRAPHS = subgraphNames(parse(readFileSync(join(import.meta.dirname, '../../schema/supergraph.graphql'), 'utf8')));
let receiver: SpanReceiver;
let search: LeakSearch;
let exchanges: Exchange[];
let text = '';
let spans: ReceivedSpan[] = [];
/** Whatever must not be there, by what it is. */
const secrets = new Map<string, Set<string>>();

const keep = (kind: string, values: Iterable<string>) => {
  const set = secrets.get(kind) ?? new Set<string>();
  for (const value of values) if (value.length > 3) set.add(value);
  secrets.set(kind, set);
};
/** Every text in a JSON value. */
const texts = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];

/** What of the secrets stands in a text. */
function found(where: string): string[] {
  const pieces = new Set(fragments(where));
  return [...secrets].flatMap(([kind, values]) =>
    [...values]
      // As it is, or as JSON writes it.
      .filter((value) =>
        kind === 'cell' ? pieces.has(value) : where.includes(value) || where.includes(JSON.stringify(value).slice(1, -1)),
      )
      .map((value) => `${kind} ${value}`),
  );
}

beforeAll(async () => {
  receiver = await receiveSpans();
  const tracing = (service: string): Promise<Tracing | undefined> =>
    openTracing(service, { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint });
  search = await startLeakSearch({ tracing, deadline: 60_000 });
  const { hub } = search;
  for (const asker of EVERY_ASKER) for (const state of STATES.slice(0, 3)) await search.search(asker, state);

  hub.exchanges.length = 0;
  hub.recordExchanges = true;
  const officer = { as: 'lin-yue', purpose: 'PRIOR_AID_CHECK' } as const;
  const ids = await Promise.all(county.labels.map((label) => hub.refOf('charity-federation', county.person(label))));
  await hub.ask({ ...officer, query: ASK_PEOPLE, variables: { ids }, caseRef: 'CASE-2026-0417' });
  await hub.ask({ ...officer, query: ASK_PERSON.replace('($id: ID!)', '').replace('$id', JSON.stringify(ids[0])) });
  const down = hub.apps.get('civil-affairs');
  hub.apps.delete('civil-affairs');
  await hub.ask({ ...officer, query: ASK_PERSON, variables: { id: ids[0] } });
  if (down) hub.apps.set('civil-affairs', down);
  exchanges = [...hub.exchanges];
  for (const user of DEVELOPMENT_USERS) keep('token', [(await hub.credentials(user.user)).token]);

  keep('ref', ids);
  keep('case', ['CASE-2026-0417']);
  keep(
    'user',
    DEVELOPMENT_USERS.flatMap(({ user, name }) => (user === 'detection' ? [] : [user, name.en, name.zh])),
  );
  keep(
    'ID number',
    county.labels.map((label) => county.person(label)),
  );
  for (const agency of AGENCIES) keep('cell', await cellTexts(hub.databaseUrl(agency)));
  for (const { request } of exchanges) {
    keep(
      'credential',
      [...request.headers].filter(([name]) => /^(authorization|dpop|aidgraph-statement)$/.test(name)).map(([, value]) => value),
    );
    const { query, variables } = JSON.parse(request.body) as { query?: string; variables?: { representations?: object[] } };
    if (query) keep('question', [query]);
    const representations = (variables?.representations ?? []) as Record<string, unknown>[];
    keep(
      'key',
      representations.flatMap((entry) => Object.entries(entry).flatMap(([name, value]) => (name.endsWith('Key') ? [String(value)] : []))),
    );
    keep('ref', texts({ ...variables, representations: [] }));
  }
  for (const { request } of exchanges) {
    const claims = request.headers.get('aidgraph-statement')?.split('.')[1];
    if (claims === undefined) continue;
    const { tag, jti, case: handle } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, string>;
    keep(
      'statement',
      [tag, jti, handle].filter((value) => value !== undefined),
    );
  }

  // Spans are sent when a service closes, at the latest.
  await hub.close();
  text = receiver.text();
  spans = receiver.spans();
}, 240_000);
afterAll(() => receiver?.close());

const of = (service: string) => spans.filter((span) => span.service === `aidgraph-${service}`);
const namesOf = (list: readonly ReceivedSpan[]) =>
  new Set(
    list.flatMap(({ traceId, spanId, parentSpanId, links = [] }) =>
      [traceId, spanId, parentSpanId, ...links.flatMap((link) => [link.traceId, link.spanId])].filter(Boolean),
    ),
  );

describe('what is sent', () => {
  test('tells each question and each sub-request with its steps', () => {
    const steps = (service: string) => [...new Set(of(service).map(({ name }) => name))].sort();
    expect(steps('gateway')).toEqual(['authenticate', 'close', 'open', 'question', 'sub-request']);
    for (const agency of AGENCIES) expect(steps(agency)).toEqual(['decide', 'execute', 'record', 'sub-request', 'verify']);
    expect(steps('linkage')).toEqual(['execute', 'sub-request', 'verify']);
    const questions = of('gateway').filter(({ name }) => name === 'question');
    expect(questions.length).toBeGreaterThan(EVERY_ASKER.length * 3);
    for (const span of spans) expect(BigInt(span.endTimeUnixNano) >= BigInt(span.startTimeUnixNano)).toBe(true);
    const silent = of('gateway').filter(({ attributes }) =>
      attributes.some(({ key, value }) => key === 'aidgraph.answered' && value.stringValue === 'false'),
    );
    expect(silent.map(({ attributes }) => attributes.find(({ key }) => key === 'aidgraph.source')?.value.stringValue)).toEqual([
      'civil-affairs',
    ]);
  });

  test('holds nothing of a person, a user or a question', () => {
    for (const kind of ['token', 'ref', 'case', 'user', 'ID number', 'cell', 'credential', 'question', 'key', 'statement'])
      expect([kind, (secrets.get(kind)?.size ?? 0) > 0]).toEqual([kind, true]);
    expect(secrets.get('cell')?.size).toBeGreaterThan(500);
    expect(text.length).toBeGreaterThan(20_000);
    expect(found(text)).toEqual([]);
    // Of any kind, recorded or not: a marker, a token, an ID number (not within an id of hexadecimal digits), a ref.
    expect(text.match(/mkr\d{6}x|\beyJ\w{10}|(?<![\da-f])\d{17}[\dX](?![\da-f])|\d\.[A-Za-z0-9_-]{43}/)).toBeNull();
  });

  test('is of a closed form: names, attributes, no events, no messages, no host', () => {
    const keys = new Set(spans.flatMap(({ attributes }) => attributes.map(({ key }) => key)));
    expect([...keys].sort()).toEqual(
      Object.keys(TRACE_ATTRIBUTES)
        .map((name) => `aidgraph.${name}`)
        .sort(),
    );
    for (const { events = [], status } of spans) expect([events, status?.message]).toEqual([[], undefined]);
    expect(new Set(receiver.resources().map(({ key }) => key))).toEqual(new Set(['service.name']));
  });
});

describe('joining', () => {
  test('no two services but the gateway share the name of a trace or a span', () => {
    for (const [index, one] of SUBGRAPHS.entries()) {
      expect([one, of(one).length > 0]).toEqual([one, true]);
      for (const other of SUBGRAPHS.slice(index + 1)) {
        const names = namesOf(of(other));
        expect([one, other, [...namesOf(of(one))].filter((name) => names.has(name))]).toEqual([one, other, []]);
      }
      expect(of(one).flatMap(({ links = [] }) => links)).toEqual([]);
    }
  });

  test('the hub links every answered sub-request to the subgraph’s own trace', () => {
    const roots = new Map(
      SUBGRAPHS.flatMap((name) =>
        of(name)
          .filter(({ parentSpanId }) => !parentSpanId)
          .map((span) => [span.spanId, span] as const),
      ),
    );
    const answered = of('gateway').filter(({ attributes }) =>
      attributes.some(({ key, value }) => key === 'aidgraph.answered' && value.stringValue === 'true'),
    );
    expect(answered.length).toBe(roots.size);
    for (const { links = [], attributes } of answered) {
      const root = roots.get(links[0]?.spanId ?? '');
      expect([root?.traceId, root?.service]).toEqual([
        links[0]?.traceId,
        `aidgraph-${attributes.find(({ key }) => key === 'aidgraph.source')?.value.stringValue}`,
      ]);
    }
  });

  test('no trace context travels between processes', () => {
    expect(exchanges.length).toBeGreaterThan(8);
    for (const { request } of exchanges)
      expect([...request.headers.keys()].filter((name) => /^(traceparent|tracestate|baggage|b3|x-b3-.*)$/.test(name))).toEqual([]);
  });

  test('the names of two subgraphs for one request differ, those of one subgraph have its trace in common', () => {
    const [a, b, again] = [
      { tag: 'a', jti: '1' },
      { tag: 'b', jti: '2' },
      { tag: 'a', jti: '3' },
    ].map(traceIdsOf);
    expect(a?.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(a?.spanId).toMatch(/^[0-9a-f]{16}$/);
    expect([a?.traceId === b?.traceId, a?.traceId === again?.traceId, a?.spanId === again?.spanId]).toEqual([false, true, false]);
  });
});

describe('controls', () => {
  const sent = async (attributes: Record<string, string>): Promise<string> => {
    const other = await receiveSpans();
    const tracing = (await openTracing('control', { OTEL_EXPORTER_OTLP_ENDPOINT: other.endpoint })) as Tracing;
    tracing.begin('control', { attributes }).end(attributes);
    await tracing.close();
    await other.close();
    return other.text();
  };
  const planted = (): Record<string, string> => ({
    source: [...(secrets.get('cell') as Set<string>)].find((value) => value.startsWith('mkr')) as string,
    purpose: [...(secrets.get('ref') as Set<string>)][0] as string,
    client: county.person('aided-by-both'),
    user: 'lin-yue',
    'db.statement': [...(secrets.get('question') as Set<string>)][0] as string,
  });

  test('a value that is not of its attribute’s form, or an attribute that is not listed, is not sent', async () => {
    const bytes = await sent(planted());
    expect(bytes).toContain('aidgraph-control');
    // A marker is of the form of a registry's name; nothing else planted here is.
    expect(found(bytes).filter((entry) => !entry.startsWith('cell mkr'))).toEqual([]);
  });

  test('an attribute somebody adds is found', async () => {
    const open = TRACE_ATTRIBUTES as unknown as Record<string, RegExp>;
    const kept = { ...open };
    for (const name of Object.keys(planted())) open[name] = /^/;
    try {
      const kinds = found(await sent(planted())).map((entry) => entry.split(' ')[0]);
      expect(new Set(kinds)).toEqual(new Set(['cell', 'ref', 'ID', 'user', 'question']));
    } finally {
      for (const name of Object.keys(open)) delete open[name];
      Object.assign(open, kept);
    }
  });
});

describe('off', () => {
  // Written at once: what is buffered in the hooks' own thread is lost when the program ends.
  const hooks = `import { writeSync } from 'node:fs';
    export async function resolve(name, context, next) { if (name.includes('@opentelemetry')) writeSync(2, 'LOADED ' + name + '\\n'); return next(name, context); }`;
  const program = `
    const { register } = await import('node:module');
    register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(hooks)}));
    for (const path of ['gateway/main.js', 'subgraphs/civil-affairs/main.js', 'subgraphs/linkage/main.js']) await import('./dist/' + path);
    const { openTracing } = await import('./dist/runtime/open-tracing.js');
    process.stdout.write(String(await openTracing('x', process.env)));
    process.exit(0);`;
  const loaded = (environment: Record<string, string>) => {
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      cwd: join(import.meta.dirname, '../..'),
      env: { PATH: process.env.PATH, ...environment },
      encoding: 'utf8',
    });
    return { opened: stdout, modules: stderr.match(/LOADED \S+/g) };
  };

  test('nothing of OpenTelemetry is loaded, and no service traces', () => {
    expect(loaded({})).toEqual({ opened: 'undefined', modules: null });
  }, 60_000);

  test('control: on, it is loaded', () => {
    const { opened, modules } = loaded({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' });
    expect(opened).toBe('[object Object]');
    expect(modules).toContain('LOADED @opentelemetry/sdk-trace');
  }, 60_000);

  test('what is no address is a configuration that cannot be used', async () => {
    await expect(openTracing('x', { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' })).rejects.toThrow(
      'OTEL_EXPORTER_OTLP_ENDPOINT must be an http address',
    );
  });
});
