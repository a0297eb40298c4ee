import { expect, test } from '@jest/globals';
import canonicalize from 'canonicalize';
import { disclosureReport } from './disclosure-report.js';
import { readSubgraphReport } from './read-subgraph-report.js';
import { reportText } from './report-text.js';

const LINES = [
  { coordinate: 'Person.household', outcome: 'RAW', basis: 'LAW' },
  { coordinate: 'AidRecord.amount', outcome: 'TRANSFORMED', transform: 'BAND_AMOUNT', basis: 'CONSENT' },
  { coordinate: 'AidRecord.amount', outcome: 'RAW', basis: 'CONSENT' },
  { coordinate: 'AidRecord.cause', outcome: 'WITHHELD' },
];
const said = (source: string, lines: readonly object[], asOf: string | null, answered = true) => ({
  source,
  jti: 'jti',
  answered,
  lines: readSubgraphReport({ jti: 'jti', lines, asOf, policyVersion: null }, source)?.lines ?? [],
  asOf,
});

test('each line once in a fixed order, each source once with its oldest state; as text RFC 8785 of the same', () => {
  const answers = [
    said('b', LINES, '2026-11-02T00:00:00Z'),
    said('a', LINES.toReversed(), null),
    said('b', LINES, '2026-11-01T00:00:00Z'),
    said('a', [], null, false),
  ];
  const report = disclosureReport('receipt "1"', 'CASE_REVIEW', answers);
  expect(report.lines.map(({ source, coordinate, outcome }) => `${source} ${coordinate} ${outcome}`)).toEqual(
    ['a', 'b'].flatMap((source) =>
      ['AidRecord.amount RAW', 'AidRecord.amount TRANSFORMED', 'AidRecord.cause WITHHELD', 'Person.household RAW'].map(
        (line) => `${source} ${line}`,
      ),
    ),
  );
  expect(report.sources).toEqual([
    { source: 'a', asOf: null, answered: false },
    { source: 'b', asOf: '2026-11-01T00:00:00Z', answered: true },
  ]);
  expect(reportText(report)).toBe(canonicalize(report));
  expect(disclosureReport('r', 'CASE_REVIEW', answers.toReversed()).lines).toEqual(report.lines);
  expect(reportText(disclosureReport('r', 'AUDIT', []))).toBe('{"lines":[],"purpose":"AUDIT","receipt":"r","sources":[]}');
});

test('a line is the same object each time, but another under another name or with another word', () => {
  const [first, again, other] = [said('a', LINES, null), said('a', LINES, null), said('b', LINES, null)].map(({ lines }) => lines);
  expect(again?.every((line, at) => line === first?.[at])).toBe(true);
  expect(other?.some((line, at) => line === first?.[at])).toBe(false);
  expect(said('a', [{ ...LINES[3], basis: 'LAW' }], null).lines).toEqual([
    { source: 'a', coordinate: 'AidRecord.cause', outcome: 'WITHHELD', basis: 'LAW' },
  ]);
  expect(
    said(
      'a',
      [
        { ...LINES[0], outcome: 'EVERYTHING' },
        { ...LINES[0], basis: { toString: () => 'LAW' } },
      ],
      null,
    ).lines,
  ).toEqual([{ source: 'a', coordinate: 'Person.household', outcome: 'RAW' }]);
});
