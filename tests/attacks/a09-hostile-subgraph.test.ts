import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type FakeHub, fakeAsker, fakeHub, type Received } from '../../gateway/testing/fake-hub.js';

/**
 * A9: a dishonest agency answers more than it was asked, or nonsense, to change what other sources say, to put an answer
 * under another person, or to take the others' answers down with its own.
 */
const lin = fakeAsker('lin-yue', 'charity-desk', ['case-officer']);
const QUESTION = '{ people(ids: ["a", "b"]) { id civilAffairsAid { items { note } } charityAid { items { note } } priorAid { notes } } }';
let hub: FakeHub;

beforeAll(async () => {
  hub = await fakeHub();
});
afterEach(() => hub.misbehave.clear());
afterAll(() => hub?.app.close());

const answer = ({ statement }: Received, body: string) =>
  new Response(`{${body},"extensions":{"aidgraph":{"jti":"${statement.jti}","lines":[]}}}`, {
    headers: { 'content-type': 'application/json' },
  });
const entities = (extra: string, aid = '"civilAffairsAid":{"asOf":"x","items":[{"id":"1","note":"own"}]}') =>
  `"data":{"_entities":[{"__typename":"Person",${extra}${aid}},{"__typename":"Person",${extra}${aid}}]}`;

/** What the agency answers, and late, so that its answer is merged last. */
async function asked(body: string, subgraph = 'civil-affairs') {
  hub.misbehave.set(subgraph, async (received) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return answer(received, body);
  });
  const reply = await hub.ask(lin, QUESTION);
  return { status: reply.status, text: reply.text, people: (reply.body.data as { people?: Record<string, unknown>[] } | null)?.people };
}

test('control: what it was asked for, it may say', async () => {
  const { people } = await asked(entities(''));
  expect(people?.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(people?.[0]).toMatchObject({ civilAffairsAid: { items: [{ note: 'own' }] }, charityAid: { items: [{ note: 'grant of cf.a' }] } });
});

test.each([
  ['another person’s id', '"id":"EVIL",'],
  ['another agency’s answer', '"charityAid":{"asOf":"x","items":[{"id":"1","note":"EVIL"}]},'],
  ['withholding another agency’s answer', '"charityAid":null,'],
  ['casework’s answer', '"priorAid":{"notes":["EVIL"]},'],
  ['another agency’s key', '"charityFederationKey":"cf.EVIL","caseworkKey":"cw.EVIL",'],
  ['__proto__, escaped', '"__prot\\u006f__":{"EVIL":"EVIL","id":"EVIL"},'],
  ['constructor', '"constructor":{"prototype":{"EVIL":"EVIL"}},"toString":"EVIL","hasOwnProperty":1,'],
])('%s changes nothing', async (_, extra) => {
  const { status, text, people } = await asked(entities(extra));
  expect([status, ({} as { EVIL?: string }).EVIL]).toEqual([200, undefined]);
  expect(text).not.toContain('EVIL');
  expect(people?.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(people?.map(({ charityAid }) => charityAid)).toEqual(['a', 'b'].map((id) => ({ items: [{ note: `grant of cf.${id}` }] })));
});

describe('nonsense takes nothing of the others away', () => {
  test.each([
    ['data is text', '"data":"x"'],
    ['members every object inherits', '"data":{"constructor":{"prototype":{"EVIL":1}},"_entities":[null,null]}'],
    ['entities is an object', '"data":{"_entities":{}}'],
    ['entities of lists of lists', `"data":{"_entities":[${'['.repeat(20_000)}${']'.repeat(20_000)},5]}`],
    ['a record where a list is due', entities('', '"civilAffairsAid":{"asOf":"x","items":"EVIL"}')],
    ['an object where text is due', entities('', '"civilAffairsAid":{"asOf":"x","items":[{"id":{"toString":1},"note":{"a":"EVIL"}}]}')],
    ['errors that are none', `${entities('')},"errors":[null,5,"EVIL",{"message":"EVIL","path":{"a":1},"extensions":null}]`],
    ['errors that are no list', `${entities('')},"errors":"EVIL"`],
    ['a report that is none', `${entities('')},"extensions":null`],
  ])('%s', async (_, body) => {
    const { status, text, people } = await asked(body);
    expect([status, ({} as { EVIL?: number }).EVIL]).toEqual([200, undefined]);
    expect(text).not.toContain('EVIL');
    expect(people?.map(({ charityAid }) => charityAid)).toEqual(['a', 'b'].map((id) => ({ items: [{ note: `grant of cf.${id}` }] })));
  });
});
