import type { Pool } from 'pg';
import type { Asking } from './asking.js';

/** What an agency's resolvers may use while one sub-request is answered. */
export interface AgencyContext<L> {
  readonly asking: Asking;
  /** Loaders made for this sub-request; they take refs in sets. */
  readonly loaders: L;
  /** When the agency's records were last brought up to date (RFC 3339). */
  readonly asOf: string;
  /** A name for a record that is this asker's alone. */
  pseudonym(recordId: string): string;
  /**
   * Decides for other persons (household members, donors) before objects about them are returned. A protected field
   * about a person nobody decided on is withheld.
   */
  decideFor(refs: readonly string[]): Promise<void>;
}

/** An agency's records, opened. */
export interface AgencyData<L> {
  /** At most 4 connections; shared with the kit's own tables (kit/tables.ts). */
  readonly pool: Pool;
  asOf(): Promise<string>;
  createLoaders(decideFor: (refs: readonly string[]) => Promise<void>): L;
  close(): Promise<void>;
}

/** What an agency brings to become a policed subgraph. */
export interface AgencyDefinition<L> {
  /** The organisation's id in the registry; also its subgraph's name and audience. */
  readonly name: string;
  /** Its key field on `Person`. */
  readonly keyField: string;
  /** Resolver classes of type-graphql. */
  readonly resolvers: readonly (new () => object)[];
  /** Object types no resolver of this subgraph returns by name (at least its Person). */
  readonly types: readonly (new () => object)[];
  /** Text of policy.yaml. */
  readonly policy: string;
  open(databaseUrl: string): Promise<AgencyData<L>>;
}
