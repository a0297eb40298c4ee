import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDay } from '../../county/calendar.js';
import { writeCounty } from '../../county/write-county.js';

/** The exports of a synthetic county, in a folder of its own. */
export interface TestExport {
  readonly folder: string;
  /** Changes the text of a file. */
  edit(file: string, change: (text: string) => string): void;
  remove(): void;
}

/** Writes the county of seed 1 with 2,000 people. */
export function testExport(): TestExport {
  const folder = mkdtempSync(join(tmpdir(), 'aidgraph-export-'));
  writeCounty({ people: 2_000, seed: 1, asOf: parseDay('2026-10-31'), out: folder });
  return {
    folder,
    edit: (file, change) => writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8'))),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
