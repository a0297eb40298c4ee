import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildASTSchema, buildClientSchema, type GraphQLSchema, getIntrospectionQuery, type IntrospectionQuery, parse } from 'graphql';
import pg from 'pg';
import { measureOperation } from '../../gateway/measure-operation.js';
import { LIMITS } from '../../gateway/use-limits.js';
import { readFieldPolicies } from '../../kit/enforce/field-policies.js';
import { CATEGORIES } from '../../schema/vocabulary/categories.js';
import { readTaggingKeys } from '../../subgraphs/linkage/names/tagging-keys.js';
import { createTranslator } from '../../subgraphs/linkage/names/translate.js';
import { askerOf, EVERY_ASKER, type KnownAsker } from '../hub/every-asker.js';
import { AGENCIES, type Exchange, type Hub, type HubOptions } from '../hub/hub.js';
import { startHub } from '../hub/start-hub.js';
import { type TestCounty, testCounty } from '../hub/test-county.js';
import { type GrantState, mayBeRaw } from './may-be-raw.js';
import { cellTexts, fragments, plantMarkers } from './plant-markers.js';
import { type Leaf, walkAnswer } from './walk-answer.js';
import { wholeQuestion } from './whole-question.js';

const ALL = Object.keys(CATEGORIES);

/** What everybody in the county said to everybody. */
export const STATES: readonly GrantState[] = [
  { name: 'nobody said anything' },
  { name: 'SUMMARY of everything', kind: 'GIVE', extent: 'SUMMARY', categories: ALL },
  { name: 'DETAIL of everything', kind: 'GIVE', extent: 'DETAIL', categories: ALL },
  { name: 'DETAIL of aid alone', kind: 'GIVE', extent: 'DETAIL', categories: ['AID'] },
  { name: 'DETAIL of health alone', kind: 'GIVE', extent: 'DETAIL', categories: ['HEALTH'] },
  { name: 'refused', kind: 'REFUSE', categories: ALL },
  { name: 'withdrawn', kind: 'WITHDRAW', categories: ALL },
  { name: 'expired', kind: 'GIVE', extent: 'DETAIL', categories: ALL, expired: true },
  { name: 'household check authorised', kind: 'AUTHORISE_HOUSEHOLD_CHECK', categories: ALL },
];

/** A recorded value where it must not be. */
export interface Leak {
  readonly asker: string;
  readonly state: string;
  readonly where: string;
  readonly marker: string;
}

/** A hub whose every cell holds a marker, ready to be searched. */
export interface LeakSearch {
  readonly hub: Hub;
  /**
   * Asks for everything as one asker in one state, which everybody in the county is in towards every asker at once; entering it is
   * dear, so go by states. @returns leaks, and how many markers left where they may.
   */
  search(asker: KnownAsker, state: GrantState): Promise<{ leaks: Leak[]; permitted: number }>;
  /** Every coordinate at which a marker came out of an agency in any search so far. */
  readonly seenAt: ReadonlySet<string>;
}

/** Persons of each agency that are asked about at most, beside the sample persons: as many as one question for everything may name. */
const PEOPLE_EACH = 6;
const root = join(import.meta.dirname, '../..');

/** Starts and plants a hub. */
export async function startLeakSearch(
  options: Pick<HubOptions, 'serve' | 'supergraph' | 'tracing' | 'deadline'> & { sdl?: Readonly<Record<string, string>> } = {},
): Promise<LeakSearch> {
  const county = testCounty();
  const hub = await startHub({ ...options, load: county.load });
  const markers = new Set<string>();
  for (const [at, agency] of AGENCIES.entries()) {
    await plantMarkers(hub.databaseUrl(agency), 1 + at * 1_000_000);
    for (const text of await cellTexts(hub.databaseUrl(agency))) markers.add(text);
  }
  const api = await publicSchema(hub);
  const schemas = new Map<string, GraphQLSchema>(
    [...AGENCIES, 'casework' as const].map((agency) => [
      agency,
      buildASTSchema(parse(options.sdl?.[agency] ?? readFileSync(join(root, 'schema/subgraphs', `${agency}.graphql`), 'utf8')), {
        assumeValidSDL: true,
      }),
    ]),
  );
  const allowed = new Map(AGENCIES.map((agency) => [agency, mayBeRaw(agency)]));
  const translator = await createTranslator(await readTaggingKeys(hub.options('linkage').registry, hub.options('linkage').secrets));
  const everything = wholeQuestion(api, 'people', '(ids: $ids)', '($ids: [ID!]!)');
  const most = Math.floor(LIMITS.cost / measureOperation(parse(everything)).fields);
  const people = (await somePeople(hub, county, (ref, agency) => translator.translate(ref, agency, 'civil-affairs'))).slice(0, most);
  const questions = [everything, ...catalogues(api)];
  const seenAt = new Set<string>();
  for (const user of ['chen-jianguo', 'sun-ying']) {
    const ids = people.map((ref) => translator.translate(ref, 'civil-affairs', askerOf(user).organisation));
    for (const text of await releasedByStatute(hub, user, ids, questions)) markers.add(text);
  }

  let entered: GrantState | undefined;
  const enter = async (state: GrantState) => {
    if (state === entered) return;
    for (const agency of AGENCIES) {
      await putState(hub.databaseUrl(agency), state);
      // What is deleted under a process, it does not hear of.
      await hub.reopen(agency);
    }
    entered = state;
  };

  return {
    hub,
    seenAt,
    search: async (asker, state) => {
      await enter(state);
      const ids = people.map((ref) => translator.translate(ref, 'civil-affairs', asker.organisation));
      const leaks: Leak[] = [];
      let permitted = 0;
      const found = (where: string, marker: string) =>
        leaks.push({ asker: `${asker.user} ${asker.purpose}`, state: state.name, where, marker });
      const markersIn = (text: string) => fragments(text).filter((piece) => markers.has(piece));
      // An asker's own refs go out and come back; where the asker is an agency they stand in its cells.
      const own = new Set(ids);
      const loose = (where: string, text: string) => {
        for (const marker of markersIn(text)) if (!own.has(marker)) found(where, marker);
      };

      for (const query of questions) {
        // What an agency released raw in this question; the hub may pass that on, and nothing else.
        const released = new Set<string>();
        const judge = (where: string, leaf: Leaf, agency: string | undefined) => {
          // The request's own day, the same for everybody: some cell may hold that day.
          if (OF_THE_REQUEST.has(leaf.coordinate)) return;
          for (const marker of markersIn(String(leaf.value))) {
            seenAt.add(leaf.coordinate);
            const ok = agency ? allowed.get(agency)?.(protecting(leaf), asker.organisation, asker.purpose, state) : released.has(marker);
            if (!ok) found(`${where} ${leaf.path.join(' > ')}`, marker);
            else if (agency === where) {
              permitted += 1;
              released.add(marker);
            }
          }
        };
        hub.recordExchanges = true;
        const reply = await hub.ask({ as: asker.user, purpose: asker.purpose, query, variables: { ids } });
        hub.recordExchanges = false;
        for (const exchange of hub.exchanges.splice(0)) searchExchange(exchange, judge, loose);
        const { data, ...rest } = reply.body;
        for (const leaf of walkAnswer(api, query, data)) if (leaf.coordinate !== 'Person.id') judge('gateway', leaf, agencyOf(leaf));
        loose('gateway, beside the data', JSON.stringify(rest));
      }
      loose('logs', hub.logLines.splice(0).join('\n'));
      return { leaks, permitted };
    },
  };

  function searchExchange(
    { to, path, request, response }: Exchange,
    judge: (where: string, leaf: Leaf, agency: string | undefined) => void,
    loose: (where: string, text: string) => void,
  ): void {
    const schema = schemas.get(to);
    if (!schema || path !== '/graphql') {
      if (to !== 'gateway') loose(to, response.body);
      return;
    }
    const { data, ...rest } = JSON.parse(response.body) as { data?: unknown };
    const { query } = JSON.parse(request.body) as { query: string };
    for (const leaf of walkAnswer(schema, query, data))
      judge(
        to,
        leaf,
        AGENCIES.find((agency) => agency === to),
      );
    loose(`${to}, beside the data`, JSON.stringify(rest));
  }
}

/** The protected field a scalar belongs to: an Amount's ends belong to the field that holds it. */
const protecting = ({ path, coordinate }: Leaf): string => (coordinate.startsWith('Amount.') ? (path.at(-2) as string) : coordinate);

/** The agency that answers a field of Person, by the SDLs. */
const OWNERS: ReadonlyMap<string, string> = new Map(
  AGENCIES.flatMap((agency) =>
    [...readFieldPolicies(readFileSync(join(root, `schema/subgraphs/${agency}.graphql`), 'utf8')).keys()]
      .filter((coordinate) => coordinate.startsWith('Person.'))
      .map((coordinate) => [coordinate, agency] as const),
  ),
);

/** What casework tells of the request itself. */
const OF_THE_REQUEST: ReadonlySet<string> = new Set(['Waterfall.from', 'Waterfall.to']);

/** The fields of Person that casework computes. */
const DERIVED: ReadonlySet<string> = new Set(
  [...readFieldPolicies(readFileSync(join(root, 'schema/subgraphs/casework.graphql'), 'utf8'))]
    .filter(([coordinate, { kind }]) => coordinate.startsWith('Person.') && kind === 'DERIVED')
    .map(([coordinate]) => coordinate.slice('Person.'.length)),
);

const agencyOf = ({ path }: Leaf): string | undefined => OWNERS.get(path[1] ?? '');

/** Persons every agency has something on, by civil affairs' refs: the sample persons, and some of each agency's own. */
async function somePeople(hub: Hub, county: TestCounty, translate: (ref: string, agency: string) => string): Promise<string[]> {
  const people = await Promise.all(county.labels.map((label) => hub.refOf('civil-affairs', county.person(label))));
  const each: string[][] = [];
  for (const agency of AGENCIES) {
    const client = new pg.Client({ connectionString: hub.databaseUrl(agency) });
    await client.connect();
    try {
      const table = await namesTable(client);
      const { rows } = await client.query<{ ref: string }>(
        `SELECT ref FROM ${table} WHERE ref IS NOT NULL ORDER BY md5(id_number) LIMIT ${PEOPLE_EACH}`,
      );
      each.push(rows.map(({ ref }) => translate(ref, agency)));
    } finally {
      await client.end();
    }
  }
  // In turns, so that a question that holds fewer still has some of every agency.
  for (let at = 0; at < PEOPLE_EACH; at += 1) people.push(...each.flatMap((refs) => refs[at] ?? []));
  return [...new Set(people)];
}

/** Values that no cell holds but that are computed from cells, such as the sum of an allowance: a case manager's, who gets them raw. */
async function releasedByStatute(hub: Hub, as: string, ids: readonly string[], questions: readonly string[]): Promise<string[]> {
  const reply = await hub.ask({ as, purpose: 'CASE_REVIEW', query: questions[0] as string, variables: { ids } });
  const bandEdge = /^(0|\d+0)\.00$|9\.99$|^0\.01$/;
  if (!reply.body.data) throw new Error(`not answered: ${reply.status} ${reply.text.slice(0, 300)}`);
  // Sums over sources and periods are the hub's own, made of what was released; and so can the assistance towards a bill be, whose
  // parts are aid on their own.
  const left = (key: string) => key === 'id' || key === 'medicalAssistance' || DERIVED.has(key);
  const agencies = JSON.stringify(reply.body.data, (key, value: unknown) => (left(key) ? undefined : value));
  return fragments(agencies).filter((text) => !bandEdge.test(text));
}

async function publicSchema(hub: Hub): Promise<GraphQLSchema> {
  const reply = await hub.ask({ as: 'wang-xin', purpose: 'AUDIT', query: getIntrospectionQuery({ descriptions: false }) });
  return buildClientSchema(reply.body.data as unknown as IntrospectionQuery);
}

function catalogues(api: GraphQLSchema): string[] {
  const fields = Object.values(api.getQueryType()?.getFields() ?? {});
  return fields
    .filter(({ name }) => name !== 'person' && name !== 'people')
    .map(({ name, args }) =>
      wholeQuestion(api, name, args.length > 0 ? `(${args.map((argument) => `${argument.name}: 50`).join(', ')})` : ''),
    );
}

/** What the askers' organisations ask for; grants are theirs and not a user's. */
const RECIPIENTS = [
  ...new Map(EVERY_ASKER.map(({ organisation, purpose }) => [`${organisation} ${purpose}`, { organisation, purpose }])).values(),
];

async function putState(databaseUrl: string, state: GrantState): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('DELETE FROM consent_event');
    if (!state.kind) return;
    const table = await namesTable(client);
    await client.query(
      `INSERT INTO consent_event (event_id, kind, ref, recipient, purpose, categories, extent, at, valid_from, valid_until)
       SELECT concat_ws(' ', 'leak', recipient, purpose, ref), $1, ref, recipient, purpose, $4, $5,
              now() - interval '2 days', now() - interval '2 days', $6
       FROM (SELECT DISTINCT ref FROM ${table} WHERE ref IS NOT NULL) everybody,
            unnest($2::text[], $3::text[]) AS asking (recipient, purpose)`,
      [
        state.kind,
        RECIPIENTS.map(({ organisation }) => organisation),
        RECIPIENTS.map(({ purpose }) => purpose),
        state.categories ?? [],
        state.extent ?? null,
        state.expired ? new Date(Date.now() - 3_600_000) : null,
      ],
    );
  } finally {
    await client.end();
  }
}

/** The agency's own table of persons: the one with a ref that is not the kit's. */
async function namesTable(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ table: string }>(
    `SELECT table_name AS table FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'ref' AND table_name NOT IN ('consent_event', 'disclosure_person')`,
  );
  const [found, ...more] = rows;
  if (!found || more.length > 0) throw new Error('an agency keeps refs in one table');
  return found.table;
}
