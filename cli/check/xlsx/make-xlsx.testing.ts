import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { lettersOf } from './cell-place.js';
import { escapeXml } from './parse-xml.js';

/** A cell to make: a shared text, a number, a text in the cell itself, or XML as it should stand there. */
export type MadeCell = string | number | null | { readonly inline: string } | { readonly xml: string };

export interface MadeSheet {
  readonly name: string;
  readonly hidden?: boolean;
  /** By row number; rows that are not there are not written. */
  readonly rows: Readonly<Record<number, readonly MadeCell[]>>;
  readonly merges?: readonly string[];
  /** XML between the beginning and the rows. */
  readonly top?: string;
  /** XML behind the rows. */
  readonly bottom?: string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Writes an xlsx file as spreadsheet programs do: texts in one shared table, merged regions behind the rows, an absolute part name. */
export async function makeXlsx(path: string, sheets: readonly MadeSheet[], extra: Readonly<Record<string, string>> = {}): Promise<void> {
  const texts: string[] = [];
  const zip = new ZipFile();
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name);
  add('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>');
  add('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]));
  const listed = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  );
  add('xl/workbook.xml', `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${listed.join('')}</sheets></workbook>`);
  const parts = sheets.map((_, at) => ['worksheet', `/xl/worksheets/sheet${at + 1}.xml`] as const);
  add(
    'xl/_rels/workbook.xml.rels',
    relations([
      ...parts,
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
      ['externalLink', 'externalLinks/externalLink1.xml'],
    ]),
  );
  for (const [at, sheet] of sheets.entries()) add(`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet, texts));
  add('xl/styles.xml', `<styleSheet xmlns="${MAIN}"><cellXfs count="1"><xf/></cellXfs></styleSheet>`);
  const table = texts.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t><rPh sb="0" eb="1"><t>hint</t></rPh></si>`).join('');
  add('xl/sharedStrings.xml', `<sst xmlns="${MAIN}">${table}</sst>`);
  for (const [name, text] of Object.entries(extra)) add(name, text);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}

const relations = (entries: readonly (readonly [string, string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

function sheetXml({ rows, merges = [], top = '', bottom = '' }: MadeSheet, texts: string[]): string {
  const body = Object.entries(rows).map(
    ([row, cells]) =>
      `<row r="${row}" spans="1:9">${cells.map((cell, at) => cellXml(cell, `${lettersOf(at)}${row}`, texts)).join('')}</row>`,
  );
  const merged = merges.length > 0 ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : '';
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}">${top}<sheetData>${body.join('')}</sheetData>${merged}${bottom}</worksheet>`;
}

function cellXml(cell: MadeCell, name: string, texts: string[]): string {
  if (cell === null) return `<c r="${name}" s="0"/>`;
  if (typeof cell === 'number') return `<c r="${name}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${name}" t="s"><v>${texts.push(cell) - 1}</v></c>`;
  return 'xml' in cell ? cell.xml : `<c r="${name}" t="inlineStr"><is><r><t>${escapeXml(cell.inline)}</t></r></is></c>`;
}
