import { join } from 'node:path';
import pg from 'pg';
import { FINDINGS_SELECTION } from '../../cli/ask/casework-answers.js';
import { parseDay } from '../../county/calendar.js';
import type { TruthCase } from '../../county/plant/truth.js';
import { personDigits, readTruth } from '../../county/read-county.testing.js';
import { writeCounty } from '../../county/write-county.js';
import type { FindingCertainty, FindingRule } from '../../schema/vocabulary/finding-rules.js';
import { MOST_PERSONS } from '../../schema/wire/most-persons.js';
import { readTaggingKeys } from '../../subgraphs/linkage/names/tagging-keys.js';
import { createTranslator } from '../../subgraphs/linkage/names/translate.js';
import type { Hub } from '../hub/hub.js';
import { startHub } from '../hub/start-hub.js';
import { importOf } from '../hub/test-county.js';
import { temporaryFolder } from '../temporary-folder.js';
import { grantEverybody } from './grant-everybody.js';
import { worldsOfExport } from './worlds-of-export.js';

/** What the hub said of one person. */
export interface Said {
  readonly items: readonly {
    readonly rule: FindingRule;
    readonly certainty: FindingCertainty;
    readonly sentence: { zh: string; en: string };
  }[];
  readonly undecided: readonly { readonly rule: FindingRule; readonly lacks: readonly { source: string; reason: string }[] }[];
}

/** A county in a hub, planted cases and ordinary people, and what an asker is told of them. */
export interface JudgedCounty {
  readonly hub: Hub;
  readonly cases: readonly TruthCase[];
  /** Digits that name people of no case whom the medical insurance knows. */
  readonly ordinary: readonly string[];
  readonly asOf: Readonly<Record<string, string>>;
  readonly today: string;
  readonly worldOf: ReturnType<typeof worldsOfExport>;
  /** What the charity's officer is told of people, when everybody granted everything to this extent; null: granted nothing. */
  ask(extent: 'DETAIL' | 'SUMMARY' | null, people: readonly string[]): Promise<ReadonlyMap<string, Said>>;
  close(): Promise<void>;
}

const NOW = new Date('2026-11-05T04:00:00Z');

/** Makes, imports and serves a county. @param people how many, and @param cases how often every scenario is planted */
export async function judgedCounty({ people, cases: times }: { readonly people: number; readonly cases: number }): Promise<JudgedCounty> {
  const out = temporaryFolder();
  writeCounty({ people, seed: 20, asOf: parseDay('2026-10-31'), out, cases: times });
  const hub = await startHub({
    now: () => NOW,
    load: async (agency, { databaseUrl, enrol }) => {
      const importRecords = await importOf(agency);
      await importRecords({ folder: join(out, agency), databaseUrl, enrol });
    },
  });
  const { cases, agencies } = readTruth(out);
  const names = await namesOf(hub);
  const refs = names.at('charity-federation');
  const planted = new Set(cases.flatMap(({ persons }) => persons.map(({ idNumber }) => personDigits(idNumber))));
  return {
    hub,
    cases,
    ordinary: [...refs.keys()].filter((digits) => !planted.has(digits)),
    asOf: agencies,
    today: '2026-11-05',
    worldOf: worldsOfExport(out),
    ask: async (extent, asked) => {
      await grantEverybody(hub, (agency) => [...names.at(agency).values()], extent, new Date('2026-10-01T00:00:00Z'));
      const told = new Map<string, Said>();
      const known = asked.filter((digits) => refs.has(digits));
      for (let at = 0; at < known.length; at += MOST_PERSONS) {
        const some = known.slice(at, at + MOST_PERSONS);
        const reply = await hub.ask({
          as: 'lin-yue',
          purpose: 'PRIOR_AID_CHECK',
          query: `query Findings($ids: [ID!]!) { people(ids: $ids) { ${FINDINGS_SELECTION} } }`,
          variables: { ids: some.map((digits) => refs.get(digits)) },
        });
        const answered = reply.body.data?.people as { findings: Said }[] | undefined;
        if (reply.body.errors || !answered) throw new Error(`not answered: ${reply.text.slice(0, 500)}`);
        for (const [index, digits] of some.entries()) told.set(digits, (answered[index] as { findings: Said }).findings);
      }
      return told;
    },
    close: () => hub.close(),
  };
}

/** The refs at any organisation of everybody the medical insurance knows by number, translated as linkage translates. */
async function namesOf(hub: Hub): Promise<{ at(organisation: string): ReadonlyMap<string, string> }> {
  const { registry, secrets } = hub.options('linkage');
  const translator = await createTranslator(await readTaggingKeys(registry, secrets));
  const client = new pg.Client({ connectionString: hub.databaseUrl('medical-insurance') });
  await client.connect();
  try {
    const { rows } = await client.query<{ id_number: string; ref: string }>(
      'SELECT DISTINCT id_number, ref FROM person WHERE ref IS NOT NULL ORDER BY id_number',
    );
    const made = new Map<string, ReadonlyMap<string, string>>();
    return {
      at: (organisation) => {
        const refAt = (ref: string) =>
          organisation === 'medical-insurance' ? ref : translator.translate(ref, 'medical-insurance', organisation);
        const known = made.get(organisation) ?? new Map(rows.map(({ id_number, ref }) => [personDigits(id_number), refAt(ref)]));
        made.set(organisation, known);
        return known;
      },
    };
  } finally {
    await client.end();
  }
}
