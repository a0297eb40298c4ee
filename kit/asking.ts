import type { Asker } from '../schema/wire/access-token.js';
import type { Proof } from '../schema/wire/proof.js';
import type { Statement } from '../schema/wire/statement.js';

/** A sub-request whose statement, token and proof were accepted: who asks, why, and what proves it. */
export interface Asking {
  readonly asker: Asker;
  readonly statement: Statement;
  readonly proof: Proof;
  /** max(local clock, statement's time): a slow clock never prolongs a grant. */
  readonly now: Date;
  /**
   * The time in milliseconds since 1970, as it goes on: max(local clock, statement's time + time since it came). A clock that is
   * slow, or set back while an answer is made, prolongs no lease.
   */
  readonly time: () => number;
  /** Token and proof as they came: evidence, stored sealed to the auditor. */
  readonly evidence: { readonly token: string; readonly proof: string };
}
