import type { RefusedRow } from '../records/cells.js';
import type { EnrolmentCount } from './enrol-numbers.js';

/** What an import did: counts and row numbers, nothing about a person. */
export interface ImportReport extends EnrolmentCount {
  readonly asOf: string;
  /** Rows now stored, by file. */
  readonly rows: Readonly<Record<string, number>>;
  /** Rows left out because a cell could not be read. */
  readonly refused: readonly RefusedRow[];
  /** Rows kept although their ID number cannot be one: they are linked to nobody. */
  readonly unlinked: readonly RefusedRow[];
}

/** The report as lines for a person: counts per file, then every row that needs a look. */
export function importReportText(report: ImportReport): string {
  const row = ({ file, row: number, column }: RefusedRow) => `  ${file} row ${number}: ${column}`;
  const list = (title: string, rows: readonly RefusedRow[]) => (rows.length === 0 ? [] : [`${title} ${rows.length}`, ...rows.map(row)]);
  return [
    `Records as of ${report.asOf}`,
    ...Object.entries(report.rows).map(([file, count]) => `  ${file}: ${count}`),
    `Persons enrolled now: ${report.enrolled}; ID numbers that cannot be read: ${report.unreadable}`,
    ...list('Rows left out:', report.refused),
    ...list('Rows linked to nobody:', report.unlinked),
  ].join('\n');
}
