import { posix } from 'node:path';
import { CommandError } from '../../language.js';
import { damaged, type Package } from './open-package.js';
import { readXml } from './parse-xml.js';

/** One sheet of a workbook. */
export interface WorkbookSheet {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

/** Where the parts of a workbook stand. */
export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  readonly sharedStrings: string | undefined;
  readonly styles: string | undefined;
  readonly theme: string | undefined;
  /** Days are counted from 1904. */
  readonly date1904: boolean;
}

interface Relationship {
  readonly id: string;
  /** Last word of its type, such as `worksheet`. */
  readonly kind: string;
  readonly part: string;
}

/** Reads what a workbook consists of. @throws CommandError */
export async function readWorkbook(parts: Package): Promise<Workbook> {
  const book = (await relationships(parts, '')).find(({ kind }) => kind === 'officeDocument')?.part;
  if (book === undefined || !parts.has(book)) throw damaged();
  const related = await relationships(parts, book);
  const partOf = (kind: string) => related.find((entry) => entry.kind === kind && parts.has(entry.part))?.part;
  const sheets: WorkbookSheet[] = [];
  let date1904 = false;
  await readXml(await parts.read(book), {
    open: (name, attributes) => {
      if (name === 'workbook' && attributes.conformance === 'strict') throw STRICT;
      if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const target = related.find((entry) => entry.id === id && entry.kind === 'worksheet');
      if (target && parts.has(target.part)) {
        sheets.push({ name: attributes.name ?? '', part: target.part, hidden: (attributes.state ?? 'visible') !== 'visible' });
      }
    },
  });
  if (sheets.length === 0) throw damaged();
  return { sheets, sharedStrings: partOf('sharedStrings'), styles: partOf('styles'), theme: partOf('theme'), date1904 };
}

async function relationships(parts: Package, of: string): Promise<Relationship[]> {
  const { dir, base } = posix.parse(of);
  const name = posix.join(dir, '_rels', `${base}.rels`);
  const found: Relationship[] = [];
  if (!parts.has(name)) return found;
  await readXml(await parts.read(name), {
    open: (element, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) => {
      if (element !== 'Relationship' || mode === 'External') return;
      found.push({
        id,
        kind: type.slice(type.lastIndexOf('/') + 1),
        part: posix.join('/', target.startsWith('/') ? '' : dir, target).slice(1),
      });
    },
  });
  return found;
}

const STRICT = new CommandError({
  zh: '这是“严格 Open XML”格式。请另存为普通的 .xlsx。',
  en: 'This is a "Strict Open XML" file. Save it as an ordinary .xlsx.',
});
