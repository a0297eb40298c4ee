import { CsvError, csvRecords } from './csv-records.js';
import { decodeFile } from './decode-file.js';

/** One row of an export. */
export interface CsvRow {
  /** Row number as a spreadsheet shows it: the header is row 1. */
  readonly number: number;
  /** The cells of the columns asked for, in their order, without blanks around them. */
  readonly cells: readonly string[];
}

/**
 * Reads an agency's export as it streams in: UTF-8 or GB 18030, the first row naming the columns. Rows without anything in the columns
 * asked for are passed over.
 *
 * @returns the rows, a few hundred at a time
 * @throws Error naming the file, when it is not there, is no CSV or has not all columns.
 */
export async function* readCsv(path: string, columns: readonly string[]): AsyncGenerator<CsvRow[]> {
  const file = path.replace(/^.*[\\/]/, '');
  let places: readonly number[] | undefined;
  let number = 0;
  try {
    for await (const records of csvRecords(decodeFile(path))) {
      const rows: CsvRow[] = [];
      for (const record of records) {
        number += 1;
        if (places === undefined) {
          places = placesOf(file, record, columns);
          continue;
        }
        const cells = places.map((place) => record[place]?.trim() ?? '');
        if (cells.some((cell) => cell !== '')) rows.push({ number, cells });
      }
      yield rows;
    }
  } catch (error) {
    if (error instanceof CsvError) throw new Error(`${file} is no CSV file: ${error.message}.`);
    throw error;
  }
  if (places === undefined) placesOf(file, [], columns);
}

function placesOf(file: string, header: readonly string[], columns: readonly string[]): readonly number[] {
  const names = header.map((name) => name.trim());
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) throw new Error(`${file} has no column ${missing.join(', ')}. Export it again with these columns.`);
  return columns.map((column) => names.indexOf(column));
}
