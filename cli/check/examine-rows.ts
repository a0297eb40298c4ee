import type { ResidentId } from '../../client/normalise-resident-id.js';
import { MOST_ROWS } from '../../schema/wire/batch-ref.js';
import { CommandError } from '../language.js';
import { type Header, MOST_ROWS_ABOVE, readHeading } from './find-header.js';
import { endsInZeros, type IdProblem, isProblem, readIdCell } from './read-id-cell.js';
import type { Cell, Row, Sheet } from './sheet.js';

/** Why a row is not asked about. */
export type Fault =
  | { readonly kind: 'NO_PERSON'; readonly problem: IdProblem }
  /** The same person as in an earlier row; `otherName` when the two rows name that person differently. */
  | { readonly kind: 'REPEATED'; readonly first: number; readonly otherName: boolean };

/** A list as it was understood, before anybody is asked. */
export interface Examined {
  readonly header: Header;
  /** Columns of the list: behind every one that holds anything. */
  readonly width: number;
  /** Rows of the list that hold anything, as they are declared to the hub. */
  readonly rows: number;
  /** Who is asked about, once each, by first row. */
  readonly persons: readonly { readonly row: number; readonly id: ResidentId }[];
  readonly faults: ReadonlyMap<number, Fault>;
}

const isBlank = (cell: Cell | undefined): boolean => cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/**
 * Reads a list once: finds the heading, brings every ID number to one spelling, and says which rows name no person or one
 * who stands in an earlier row. Spellings of one number are one person.
 *
 * @throws CommandError when no heading is found, two columns could hold ID numbers, or the list is too long; the signal's reason.
 */
export async function examineRows(sheet: Sheet, now: Date, signal: AbortSignal): Promise<Examined> {
  const list = new List(now);
  for await (const rows of sheet.rows()) {
    signal.throwIfAborted();
    for (const row of rows) list.add(row);
  }
  return list.examined();
}

class List {
  private header: Header | undefined;
  private above = 0;
  private width = 0;
  private rows = 0;
  private readonly firstRows = new Map<ResidentId, { row: number; name: string }>();
  private readonly faults = new Map<number, Fault>();
  /** Rows whose number ends in zeros; doubted together when one of them shows that digits were lost. */
  private readonly zeros: number[] = [];
  private digitsLost = false;

  constructor(private readonly now: Date) {}

  add(row: Row): void {
    const filled = row.cells.findLastIndex((cell) => !isBlank(cell)) + 1;
    if (filled === 0) return;
    if (!this.header) {
      this.lookForHeading(row, filled);
      return;
    }
    this.width = Math.max(this.width, filled);
    // Headings of two rows, and headings repeated on every printed page.
    if (isSame(readHeading(row), this.header)) return;
    this.rows += 1;
    if (this.rows > MOST_ROWS) throw TOO_LONG;
    this.addPerson(row, this.header);
  }

  private lookForHeading(row: Row, filled: number): void {
    const heading = readHeading(row);
    if (heading === 'SEVERAL') throw SEVERAL;
    this.above += 1;
    if (heading) this.header = heading;
    else if (this.above > MOST_ROWS_ABOVE) throw NO_HEADING;
    if (heading) this.width = filled;
  }

  private addPerson({ number, cells }: Row, { id: place, name: nameAt }: Header): void {
    const cell = cells[place] ?? '';
    const id = readIdCell(cell, this.now);
    const zeros = endsInZeros(cell);
    if (zeros) this.zeros.push(number);
    if (zeros && isProblem(id)) this.digitsLost = true;
    if (isProblem(id)) {
      this.faults.set(number, { kind: 'NO_PERSON', problem: id });
      return;
    }
    const name = nameAt === undefined ? '' : spelling(cells[nameAt]);
    const first = this.firstRows.get(id);
    if (!first) this.firstRows.set(id, { row: number, name });
    else {
      const otherName = first.name !== '' && name !== '' && first.name !== name;
      this.faults.set(number, { kind: 'REPEATED', first: first.row, otherName });
    }
  }

  examined(): Examined {
    if (!this.header) throw NO_HEADING;
    if (this.digitsLost) for (const row of this.zeros) this.faults.set(row, { kind: 'NO_PERSON', problem: 'LOST_DIGITS' });
    const persons = [...this.firstRows].map(([id, { row }]) => ({ row, id })).filter(({ row }) => !this.faults.has(row));
    return { header: this.header, width: this.width, rows: this.rows, persons, faults: this.faults };
  }
}

const isSame = (heading: ReturnType<typeof readHeading>, header: Header): boolean =>
  typeof heading === 'object' && heading.id === header.id;

const spelling = (cell: Cell | undefined): string =>
  String(cell ?? '')
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '');

const NO_HEADING = new CommandError({
  zh: '没有找到表头：前 30 行里没有“身份证号”“身份证号码”“证件号码”“公民身份号码”或 ID number 这样的一列。有多张工作表时可用 --sheet 指定。',
  en: 'No heading was found: none of the first 30 rows has a column such as 身份证号, 身份证号码, 证件号码, 公民身份号码 or ID number. Of several sheets choose one with --sheet.',
});
const SEVERAL = new CommandError({
  zh: '有几列都可能是要查的身份证号。请只留一列叫“身份证号”，其余改名（如“配偶身份证号”）。',
  en: 'Several columns could hold the ID numbers. Let one be called 身份证号 or ID number, and name the others otherwise.',
});
const TOO_LONG = new CommandError({
  zh: `名单超过 ${MOST_ROWS} 行。请分成几份。`,
  en: `The list has more than ${MOST_ROWS} rows. Split it.`,
});
