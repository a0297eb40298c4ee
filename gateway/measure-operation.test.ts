import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { measureOperation } from './measure-operation.js';

const bomb = (levels: number) =>
  Array.from({ length: levels }, (_, i) => `fragment F${i} on P { ${i + 1 < levels ? `...F${i + 1} ...F${i + 1}` : 'a: id'} }`).join(' ');

test.each([
  ['plain', '{ person { id aid { items { id } } } }', { depth: 4, aliases: 0, fields: 5 }],
  ['inline fragments add no level', '{ person { ... on P { ... { x: id } } } }', { depth: 2, aliases: 1, fields: 2 }],
  [
    'a fragment counts where it is spread',
    '{ a: p { ...F } b: p { ...F } } fragment F on P { c: id }',
    { depth: 2, aliases: 4, fields: 4 },
  ],
  ['2⁴⁰ fields in 40 fragments', `{ p { ...F0 } } ${bomb(40)}`, { depth: 2, aliases: 2 ** 39, fields: 2 ** 39 + 1 }],
  ['a fragment that spreads itself', '{ p { ...F } } fragment F on P { q { ...F } }', { depth: Infinity, fields: Infinity }],
  ['the sum over operations', 'query A { a: x } query B { b: x }', { depth: 1, aliases: 2, fields: 2 }],
  ['a literal list', '{ people(ids: ["1", "2", "3"]) { id } }', { longestList: 3 }],
  ['introspection alone', '{ __schema { types { name } } }', { depth: 1, introspectionDepth: 3, mixed: false }],
  ['introspection beside data', '{ __schema { types { name } } person { id } }', { mixed: true }],
  ['introspection behind a fragment', '{ ...F } fragment F on Query { __type(name: "X") { name } }', { mixed: true }],
  ['__typename is no introspection', '{ __typename person { __typename } }', { mixed: false }],
])('%s', (_, query, expected) => {
  expect(measureOperation(parse(query))).toMatchObject(expected);
});
