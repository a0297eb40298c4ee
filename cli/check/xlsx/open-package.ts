import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { CommandError } from '../../language.js';

/** The parts of an xlsx file, by their names in it. */
export interface Package {
  has(name: string): boolean;
  /** A part's bytes. @throws CommandError when it is missing or larger than any list needs. */
  read(name: string): Promise<Readable>;
  close(): void;
}

/** Bytes of one part when it is unpacked: ten times what a list of 200,000 rows and 20 columns takes. */
const LARGEST_PART = 4 * 1024 ** 3;

/** The file is no xlsx, or damaged. */
export const damaged = (): CommandError =>
  new CommandError({
    zh: '这个 xlsx 文件已损坏，或不是表格。请在表格软件中打开并另存一次。',
    en: 'This xlsx file is damaged, or is no spreadsheet. Open it in a spreadsheet program and save it again.',
  });

/** Opens the file. The caller closes it. @throws CommandError */
export async function openPackage(path: string): Promise<Package> {
  const parts = new Map<string, Entry>();
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(() => {
    throw damaged();
  });
  try {
    for await (const entry of zip.eachEntry()) parts.set(entry.fileName, entry);
  } catch {
    zip.close();
    throw damaged();
  }
  return { has: (name) => parts.has(name), read: (name) => readPart(zip, parts.get(name)), close: () => zip.close() };
}

async function readPart(zip: ZipFile, entry: Entry | undefined): Promise<Readable> {
  if (!entry || entry.isEncrypted() || entry.uncompressedSize > LARGEST_PART) throw damaged();
  return zip.openReadStreamPromise(entry);
}
