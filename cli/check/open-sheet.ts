import { open } from 'node:fs/promises';
import { CommandError } from '../language.js';
import { openCsv } from './csv/open-csv.js';
import type { Sheet } from './sheet.js';
import { openXlsx } from './xlsx/open-xlsx.js';

/**
 * Opens a list by what the file is, whatever its name says.
 *
 * @param sheet the sheet's name, when it is not the first with a heading
 * @throws CommandError when the file is not there or of no kind that is read.
 */
export async function openSheet(path: string, sheet: string | undefined): Promise<Sheet> {
  const head = await headOf(path);
  if (head.length === 0) throw EMPTY;
  if (head.toString('latin1', 0, 4) === 'PK\x03\x04') return openXlsx(path, sheet);
  if (head.toString('hex') === 'd0cf11e0a1b11ae1') throw OLD;
  if (sheet !== undefined) throw NO_SHEETS;
  return openCsv(path);
}

async function headOf(path: string): Promise<Buffer> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    throw new CommandError({ zh: '文件不存在，或没有读取权限。', en: 'The file is not there, or may not be read.' }, 2);
  }
}

const EMPTY = new CommandError({ zh: '文件是空的。', en: 'The file is empty.' });
const OLD = new CommandError({
  zh: '这是旧格式 .xls，或加了密码的文件。请另存为不加密码的 .xlsx 或 CSV。',
  en: 'This is an old .xls file, or one under a password. Save it as .xlsx without a password, or as CSV.',
});
const NO_SHEETS = new CommandError({ zh: 'CSV 文件没有工作表，请去掉 --sheet。', en: 'A CSV file has no sheets. Leave out --sheet.' }, 2);
