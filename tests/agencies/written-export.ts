import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An agency's export written by hand, row by row: what stands in it is known exactly. */
export interface WrittenExport {
  readonly folder: string;
  /** Puts other rows into a file; the header stays. */
  write(file: string, rows: readonly (readonly string[])[]): void;
  remove(): void;
}

/** Writes an export as of 2026-10-31 18:00 in the county. */
export function writtenExport(
  agency: string,
  files: Readonly<Record<string, { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }>>,
): WrittenExport {
  const folder = mkdtempSync(join(tmpdir(), 'aidgraph-written-'));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ agency, asOf: '2026-10-31T18:00:00+08:00' }));
  const write = (file: string, rows: readonly (readonly string[])[]) => {
    const lines = [files[file]?.header ?? [], ...rows].map((cells) => cells.map(quoted).join(','));
    writeFileSync(join(folder, file), `${lines.join('\r\n')}\r\n`);
  };
  for (const [file, { rows }] of Object.entries(files)) write(file, rows);
  return { folder, write, remove: () => rmSync(folder, { recursive: true }) };
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
