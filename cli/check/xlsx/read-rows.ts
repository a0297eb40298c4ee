import type { Cell, Row } from '../sheet.js';
import type { Region } from './cell-place.js';
import { createMergeFiller } from './merged-regions.js';
import type { Package } from './open-package.js';
import { parseXml } from './parse-xml.js';
import { RowReader, type SheetCell } from './read-cells.js';
import { type SharedStrings, unescapeText } from './shared-strings.js';

/** The rows of a sheet, some at a time, in bounded memory. */
export async function* readRows(
  parts: Package,
  part: string,
  strings: SharedStrings,
  regions: readonly Region[],
): AsyncGenerator<readonly Row[]> {
  const reader = new RowReader();
  const fill = createMergeFiller(regions);
  for await (const _ of parseXml(await parts.read(part), reader)) {
    const rows = reader.take();
    if (rows.length > 0) yield rows.map(({ number, cells }) => fill({ number, cells: valuesOf(cells, strings) }));
  }
}

function valuesOf(cells: readonly SheetCell[], strings: SharedStrings): Cell[] {
  const values: Cell[] = [];
  for (const cell of cells) {
    const value = readValue(cell, strings);
    if (value === '') continue;
    while (values.length < cell.column) values.push('');
    values[cell.column] = value;
  }
  return values;
}

function readValue({ type, value }: SheetCell, strings: SharedStrings): Cell {
  if (value === undefined) return '';
  if (type === 's') return strings.get(Number(value));
  if (type === 'n') return value.trim() === '' ? '' : Number(value);
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  return unescapeText(value);
}
