import type { Readable } from 'node:stream';
import type { Cell, Row } from '../sheet.js';
import { parseRegion, type Region } from './cell-place.js';

/** Columns a region is filled over: no list is wider, and a title may be merged over all 16,384. */
const MOST_COLUMNS = 256;
const MERGE = /<(?:\w+:)?mergeCell\s[^>]*?ref="([^"]*)"[^>]*>/g;

/** The merged regions of a sheet, from its top. They stand behind all rows, so the sheet is gone through once before it is read. */
export async function findMergedRegions(part: Readable): Promise<Region[]> {
  const found: Region[] = [];
  let rest = '';
  for await (const chunk of part) {
    // Names of elements and cells are ASCII, whatever the texts around them are.
    const text = rest + (chunk as Buffer).toString('latin1');
    const end = text.lastIndexOf('<');
    const whole = end === -1 ? '' : text.slice(0, end);
    rest = end === -1 ? text.slice(-1000) : text.slice(end);
    if (!whole.includes('mergeCell')) continue;
    for (const [, ref = ''] of whole.matchAll(MERGE)) {
      const region = parseRegion(ref);
      if (region) found.push(region);
    }
  }
  return found.sort((one, other) => one.top - other.top);
}

/** Gives every cell of a merged region the value of its first, row by row from the top. */
export function createMergeFiller(regions: readonly Region[]): (row: Row) => Row {
  const open: { region: Region; value: Cell }[] = [];
  let next = 0;
  return ({ number, cells }) => {
    for (let region = regions[next]; region && region.top <= number; region = regions[++next]) {
      if (region.top === number) open.push({ region, value: cells[region.left] ?? '' });
    }
    if (open.length === 0) return { number, cells };
    const filled = [...cells];
    for (let at = open.length - 1; at >= 0; at--) {
      const { region, value } = open[at] as (typeof open)[number];
      if (region.bottom < number) open.splice(at, 1);
      else if (value !== '')
        for (let column = region.left; column <= Math.min(region.right, MOST_COLUMNS); column++) filled[column] = value;
    }
    return { number, cells: Array.from(filled, (cell) => cell ?? '') };
  };
}
