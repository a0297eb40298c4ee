import { parseArgs } from 'node:util';
import { type Day, parseDay } from './calendar.js';
import { type CountyOptions, FEWEST_PEOPLE, writeCounty } from './write-county.js';

const USAGE = 'usage: node dist/county/main.js --out DIR [--people 2000] [--seed 1] [--as-of 2026-10-31]';

function integer(text: string, name: string, min: number, max: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= min && value <= max) return value;
  throw new Error(`--${name} must be a whole number from ${min} to ${max}`);
}

function readOptions(args: readonly string[]): CountyOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      people: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      'as-of': { type: 'string', default: '2026-10-31' },
      out: { type: 'string' },
    },
  });
  if (!values.out) throw new Error('--out is missing');
  const asOf: Day = parseDay(values['as-of']);
  return {
    people: integer(values.people, 'people', FEWEST_PEOPLE, 1_500_000),
    seed: integer(values.seed, 'seed', 0, 0xffff_ffff),
    asOf,
    out: values.out,
  };
}

try {
  writeCounty(readOptions(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n${USAGE}\n`);
  process.exitCode = 1;
}
