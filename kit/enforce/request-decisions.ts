import { createHmac } from 'node:crypto';
import { rememberedBy } from '../../runtime/remembered-by.js';
import type { Category } from '../../schema/vocabulary/categories.js';
import { CATEGORIES } from '../../schema/vocabulary/categories.js';
import type { Asking } from '../asking.js';
import type { ConsentReplica } from '../consent/consent-replica.js';
import { type Decisions, decide, type WholeDecision } from '../decide/decide.js';
import type { Policy } from '../decide/policy.js';
import type { Disclosure } from '../record/group-recorder.js';
import type { Decided, PersonDecisions } from './person-decisions.js';

const ALL = Object.keys(CATEGORIES) as Category[];
const NO_LEASE = new Error('the replica of grants has no lease');
const NOTHING: Decided = { outcome: 'WITHHELD', basis: null };

/** What one agency decides with. */
export interface DecisionSources {
  readonly policy: Policy;
  readonly replica: ConsentReplica;
  readonly pseudonymKey: Buffer;
  /** Told when grants could not be read; the decision is then never more than without one. */
  onUnreadable(error: unknown): void;
}

/** The decisions of one sub-request: a set of persons at a time, each as of one moment, kept for its life only. */
export class RequestDecisions implements PersonDecisions {
  readonly asOf: string;
  readonly #sources: DecisionSources;
  readonly #asking: Asking;
  readonly #decided = new Map<string, Decisions>();
  readonly #unknown: Decisions;
  /** Nothing in the replica newer than this was taken into account. */
  #mark: bigint | undefined;

  constructor(sources: DecisionSources, asking: Asking, asOf: string) {
    this.#sources = sources;
    this.#asking = asking;
    this.asOf = asOf;
    this.#unknown = this.#decide([], undefined);
  }

  #decide(persons: readonly string[], events: Parameters<typeof decide>[1]['events']): Decisions {
    const { asker, proof, now } = this.#asking;
    return decide(this.#sources.policy, {
      recipient: asker.organisation.id,
      purpose: proof.purpose,
      categories: ALL,
      persons,
      events,
      now,
    });
  }

  /** Decides on persons nothing was decided on yet, all as of one moment. */
  async decideFor(refs: readonly string[]): Promise<void> {
    const persons = [...new Set(refs)].filter((ref) => !this.#decided.has(ref));
    if (persons.length === 0) return;
    const { asker, proof } = this.#asking;
    let events: Parameters<typeof decide>[1]['events'];
    try {
      const read = await this.#sources.replica.read(persons, asker.organisation.id, proof.purpose);
      if (read.leaseUntil > this.#asking.time()) {
        events = read.events;
        if (this.#mark === undefined || read.seq < this.#mark) this.#mark = read.seq;
      } else this.#sources.onUnreadable(NO_LEASE);
    } catch (error) {
      this.#sources.onUnreadable(error);
    }
    const decisions = this.#decide(persons, events);
    for (const ref of persons) this.#decided.set(ref, decisions);
  }

  of(ref: string, categories: readonly Category[]): Decided {
    return this.#decided.get(ref)?.fieldOutcome(ref, categories) ?? NOTHING;
  }

  whole(ref: string): WholeDecision {
    return (this.#decided.get(ref) ?? this.#unknown).whole(ref);
  }

  without(categories: readonly Category[]): Decided {
    return this.#unknown.withoutField(categories);
  }

  pseudonym(recordId: string): string {
    return createHmac('sha256', this.#sources.pseudonymKey)
      .update(JSON.stringify([this.#asking.asker.organisation.id, recordId]))
      .digest('base64url')
      .slice(0, 22);
  }

  /** Everyone decided on, with the decision on each category, for the ledger. */
  persons(): { ref: string; outcomes: string }[] {
    return [...this.#decided].map(([ref, decisions]) => ({ ref, outcomes: summaryOf(decisions.whole(ref)).outcomes }));
  }

  /** The persons who can take back anything that is released, and the state of the replica it was decided on. */
  consent(): Disclosure['consent'] {
    const { asker, proof } = this.#asking;
    const refs = [...this.#decided].filter(([ref, decisions]) => summaryOf(decisions.whole(ref)).revocable).map(([ref]) => ref);
    return { refs, recipient: asker.organisation.id, purpose: proof.purpose, mark: this.#mark ?? 0n, time: this.#asking.time };
  }
}

interface Summary {
  /** What was decided on each category, as it stands in the ledger. */
  readonly outcomes: string;
  /** Some of it can be taken back. */
  readonly revocable: boolean;
}

const summaryOf = rememberedBy(
  (whole: WholeDecision): Summary => ({
    outcomes: JSON.stringify(Object.fromEntries(ALL.map((category) => [category, whole.get(category)?.outcome ?? 'WITHHELD']))),
    revocable: ALL.some((category) => whole.get(category)?.revocable ?? false),
  }),
);
