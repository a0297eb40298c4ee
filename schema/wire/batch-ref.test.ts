import { expect, test } from '@jest/globals';
import { MOST_ROWS, newBatchRef, parseBatchRef } from './batch-ref.js';

test('a batch reference is read as it was made, and no two are the same', () => {
  const [one, other] = [newBatchRef(2000), newBatchRef(2000)];
  expect(parseBatchRef(one)).toEqual({ rows: 2000, name: one.split('/')[2] });
  expect(one).not.toBe(other);
  expect(parseBatchRef(newBatchRef(MOST_ROWS))?.rows).toBe(MOST_ROWS);
});

test.each([
  null,
  '',
  'JC-2026-001',
  newBatchRef(0),
  newBatchRef(MOST_ROWS + 1),
  newBatchRef(12).replace('12', '012'),
  `${newBatchRef(1)}x`,
  `x${newBatchRef(1)}`,
])('no batch: %s', (text) => expect(parseBatchRef(text)).toBeUndefined());
