import { randomBytes } from 'node:crypto';

/** Most rows one batch may declare. */
export const MOST_ROWS = 200_000;

const FORM = /^batch\/([1-9]\d{0,5})\/([A-Za-z0-9_-]{22})$/;

/** What the case reference of a batch says: how many rows the asker's list has, and a random name of this run. */
export interface BatchRef {
  readonly rows: number;
  readonly name: string;
}

/**
 * A case reference for all questions of one run over a list: `batch/<rows>/<22 base64url characters>`. The asker's proof binds
 * it as any case, it stays at the hub, and the ledger shows what has the same one as one entry (docs/decisions/0021).
 */
export const newBatchRef = (rows: number): string => `batch/${rows}/${randomBytes(16).toString('base64url')}`;

/** Reads a case reference. @returns undefined when it is of no batch. */
export function parseBatchRef(caseRef: string | null): BatchRef | undefined {
  const match = FORM.exec(caseRef ?? '');
  const rows = Number(match?.[1]);
  return match && rows <= MOST_ROWS ? { rows, name: match[2] as string } : undefined;
}
