import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Sample } from './plant/sample.js';
import type { TruthCase } from './plant/truth.js';

/** A row by column. */
export type Row = Readonly<Record<string, string>>;

/** Every row of a CSV file below a county's folder, read by a parser that is not ours. */
export const readRows = (out: string, file: string): readonly Row[] =>
  parse(readFileSync(join(out, file), 'utf8'), { columns: true, record_delimiter: '\r\n' }) as Row[];

const CHUNK = 8 * 1024 * 1024;

/** The rows of a CSV file one after the other: a whole county's settlements are more than one string can hold. */
export function* eachRow(out: string, file: string): Generator<Row> {
  const descriptor = openSync(join(out, file), 'r');
  try {
    const decoder = new TextDecoder();
    const chunk = Buffer.alloc(CHUNK);
    let header = '';
    let pending = '';
    for (let read = readSync(descriptor, chunk); read > 0; read = readSync(descriptor, chunk)) {
      pending += decoder.decode(chunk.subarray(0, read), { stream: true });
      // No field of these files holds a line break.
      const end = pending.lastIndexOf('\r\n') + 2;
      if (end < 2) continue;
      if (header === '') header = pending.slice(0, pending.indexOf('\r\n') + 2);
      const text = pending.startsWith(header) ? pending.slice(0, end) : header + pending.slice(0, end);
      pending = pending.slice(end);
      yield* parse(text, { columns: true, record_delimiter: '\r\n' }) as Row[];
    }
    if (pending !== '') throw new Error(`${file} does not end with a line`);
  } finally {
    closeSync(descriptor);
  }
}

/** What was planted. */
export const readTruth = (
  out: string,
): { readonly asOf: string; readonly agencies: Readonly<Record<string, string>>; readonly cases: readonly TruthCase[] } =>
  JSON.parse(readFileSync(join(out, 'truth/truth.json'), 'utf8'));

/** The sample persons. */
export const readSamples = (out: string): readonly Sample[] => JSON.parse(readFileSync(join(out, 'samples.json'), 'utf8'));

const halfWidth = (text: string) =>
  text.replaceAll(/[\uff01-\uff5e]/g, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) - 0xfee0));

/** The 17 digits that name a person, whatever the spelling; empty when there is no number. */
export function personDigits(idNumber: string): string {
  const plain = halfWidth(idNumber).replaceAll(/\s/g, '');
  return plain.length === 15 ? `${plain.slice(0, 6)}19${plain.slice(6)}` : plain.slice(0, 17);
}

/** Days since 1970 of a date in any of the charity's forms. */
export function readDay(text: string): number {
  const parts = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?$/.exec(text);
  if (!parts) throw new Error('no form of date that FORMATS.md names');
  return Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / 86_400_000;
}

/** Yuan of an amount in any of the charity's forms. */
export function readAmount(text: string): number {
  if (!/^(\d+|\d+\.\d{2}|\d{1,3}(,\d{3})*\.\d{2}|\d+元)$/.test(text)) throw new Error('no form of amount that FORMATS.md names');
  return Number(text.replaceAll(/[,元]/g, ''));
}
