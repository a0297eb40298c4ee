import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { caseHandle, requestTag } from './request-tag.js';

test('no two subgraphs share a name of a request or a case, and only the key relates them', () => {
  const [key, other] = [randomBytes(32), randomBytes(32)];
  const names = [
    requestTag(key, 'request', 'civil-affairs'),
    requestTag(key, 'request', 'charity-federation'),
    requestTag(key, 'request-2', 'civil-affairs'),
    requestTag(other, 'request', 'civil-affairs'),
    caseHandle(key, 'charity-federation', 'request', 'civil-affairs'),
    caseHandle(key, 'civil-affairs', 'request', 'civil-affairs'),
    // Parts do not run into each other.
    requestTag(key, 'requestcivil', '-affairs'),
  ];
  expect(new Set(names).size).toBe(names.length);
  expect(requestTag(key, 'request', 'civil-affairs')).toBe(names[0]);
});
