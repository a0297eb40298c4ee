import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Hub } from '../hub/hub.js';
import { ASK_PERSON } from '../hub/questions.js';
import { startHub, unprotected } from '../hub/start-hub.js';
import { testCounty } from '../hub/test-county.js';
import { inTwoWorlds, visible } from '../hub/two-worlds.js';

/**
 * Two worlds that differ in one hidden value, or in a person's existence, look the same to an asker who may not have it:
 * body, errors, order, counts, report. On the twin without wrappers the same change shows.
 */
const county = testCounty();
let hub: Hub;
let twin: Hub;

beforeAll(async () => {
  hub = await startHub({ load: county.load });
  twin = await startHub({ load: testCounty().load, serve: unprotected });
}, 120_000);
afterAll(async () => {
  await hub?.close();
  await twin?.close();
});

type Statements = [sql: string, values?: unknown[]][];
const NUMBER = () => county.person('aided-by-both');

const CHANGES: Readonly<Record<string, { apply: () => Statements; undo: () => Statements }>> = {
  'one amount': {
    apply: () => [["UPDATE temporary_aid SET amount = 9999 WHERE amount = 3000 AND granted_on = '2026-03-18'"]],
    undo: () => [["UPDATE temporary_aid SET amount = 3000 WHERE amount = 9999 AND granted_on = '2026-03-18'"]],
  },
  'one record less': {
    apply: () => [
      [
        'CREATE TABLE kept AS SELECT * FROM temporary_aid WHERE resident_no = (SELECT resident_no FROM resident WHERE id_number = $1)',
        [NUMBER()],
      ],
      ['DELETE FROM temporary_aid WHERE aid_no IN (SELECT aid_no FROM kept)'],
    ],
    undo: () => [['INSERT INTO temporary_aid SELECT * FROM kept'], ['DROP TABLE kept']],
  },
  'the person is not known at all': {
    apply: () => [["UPDATE person SET ref = ref || 'x' WHERE id_number = $1", [NUMBER()]]],
    undo: () => [['UPDATE person SET ref = left(ref, -1) WHERE id_number = $1', [NUMBER()]]],
  },
  'a refusal instead of silence': {
    apply: () => [
      [
        `INSERT INTO consent_event (event_id, kind, ref, recipient, purpose, categories, at, valid_from)
         SELECT 'two-worlds', 'REFUSE', ref, 'charity-federation', 'PRIOR_AID_CHECK', '{AID,STATUS,IDENTITY,HOUSEHOLD,HEALTH,CONTACT}', now(), now() FROM person WHERE id_number = $1`,
        [NUMBER()],
      ],
    ],
    undo: () => [["DELETE FROM consent_event WHERE event_id = 'two-worlds'"]],
  },
  'a withdrawn grant instead of none': {
    apply: () => [
      [
        `INSERT INTO consent_event (event_id, kind, ref, recipient, purpose, categories, extent, at, valid_from)
         SELECT 'two-worlds-1', 'GIVE', ref, 'charity-federation', 'PRIOR_AID_CHECK', '{AID}', 'DETAIL', now(), now() FROM person WHERE id_number = $1`,
        [NUMBER()],
      ],
      [
        `INSERT INTO consent_event (event_id, kind, ref, recipient, purpose, categories, at, valid_from)
         SELECT 'two-worlds-2', 'WITHDRAW', ref, 'charity-federation', 'PRIOR_AID_CHECK', '{AID}', now(), now() FROM person WHERE id_number = $1`,
        [NUMBER()],
      ],
    ],
    undo: () => [["DELETE FROM consent_event WHERE event_id LIKE 'two-worlds-%'"]],
  },
};

async function question(of: Hub) {
  return {
    as: 'lin-yue',
    purpose: 'PRIOR_AID_CHECK' as const,
    query: ASK_PERSON,
    variables: { id: await of.refOf('charity-federation', NUMBER()) },
  };
}

describe('A15: two worlds', () => {
  test.each(Object.entries(CHANGES))('%s', async (name, { apply, undo }) => {
    const change = { agency: 'civil-affairs' as const, apply: apply(), undo: undo() };
    const [one, other] = await inTwoWorlds(hub, await question(hub), change);
    expect(other).toBe(one);
    if (name.includes('refusal') || name.includes('grant')) return;
    const [seen, changed] = await inTwoWorlds(twin, await question(twin), change);
    expect(changed).not.toBe(seen);
  });

  test('a grant does show: silence and a live grant are two worlds', async () => {
    const before = visible(await hub.ask(await question(hub)));
    await hub.consent(NUMBER(), { kind: 'GIVE', extent: 'SUMMARY', categories: ['AID'] });
    expect(visible(await hub.ask(await question(hub)))).not.toBe(before);
    await hub.consent(NUMBER(), { kind: 'WITHDRAW', categories: ['AID'] });
    expect(visible(await hub.ask(await question(hub)))).toBe(before);
  });
});

describe('A15: what errors and introspection give away', () => {
  const ask = (query: string, variables: Record<string, unknown> = {}) =>
    hub.ask({ as: 'lin-yue', purpose: 'PRIOR_AID_CHECK', query, variables });

  test.each([
    ['a field that is inaccessible', '{ person(id: "1") { civilAffairsKey } }'],
    ['a field nearly named like one', '{ person(id: "1") { civilAffairsKe } }'],
    ['the entities field', '{ _entities(representations: []) { __typename } }'],
    ['the service field', '{ _service { sdl } }'],
    ['a misspelt field', '{ person(id: "1") { priorAidd { newestOn } } }'],
  ])('%s: refused, with nothing suggested', async (_, query) => {
    const reply = await ask(query);
    expect(reply.status).toBe(400);
    expect(reply.text).not.toMatch(/did you mean|civilAffairsKey|caseworkKey|priorAid[^d]/i);
  });

  test('introspection does not name what is inaccessible', async () => {
    const reply = await ask('{ __schema { types { name fields { name } } } }');
    expect(reply.text).not.toMatch(/civilAffairsKey|caseworkKey|_entities|_service/);
    if (reply.status === 200) expect(reply.text).toContain('priorAid');
  });
});
