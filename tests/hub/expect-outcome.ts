import { expect } from '@jest/globals';
import type { Outcome } from '../../schema/vocabulary/outcomes.js';
import type { Reply } from './hub.js';

/** All values below `data` at a path of field names, through lists; nulls are values. */
export function valuesAt(reply: Reply, path: string): unknown[] {
  let values: unknown[] = [reply.body.data];
  for (const field of path.split('.')) {
    values = values.flatMap((value) => {
      const next = (value as Record<string, unknown> | null | undefined)?.[field];
      return Array.isArray(next) ? next : [next];
    });
  }
  return values.filter((value) => value !== undefined);
}

/** What the report says of a coordinate, by all sources. */
export const reported = (reply: Reply, coordinate: string): Outcome[] => [
  ...new Set(reply.body.extensions?.disclosure?.lines.filter((line) => line.coordinate === coordinate).map(({ outcome }) => outcome)),
];

const json = (values: unknown[]) => values.map((value) => JSON.stringify(value));

/** The field came as recorded, and the report says so. */
export function expectRaw(reply: Reply, coordinate: string, path: string, raw: readonly unknown[]): void {
  expect(reported(reply, coordinate)).toEqual(['RAW']);
  expect(json(valuesAt(reply, path))).toEqual(json([...raw]));
}

/** Something came, nothing of it is a recorded value, and the report says so. */
export function expectTransformed(reply: Reply, coordinate: string, path: string, raw: readonly unknown[]): void {
  expect(reported(reply, coordinate)).toEqual(['TRANSFORMED']);
  const values = valuesAt(reply, path).filter((value) => value !== null);
  expect(values.length).toBeGreaterThan(0);
  for (const value of json(values)) expect(json([...raw])).not.toContain(value);
}

/** Nothing came, and the report says no more than that. */
export function expectWithheld(reply: Reply, coordinate: string, path: string): void {
  expect(reported(reply, coordinate)).toEqual(['WITHHELD']);
  expect(valuesAt(reply, path).filter((value) => value !== null)).toEqual([]);
  const lines = reply.body.extensions?.disclosure?.lines.filter((line) => line.coordinate === coordinate) ?? [];
  for (const line of lines) expect(Object.keys(line).sort()).toEqual(['coordinate', 'outcome', 'source']);
}
