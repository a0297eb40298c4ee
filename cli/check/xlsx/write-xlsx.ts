import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { escapeXml } from './parse-xml.js';
import { writeSheet, type XlsxSource } from './write-sheet.js';

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The same input makes the same bytes. */
const ENTRY = { mtime: new Date(Date.UTC(2000, 0, 1, 12)), forceDosTimestamp: true, mode: 0o100600 } as const;

/** Parts that are copied as they are: texts, styles and their colours. They hold nothing that runs. */
const COPIED = [
  { key: 'sharedStrings', kind: 'sharedStrings', name: 'sharedStrings.xml', content: `${CONTENT}.spreadsheetml.sharedStrings+xml` },
  { key: 'styles', kind: 'styles', name: 'styles.xml', content: `${CONTENT}.spreadsheetml.styles+xml` },
  { key: 'theme', kind: 'theme', name: 'theme/theme1.xml', content: `${CONTENT}.theme+xml` },
] as const;

/**
 * Writes a new workbook of the one sheet that was read, with its look and the additions. Everything that could run, load or
 * lead elsewhere stays behind: formulas (their last results stand instead), links, macros, queries, other sheets.
 */
export async function writeXlsx(path: string, source: XlsxSource): Promise<void> {
  const { parts, workbook, sheet } = source;
  const copied = COPIED.flatMap((entry) => {
    const part = workbook[entry.key];
    return part === undefined ? [] : [{ ...entry, part }];
  });
  const zip = new ZipFile();
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(HEAD + text, 'utf8'), name, ENTRY);
  add('[Content_Types].xml', contentTypes(copied));
  add('_rels/.rels', relationships([{ kind: 'officeDocument', name: 'xl/workbook.xml' }]));
  add('xl/workbook.xml', workbookXml(sheet.name, workbook.date1904));
  add('xl/_rels/workbook.xml.rels', relationships([{ kind: 'worksheet', name: 'worksheets/sheet1.xml' }, ...copied]));
  for (const { name, part } of copied) zip.addReadStream(await parts.read(part), `xl/${name}`, ENTRY);
  const sheetStream = Readable.from(writeSheet(source), { objectMode: false });
  zip.addReadStream(sheetStream, 'xl/worksheets/sheet1.xml', ENTRY);
  const failed = new Promise<never>((_, reject) => {
    zip.on('error', reject);
    sheetStream.on('error', reject);
  });
  zip.end();
  await Promise.race([pipeline(zip.outputStream, createWriteStream(path, { mode: 0o600 })), failed]);
}

const relationships = (entries: readonly { kind: string; name: string }[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries
    .map(({ kind, name }, at) => `<Relationship Id="rId${at + 1}" Type="${TYPE}/${kind}" Target="${name}"/>`)
    .join('')}</Relationships>`;

function contentTypes(copied: readonly { name: string; content: string }[]): string {
  const overrides = [
    { name: 'workbook.xml', content: `${CONTENT}.spreadsheetml.sheet.main+xml` },
    { name: 'worksheets/sheet1.xml', content: `${CONTENT}.spreadsheetml.worksheet+xml` },
    ...copied,
  ].map(({ name, content }) => `<Override PartName="/xl/${name}" ContentType="${content}"/>`);
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

const workbookXml = (name: string, date1904: boolean): string =>
  `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${TYPE}">${date1904 ? '<workbookPr date1904="1"/>' : ''}<bookViews><workbookView/></bookViews><sheets><sheet name="${escapeXml(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
