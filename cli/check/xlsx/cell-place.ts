/** Column counted from 0 of a cell's name: `C7` → 2. */
export function columnOf(name: string): number {
  let column = 0;
  for (let at = 0; at < name.length; at++) {
    const letter = name.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

/** Letters of a column counted from 0: 27 → `AB`. */
export function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** A rectangle of cells: rows as a spreadsheet numbers them, columns counted from 0, ends included. */
export interface Region {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Reads `A1:C1`. @returns undefined for anything else. */
export function parseRegion(text: string): Region | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(text);
  if (!match) return undefined;
  const [, left = '', top, right = '', bottom] = match;
  return { top: Number(top), bottom: Number(bottom), left: columnOf(left), right: columnOf(right) };
}
