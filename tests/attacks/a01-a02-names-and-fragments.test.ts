import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ProbePair, probePair } from './probe-pair.js';

/** Another name for a protected field, or another way to write the selection, must not be another way to its value. */
interface Probe {
  readonly selection: string;
  readonly fragments?: string;
  readonly paths: readonly string[];
}

const many = Array.from({ length: 28 }, (_, at) => `a${at}`);

const PROBES: Readonly<Record<string, Probe>> = {
  'A1 one alias': { selection: 'civilAffairsAid { items { a: amount { min } } }', paths: ['civilAffairsAid.items.a.min'] },
  'A1 an alias that is another field’s name': {
    selection: 'civilAffairsAid { items { kind: programme id: cause } }',
    paths: ['civilAffairsAid.items.kind', 'civilAffairsAid.items.id'],
  },
  'A1 alias of the container': { selection: 'x: charityAid { y: items { z: diagnosis } }', paths: ['x.y.z'] },
  'A1 an alias like a public field’s name': { selection: 'charityAid { items { asOf: programme } }', paths: ['charityAid.items.asOf'] },
  'A1 many aliases of one field': {
    selection: `charityAid { items { ${many.map((alias) => `${alias}: programme`).join(' ')} } }`,
    paths: many.map((alias) => `charityAid.items.${alias}`),
  },
  'A2 inline fragment': { selection: '... on Person { charityAid { items { diagnosis } } }', paths: ['charityAid.items.diagnosis'] },
  'A2 inline fragment without a type': {
    selection: '... { charityAid { ... { items { ... { diagnosis } } } } }',
    paths: ['charityAid.items.diagnosis'],
  },
  'A2 named fragment': {
    selection: '...Aid',
    fragments: 'fragment Aid on Person { charityAid { items { diagnosis } } }',
    paths: ['charityAid.items.diagnosis'],
  },
  'A2 nested named fragments': {
    selection: '...One',
    fragments:
      'fragment One on Person { charityAid { ...Two } } fragment Two on AidAnswer { items { ...Three } } fragment Three on AidRecord { diagnosis programme }',
    paths: ['charityAid.items.diagnosis', 'charityAid.items.programme'],
  },
  'A2 the same response key twice': {
    selection: 'civilAffairsAid { items { amount { min } } } ...Again',
    fragments: 'fragment Again on Person { civilAffairsAid { items { amount { max } } } }',
    paths: ['civilAffairsAid.items.amount.min', 'civilAffairsAid.items.amount.max'],
  },
  'A2 under @include': { selection: 'charityAid { items { diagnosis @include(if: true) } }', paths: ['charityAid.items.diagnosis'] },
  'A4 by way of what casework requires': {
    selection: 'priorAid { items { diagnosis programme } }',
    paths: ['priorAid.items.diagnosis', 'priorAid.items.programme'],
  },
  'A4 by way of a total': { selection: 'priorAid { total { max } }', paths: ['priorAid.total.max'] },
};

let pair: ProbePair;

beforeAll(async () => {
  pair = await probePair();
}, 120_000);
afterAll(() => pair?.close());

describe('A1, A2, A4: aliases, fragments, laundering through @requires', () => {
  test.each(Object.entries(PROBES))('%s', async (_, { selection, paths, fragments }) => {
    expect(await pair.read(pair.hub, selection, paths, fragments)).toEqual([]);
    const control = await pair.read(pair.twin, selection, paths, fragments);
    expect(control.length).toBeGreaterThan(0);
  });
});
