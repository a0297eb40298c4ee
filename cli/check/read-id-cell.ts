import { normaliseResidentId, type ResidentId, ResidentIdError, type ResidentIdProblem } from '../../client/normalise-resident-id.js';
import type { Cell } from './sheet.js';

/** Why a cell names no person. */
export type IdProblem = ResidentIdProblem | 'LOST_DIGITS';

/** Spreadsheets keep 15 digits of a number and write zeros for the others. */
const KEPT_DIGITS = 15;
/** `3.31122E+17`: what a spreadsheet shows of a long number, and saves as text. */
const SCIENTIFIC = /^[1-9](?:[.,]\d+)?[eE]\+?\d{1,2}$/;
/** How people keep a spreadsheet from taking an ID number for a number: an apostrophe, or `="…"`. */
const KEEPERS = /^\s*(?:['‘’`＇]|=\s*"([^"]*)"\s*$)/;

/** The person a cell names. Digits that a spreadsheet has lost are not guessed. */
export function readIdCell(cell: Cell, now: Date): ResidentId | IdProblem {
  if (typeof cell === 'number') {
    if (!Number.isInteger(cell) || Math.abs(cell) >= 10 ** KEPT_DIGITS) return 'LOST_DIGITS';
    return normalised(String(cell), now);
  }
  if (SCIENTIFIC.test(cell.trim())) return 'LOST_DIGITS';
  return normalised(cell.replace(KEEPERS, '$1'), now);
}

function normalised(text: string, now: Date): ResidentId | IdProblem {
  try {
    return normaliseResidentId(text, now);
  } catch (error) {
    if (error instanceof ResidentIdError) return error.problem;
    throw error;
  }
}

const PROBLEMS: ReadonlySet<string> = new Set<IdProblem>(['EMPTY', 'CHARACTERS', 'LENGTH', 'DATE', 'CHECKSUM', 'LOST_DIGITS']);

/** Tells the two outcomes of readIdCell apart. */
export const isProblem = (read: ResidentId | IdProblem): read is IdProblem => PROBLEMS.has(read);

/**
 * Whether a cell looks like an ID number of which a spreadsheet kept 15 digits: 18 digits, the last three zeros. One of eleven
 * of those passes the check by chance, as somebody else.
 */
export const endsInZeros = (cell: Cell): boolean => typeof cell === 'string' && /^\D*\d{15}000\D*$/.test(cell);
