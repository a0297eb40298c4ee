import { CommandError } from '../../language.js';
import { MOST_ROWS_ABOVE, readHeading } from '../find-header.js';
import type { Row, Sheet } from '../sheet.js';
import { findMergedRegions } from './merged-regions.js';
import { openPackage, type Package } from './open-package.js';
import { readRows } from './read-rows.js';
import { readWorkbook, type Workbook, type WorkbookSheet } from './read-workbook.js';
import { readSharedStrings, type SharedStrings } from './shared-strings.js';
import { writeXlsx } from './write-xlsx.js';

/**
 * A list in a workbook: the sheet of that name, else the first visible one that has a heading.
 *
 * @throws CommandError when there is no such sheet, or the file is none.
 */
export async function openXlsx(path: string, wanted: string | undefined): Promise<Sheet> {
  const parts = await openPackage(path);
  const workbook = await readWorkbook(parts);
  const strings = await readSharedStrings(parts, workbook.sharedStrings);
  const sheet = await chooseSheet(parts, workbook, strings, wanted);
  const regions = await findMergedRegions(await parts.read(sheet.part));
  return {
    extension: 'xlsx',
    described: { zh: `XLSX，工作表“${sheet.name}”`, en: `XLSX, sheet ${sheet.name}` },
    rows: () => readRows(parts, sheet.part, strings, regions),
    write: (to, additions) => writeXlsx(to, { parts, workbook, sheet, regions, additions }),
    close: () => parts.close(),
  };
}

async function chooseSheet(
  parts: Package,
  { sheets }: Workbook,
  strings: SharedStrings,
  wanted: string | undefined,
): Promise<WorkbookSheet> {
  if (wanted !== undefined) {
    const named = sheets.find(({ name }) => name === wanted);
    if (named) return named;
    const names = sheets.map(({ name }) => name).join(', ');
    throw new CommandError({ zh: `没有这张工作表。有：${names}`, en: `There is no such sheet. There are: ${names}` }, 2);
  }
  const visible = sheets.filter(({ hidden }) => !hidden);
  for (const sheet of visible) if (await hasHeading(readRows(parts, sheet.part, strings, []))) return sheet;
  return visible[0] ?? (sheets[0] as WorkbookSheet);
}

async function hasHeading(pieces: AsyncIterable<readonly Row[]>): Promise<boolean> {
  let seen = 0;
  for await (const rows of pieces) {
    for (const row of rows) {
      if (row.cells.length === 0) continue;
      if (readHeading(row)) return true;
      seen += 1;
      if (seen > MOST_ROWS_ABOVE) return false;
    }
  }
  return false;
}
