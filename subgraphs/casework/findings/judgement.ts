import type { Amount } from '../../../schema/types/amount.js';
import type { FindingCertainty } from '../../../schema/vocabulary/finding-rules.js';
import type { Term } from '../../../schema/vocabulary/term.js';
import type { Facts } from '../released/facts.js';
import type { Source } from '../released/source.js';
import { spanOf } from '../values/day-span.js';
import type { Weighed } from './weigh.js';

/** One record a finding rests on, as it was released: nothing of it is sharper than the asker's own answer. */
export interface Evidence {
  readonly source: string;
  readonly record: 'BILL' | 'AID' | 'CAMPAIGN' | 'STATUS';
  readonly id: string | null;
  /** Kind of aid or class of status. */
  readonly kind: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly amount: Amount | null;
}

/** What a rule reports. */
export interface Found {
  readonly certainty: FindingCertainty;
  readonly evidence: readonly Evidence[];
  readonly sentence: Term;
}

/** Why a source keeps a rule from deciding. */
export type LackReason = 'WITHHELD' | 'NOT_ANSWERED' | 'COARSE';

/** What a rule would need to decide. */
export interface Lack {
  readonly source: string;
  readonly reason: LackReason;
}

/** What a rule says of one person. `lacks` only where nothing was found: it cannot say no without them. */
export interface Judgement {
  readonly found: readonly Found[];
  readonly lacks: readonly Lack[];
}

/** How sentences name organisations. */
export type NameOf = (source: string) => Term;

/** One rule: a pure function of what was released. */
export type Rule<P> = (facts: Facts, parameters: P, nameOf: NameOf) => Judgement;

/** At most so many findings of one rule about one person, the certain first, and so many records of evidence to each. */
const MOST = 20;

/**
 * Collects what a rule weighed: certain cases, then possible ones that something speaks for; when there are none, what is lacking
 * to exclude the rest.
 */
export class Collected {
  readonly #found: Found[] = [];
  readonly #lacks = new Map<string, Lack>();

  /**
   * @param coarse the sources whose values are too coarse to decide this case, where all answered
   * @param needed the sources of whose silence the case hangs
   */
  weigh(
    { certainty, speaksFor }: Weighed,
    found: (certainty: FindingCertainty) => Omit<Found, 'certainty'>,
    coarse: readonly string[],
    needed: readonly Source<unknown>[] = [],
  ): void {
    if (certainty === 'NO') return;
    if (certainty === 'MAYBE' && !speaksFor) {
      this.lackUnless(needed);
      if (needed.every(({ state }) => state === 'ANSWERED')) for (const source of coarse) this.lack(source, 'COARSE');
      return;
    }
    const reported = certainty === 'YES' ? 'CERTAIN' : 'POSSIBLE';
    const { evidence, sentence } = found(reported);
    this.#found.push({ certainty: reported, evidence: evidence.slice(0, MOST), sentence });
  }

  /** A source that withholds or does not answer outweighs one that answers coarsely. */
  lack(source: string, reason: LackReason): void {
    if (reason !== 'COARSE' || !this.#lacks.has(source)) this.#lacks.set(source, { source, reason });
  }

  /** The sources that did not say. */
  lackUnless(sources: readonly Source<unknown>[]): void {
    for (const { source, state } of sources) if (state !== 'ANSWERED') this.lack(source, state);
  }

  judgement(): Judgement {
    if (this.#found.length === 0) return { found: [], lacks: [...this.#lacks.values()] };
    const certainFirst = this.#found.toSorted((one, other) => one.certainty.localeCompare(other.certainty));
    return { found: certainFirst.slice(0, MOST), lacks: [] };
  }
}

/** The days the evidence lies in, as sharp as it was released. */
export function periodOf(evidence: readonly Evidence[]): { readonly from: string | null; readonly to: string | null } {
  const dates = evidence.flatMap(({ from, to }) => [from, to]).filter((date) => date !== null);
  const from = dates.toSorted((one, other) => spanOf(one).from - spanOf(other).from)[0] ?? null;
  const to = dates.toSorted((one, other) => spanOf(other).to - spanOf(one).to)[0] ?? null;
  return { from, to };
}
