import { SDL_PREAMBLE } from '../../emit-sdl.js';
import type { LintCode } from '../codes.js';
import type { SubgraphSdl } from '../lint-subgraphs.js';

/** Bodies of subgraphs by name: what follows the preamble. A text that begins with `extend schema` is a whole SDL. */
export type Bodies = Readonly<Record<string, string>>;

/** One refusal with its passing twin: the smallest change that makes the linter accept it. */
export interface LintCase {
  readonly code: LintCode;
  /** What the refused side tries. */
  readonly attack: string;
  /** Where it is refused. */
  readonly at: readonly string[];
  readonly refused: Bodies;
  readonly accepted: Bodies;
}

/** Whole SDLs from bodies. */
export const sdls = (bodies: Bodies): SubgraphSdl[] =>
  Object.entries(bodies).map(([name, body]) => ({ name, sdl: body.startsWith('extend schema') ? body : `${SDL_PREAMBLE}\n${body}\n` }));

/** Policies as they stand in SDL, short. */
export const KEY = '@inaccessible @public(as: KEY)';
export const SECRET = '@consent(categories: [HEALTH], subject: SELF) @deidentify(by: REDACT)';
export const as = (transform: string): string => `@consent(categories: [AID], subject: SELF) @deidentify(by: ${transform})`;

/** A sound agency's Person, with further fields and types. */
export const person = (owner: string, fields = '', types = ''): string =>
  `type Person @key(fields: "${owner}Key") {
  ${owner}Key: ID! ${KEY}
  ${owner}Note: String ${SECRET}
  ${fields}
}
${types}`;

/** A sound agency `clinic`, with further fields on Person and further types. */
export const clinic = (fields = '', types = ''): Bodies => ({ clinic: person('clinic', fields, types) });
