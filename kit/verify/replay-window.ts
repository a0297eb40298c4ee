import { CLOCK_TOLERANCE, STATEMENT_LIFETIME } from '../../schema/wire/statement.js';

/**
 * Statements a service without a ledger has answered: held as long as one could be accepted. In memory, so a restart
 * within that time forgets; services with a ledger use its unique jti instead.
 */
export class ReplayWindow {
  #current = new Set<string>();
  #previous = new Set<string>();
  #turn = 0;

  /** @returns false when `jti` was seen before. */
  admit(jti: string, now: Date): boolean {
    const turn = Math.floor(now.getTime() / 1000 / (STATEMENT_LIFETIME + CLOCK_TOLERANCE));
    // Statements' times count too, and may lie a little apart: time that goes back must not forget.
    if (turn > this.#turn) {
      this.#previous = turn === this.#turn + 1 ? this.#current : new Set();
      this.#current = new Set();
      this.#turn = turn;
    }
    if (this.#current.has(jti) || this.#previous.has(jti)) return false;
    this.#current.add(jti);
    return true;
  }
}
