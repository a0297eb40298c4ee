import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Asked, Hub } from '../hub/hub.js';
import { ASK_PERSON } from '../hub/questions.js';
import { startHub } from '../hub/start-hub.js';
import { testCounty } from '../hub/test-county.js';

/** A resident ID number anywhere in a request is refused before anything is parsed, and stands in no log and no ledger. */
const county = testCounty();
let hub: Hub;
let number: string;

beforeAll(async () => {
  hub = await startHub({ load: county.load });
  number = county.person('aided-by-both');
}, 120_000);
afterAll(() => hub?.close());

const wide = (text: string) => [...text].map((digit) => String.fromCodePoint((digit.codePointAt(0) as number) + 0xfee0)).join('');

const PLACES: Readonly<Record<string, (id: string) => Partial<Asked>>> = {
  'a literal': () => ({ query: `{ person(id: "${number}") { id } }`, variables: {} }),
  'a variable': () => ({ variables: { id: number } }),
  'a variable nobody uses': (id) => ({ variables: { id, note: number } }),
  'the name of a variable': (id) => ({ query: `query ($id: ID!, $n${number}: ID) { person(id: $id) { id } }`, variables: { id } }),
  'an alias': (id) => ({ query: `query ($id: ID!) { p${number}: person(id: $id) { id } }`, variables: { id } }),
  'a comment': (id) => ({ query: `# ${number}\n${ASK_PERSON}`, variables: { id } }),
  'the operation name': (id) => ({ query: `query N${number}($id: ID!) { person(id: $id) { id } }`, variables: { id } }),
  'full-width digits': (id) => ({ variables: { id, note: wide(number) } }),
  'JSON escapes': (id) => ({
    query: `query ($id: ID!) { person(id: $id) { id } } # ${[...number].map((digit) => `\\u00${(digit.codePointAt(0) as number).toString(16)}`).join('')}`,
    variables: { id },
  }),
  'blanks inside': (id) => ({ variables: { id, note: `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}` } }),
  'a header': (id) => ({
    variables: { id },
    tamper: ({ headers, body }) => {
      headers.set('x-person', number);
      return { headers, body };
    },
  }),
  'the case reference': (id) => ({ variables: { id }, caseRef: `case-${number}` }),
};

describe('A18: a raw identifier', () => {
  test.each(Object.entries(PLACES))('in %s', async (_, place) => {
    const id = await hub.refOf('charity-federation', number);
    hub.recordExchanges = true;
    const reply = await hub.ask({ as: 'lin-yue', purpose: 'PRIOR_AID_CHECK', query: ASK_PERSON, variables: { id }, ...place(id) });
    hub.recordExchanges = false;
    expect(reply.status).toBe(400);
    expect(reply.text).toContain('RAW_IDENTIFIER');
    expect(reply.text).not.toContain(number);
    expect(hub.exchanges.splice(0)).toEqual([]);
    expect(hub.logLines.join('\n')).not.toContain(number);
    // Positive control: without the number the same question is answered.
    expect((await hub.ask({ as: 'lin-yue', purpose: 'PRIOR_AID_CHECK', query: ASK_PERSON, variables: { id } })).status).toBe(200);
  });
});
