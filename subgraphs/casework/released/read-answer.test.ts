import { describe, expect, test } from '@jest/globals';
import { AID_SHAPE, CAMPAIGN_SHAPE, SETTLEMENT_SHAPE, STATUS_SHAPE } from './answer-shapes.js';
import { readAnswer } from './read-answer.js';

const AS_OF = '2024-05-17T00:00:00Z';
const RECORD = { id: 'x', kind: 'CHARITABLE_AID', amount: { min: '1.00', max: null }, grantedOn: '2024-05', lastPaidOn: null };
const FULL = { programme: null, cause: null, diagnosis: null, ...RECORD };
const answer = (record: object | null | undefined, asOf: unknown = AS_OF) => ({ asOf, items: [FULL, { ...FULL, ...record }] });

test.each<[string, unknown]>([
  ['records', answer({})],
  ['nothing on record', { asOf: AS_OF, items: [] }],
  ['withheld', { asOf: AS_OF, items: null }],
  ['withheld in part', answer({ kind: null, amount: null, grantedOn: null })],
])('%s: an answer as it stands', (_, value) => expect(readAnswer(value, AID_SHAPE)).toEqual(value));

test('what the router left out is null, not nonsense', () => {
  expect(readAnswer({ asOf: AS_OF, items: [{ amount: { min: '100000.00' } }] }, AID_SHAPE)).toEqual({
    asOf: AS_OF,
    items: [{ ...FULL, id: null, kind: null, grantedOn: null, amount: { min: '100000.00', max: null } }],
  });
  expect(readAnswer({ asOf: AS_OF }, AID_SHAPE)).toEqual({ asOf: AS_OF, items: null });
});

test('what was not asked for is not kept', () => {
  const [read] =
    readAnswer({ asOf: AS_OF, items: [JSON.parse('{"id":"x","name":"EVIL","__proto__":{"kind":"EVIL"}}')] }, AID_SHAPE)?.items ?? [];
  expect(read).toEqual({ ...FULL, kind: null, amount: null, grantedOn: null });
});

test.each<[string, unknown]>([
  ['nothing', null],
  ['text', 'x'],
  ['no time', answer({}, 'yesterday')],
  ['a time that is none', answer({}, '2024-13-45T99:00:00Z')],
  ['items of another kind', { asOf: AS_OF, items: 'x' }],
  ['an item that is none', { asOf: AS_OF, items: [null] }],
  ['more items than a person has', { asOf: AS_OF, items: Array.from({ length: 501 }, () => FULL) }],
  ['a kind that is no text', answer({ kind: { toString: null } })],
  ['a date in words', answer({ grantedOn: 'x' })],
  ['a date as number', answer({ lastPaidOn: 2024 })],
  ['an amount in words', answer({ amount: { min: 'much', max: null } })],
  ['an amount as number', answer({ amount: { min: 1, max: 2 } })],
  ['an amount that is text', answer({ amount: '1.00' })],
  ['an amount without a lower end', answer({ amount: { min: null, max: null } })],
  ['an amount that ends before it begins', answer({ amount: { min: '2.00', max: '1.00' } })],
  ['an amount that takes a minute to read', answer({ amount: { min: `${'9'.repeat(1_000_000)}.00`, max: null } })],
])('%s: no answer', (_, value) => expect(readAnswer(value, AID_SHAPE)).toBeNull());

describe.each([
  ['settlements', SETTLEMENT_SHAPE, { total: { min: '1.00', max: '1.00' }, settledOn: '2024-05', careType: 'INPATIENT' }],
  ['campaigns', CAMPAIGN_SHAPE, { raised: { min: '1.00', max: '1.00' }, openedOn: '2024-05-17', state: 'OPEN' }],
  ['statuses', STATUS_SHAPE, { since: '2024', statusClass: 'DIBAO' }],
] as const)('%s', (_, shape, record) => {
  const read = (change: object) => readAnswer<object>({ asOf: AS_OF, items: [{ ...record, ...change }] }, shape as never);

  test('control: a record is read', () => expect(read({})?.items).toEqual([expect.objectContaining(record)]));

  test('every field is checked by what it must be', () => {
    for (const field of shape.texts) expect(read({ [field]: 1 })).toBeNull();
    for (const field of shape.dates) expect(read({ [field]: '17.5.2024' })).toBeNull();
    for (const field of shape.amounts) expect(read({ [field]: { min: '1', max: null } })).toBeNull();
  });
});
