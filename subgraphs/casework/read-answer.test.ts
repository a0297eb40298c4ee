import { expect, test } from '@jest/globals';
import { readAnswer } from './read-answer.js';

const RECORD = { id: 'x', kind: 'CHARITABLE_AID', amount: { min: '1.00', max: null }, grantedOn: '2024-05', lastPaidOn: null };
const answer = (record: object | null | undefined, asOf: unknown = '2024-05-17T00:00:00Z') => ({
  asOf,
  items: [RECORD, { ...RECORD, ...record }],
});

test.each<[string, unknown]>([
  ['records', answer({})],
  ['nothing on record', { asOf: '2024-05-17T00:00:00Z', items: [] }],
  ['withheld', { asOf: '2024-05-17T00:00:00Z', items: null }],
  ['withheld in part', answer({ kind: null, amount: null, grantedOn: null })],
])('%s: an answer as it stands', (_, value) => expect(readAnswer(value)).toEqual(value));

test('an open end that the router left out is open, not nonsense', () => {
  const read = readAnswer(answer({ amount: { min: '100000.00' } }));
  expect(read).toEqual(answer({ amount: { min: '100000.00', max: null } }));
  expect(readAnswer({ asOf: '2024-05-17T00:00:00Z' })?.items ?? null).toBeNull();
});

test.each<[string, unknown]>([
  ['nothing', null],
  ['text', 'x'],
  ['no time', answer({}, 'yesterday')],
  ['items of another kind', { asOf: '2024-05-17T00:00:00Z', items: 'x' }],
  ['an item that is none', { asOf: '2024-05-17T00:00:00Z', items: [null] }],
  ['a kind that is no text', answer({ kind: { toString: null } })],
  ['a date in words', answer({ grantedOn: 'x' })],
  ['a date as number', answer({ lastPaidOn: 2024 })],
  ['an amount in words', answer({ amount: { min: 'much', max: null } })],
  ['an amount as number', answer({ amount: { min: 1, max: 2 } })],
  ['an amount without a lower end', answer({ amount: { min: null, max: null } })],
  ['an amount that takes a minute to read', answer({ amount: { min: `${'9'.repeat(1_000_000)}.00`, max: null } })],
])('%s: no answer', (_, value) => expect(readAnswer(value)).toBeNull());
