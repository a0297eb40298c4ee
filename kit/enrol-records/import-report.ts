import type { Noted, NotedRows } from '../records/noted-rows.js';
import type { EnrolmentCount } from './enrol-numbers.js';

/** What an import did: counts and row numbers, nothing about a person. */
export interface ImportReport extends EnrolmentCount, Noted {
  readonly asOf: string;
  /** Rows now stored, by file. */
  readonly rows: Readonly<Record<string, number>>;
}

/** The report as lines for a person: counts per file, then every row that needs a look. */
export function importReportText(report: ImportReport): string {
  const list = (title: string, { count, rows }: NotedRows) =>
    count === 0
      ? []
      : [
          `${title} ${count}`,
          ...rows.map(({ file, row, column }) => `  ${file} row ${row}: ${column}`),
          ...(count > rows.length ? [`  and ${count - rows.length} more`] : []),
        ];
  return [
    `Records as of ${report.asOf}`,
    ...Object.entries(report.rows).map(([file, count]) => `  ${file}: ${count}`),
    `Persons enrolled now: ${report.enrolled}; ID numbers that cannot be read: ${report.unreadable}`,
    ...list('Rows left out:', report.refused),
    ...list('Rows kept, but linked to nobody:', report.unlinked),
  ].join('\n');
}
