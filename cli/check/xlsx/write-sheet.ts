import type { Additions } from '../sheet.js';
import { lettersOf, type Region } from './cell-place.js';
import type { Package } from './open-package.js';
import { escapeXml, parseXml } from './parse-xml.js';
import { RowReader, type SheetCell, type SheetRow } from './read-cells.js';
import type { Workbook, WorkbookSheet } from './read-workbook.js';

/** What the result is made of. */
export interface XlsxSource {
  readonly parts: Package;
  readonly workbook: Workbook;
  readonly sheet: WorkbookSheet;
  readonly regions: readonly Region[];
  readonly additions: Additions;
}

const BEGINNING =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
/** What is kept of a row: its height and look. */
const ROW_ATTRIBUTES = ['s', 'customFormat', 'ht', 'customHeight', 'hidden', 'outlineLevel', 'collapsed'];
const ADDED_WIDTH = 26;

/** The sheet again, in pieces: rows, cells, widths, frozen panes and merged regions, with the additions. Nothing else is written. */
export async function* writeSheet({ parts, sheet, regions, additions }: XlsxSource): AsyncGenerator<Buffer> {
  const top = new SheetTop(additions);
  const reader = new RowReader((name, attributes) => top.add(name, attributes));
  let begun = false;
  for await (const _ of parseXml(await parts.read(sheet.part), reader)) {
    const rows = reader.take();
    if (rows.length === 0) continue;
    const start = begun ? '' : `${BEGINNING}${top.xml()}<sheetData>`;
    begun = true;
    yield Buffer.from(start + rows.map((row) => rowXml(row, additions)).join(''), 'utf8');
  }
  if (!begun) yield Buffer.from(`${BEGINNING}${top.xml()}<sheetData>`, 'utf8');
  yield Buffer.from(`</sheetData>${mergesXml(regions)}</worksheet>`, 'utf8');
}

/** What stands above the rows: how the sheet is looked at, and how wide its columns are. */
class SheetTop {
  private views = '';
  private format = '';
  private columns = '';

  constructor(private readonly additions: Additions) {}

  add(name: string, attributes: Readonly<Record<string, string>>): void {
    const { place } = this.additions;
    if (name === 'sheetView') this.views = `<sheetView${attributesXml(attributes)}>`;
    else if (name === 'pane') this.views += `<pane${attributesXml(attributes)}/>`;
    else if (name === 'sheetFormatPr') this.format = `<sheetFormatPr${attributesXml(attributes)}/>`;
    else if (name === 'col' && Number(attributes.min) <= place) {
      const max = String(Math.min(Number(attributes.max), place));
      this.columns += `<col${attributesXml({ ...attributes, max })}/>`;
    }
  }

  xml(): string {
    const { place, columns } = this.additions;
    const added = `<col min="${place + 1}" max="${place + columns}" width="${ADDED_WIDTH}" customWidth="1"/>`;
    const views = this.views === '' ? '' : `<sheetViews>${this.views}</sheetView></sheetViews>`;
    return `${views}${this.format}<cols>${this.columns}${added}</cols>`;
  }
}

/** Attributes of other namespaces stay behind. */
const attributesXml = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .filter(([name]) => /^\w+$/.test(name) && name !== 'xmlns')
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');

function rowXml({ number, attributes, cells }: SheetRow, { of, place }: Additions): string {
  const added = of(number);
  const kept = added ? cells.filter(({ column }) => column < place) : cells;
  const look = Object.fromEntries(ROW_ATTRIBUTES.flatMap((name) => (attributes[name] === undefined ? [] : [[name, attributes[name]]])));
  const own = kept.map((cell) => cellXml(cell, number)).join('');
  const ours = (added ?? []).map((text, at) => textXml(`${lettersOf(place + at)}${number}`, undefined, text)).join('');
  return `<row r="${number}"${attributesXml(look)}>${own}${ours}</row>`;
}

function cellXml({ column, type, style, value }: SheetCell, row: number): string {
  const name = `${lettersOf(column)}${row}`;
  if (value === undefined) return style === undefined ? '' : `<c r="${name}"${styleXml(style)}/>`;
  if (type === 'str' || type === 'inlineStr') return textXml(name, style, value);
  return `<c r="${name}"${styleXml(style)}${type === 'n' ? '' : ` t="${escapeXml(type)}"`}><v>${escapeXml(value)}</v></c>`;
}

/** A cell whose type is text: no program looks for a formula in it, whatever it begins with. */
const textXml = (name: string, style: string | undefined, text: string): string =>
  text === '' ? '' : `<c r="${name}"${styleXml(style)} t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;

const styleXml = (style: string | undefined): string => (style === undefined ? '' : ` s="${escapeXml(style)}"`);

const mergesXml = (regions: readonly Region[]): string =>
  regions.length === 0
    ? ''
    : `<mergeCells count="${regions.length}">${regions
        .map(({ top, bottom, left, right }) => `<mergeCell ref="${lettersOf(left)}${top}:${lettersOf(right)}${bottom}"/>`)
        .join('')}</mergeCells>`;
