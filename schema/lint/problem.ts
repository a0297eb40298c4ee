import { LINT_CODES, type LintCode } from './codes.js';

/** One refusal of the linter. */
export interface LintProblem {
  readonly code: LintCode;
  readonly subgraph: string;
  /** `Type.field(argument:)`, `@directive`, or `line 3` of the list of public fields; empty for a whole SDL. */
  readonly coordinate: string;
  /** Where, what is wrong, what to do. */
  readonly message: string;
}

/** A refusal with the message of its code; `detail` names what was found, never a value. */
export function problem(code: LintCode, subgraph: string, coordinate: string, detail = ''): LintProblem {
  const place = [subgraph, coordinate].filter(Boolean).join(' ');
  return { code, subgraph, coordinate, message: `${place}: ${LINT_CODES[code]}${detail && ` (${detail})`}` };
}
