import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ERRORS, type ErrorCode, Refusal, refusalBody, refusalResponse } from './errors.js';

const ROOT = join(import.meta.dirname, '..');
const ROW = /^\| `([A-Z_]+)` \| (\d{3}) \| (.+?) \| (.+?) \|$/gm;
const CODES = Object.keys(ERRORS) as ErrorCode[];

const documented = [...readFileSync(join(ROOT, 'docs/errors.md'), 'utf8').matchAll(ROW)].map(([, code, status, message, remedy]) => ({
  code: code as ErrorCode,
  status: Number(status),
  message,
  remedy,
}));

/** Product source without tests and without the registry itself. */
function productSource(): string {
  const folders = ['schema', 'runtime', 'client', 'kit', 'subgraphs', 'gateway', 'key-authority', 'cli'];
  const files = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  );
  const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== join('schema', 'errors.ts'));
  return sources.map((file) => readFileSync(join(ROOT, file), 'utf8')).join('\n');
}

describe('errors', () => {
  it('has a row in docs/errors.md for every code, with the same texts', () => {
    expect(CODES.map((code) => ({ code, ...ERRORS[code] }))).toEqual(CODES.map((code) => documented.find((row) => row.code === code)));
  });

  it('has a code for every row of docs/errors.md, once', () => {
    expect(documented.map(({ code }) => code)).toEqual(CODES);
  });

  it('uses every code', () => {
    const source = productSource();
    expect(CODES.filter((code) => !source.includes(`'${code}'`))).toEqual([]);
  });

  it('fits a table row', () => {
    for (const { message, remedy } of Object.values(ERRORS)) expect(`${message}${remedy}`).not.toMatch(/[|\n]/);
  });

  it('tells code, message and remedy, and keeps the detail to itself', async () => {
    const refusal = new Refusal('PURPOSE_REQUIRED', 'private detail');
    const response = refusalResponse(refusal.code);
    expect(response.status).toBe(refusal.status);
    expect(await response.text()).toBe(refusalBody('PURPOSE_REQUIRED'));
    expect(refusalBody('PURPOSE_REQUIRED')).not.toContain('private detail');
    expect(refusal.message).toBe(ERRORS.PURPOSE_REQUIRED.message);
  });
});
