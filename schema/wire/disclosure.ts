import type { BasisRank } from '../vocabulary/bases.js';
import type { Outcome } from '../vocabulary/outcomes.js';
import type { Transform } from '../vocabulary/transforms.js';

/**
 * One line of the report: what one field did for this asker. Computed from selection and decisions before any row is
 * read, so it says nothing about a person: WITHHELD lines are the same whatever the cause.
 */
export interface DisclosureLine {
  /** The organisation that answered. */
  readonly source: string;
  /** `Type.field`. */
  readonly coordinate: string;
  readonly outcome: Outcome;
  /** Present when the outcome is TRANSFORMED. */
  readonly transform?: Transform;
  /** Rank of what allows the release; absent when withheld. */
  readonly basis?: BasisRank;
}

/** `extensions.aidgraph` of a subgraph's answer; the gateway checks `jti` and passes on the rest in its own report. */
export interface SubgraphReport {
  /** The statement this answers. */
  readonly jti: string;
  readonly lines: readonly DisclosureLine[];
  /** When the subgraph's records were last brought up to date (RFC 3339); null for the hub's own services. */
  readonly asOf: string | null;
  /** Version of the policy in force; null for the hub's own services. */
  readonly policyVersion: string | null;
}

/** `extensions.disclosure` of the gateway's answer. */
export interface DisclosureReport {
  /** The hub's number of this request: the receipt an asker can quote to the auditor. */
  readonly receipt: string;
  readonly purpose: string;
  readonly lines: readonly DisclosureLine[];
  readonly sources: readonly { readonly source: string; readonly asOf: string | null; readonly answered: boolean }[];
}
