import type { ServiceOptions } from '../../kit/serve/service-options.js';

/** What consent is made from. */
export interface ConsentOptions extends ServiceOptions {
  /** Linkage's address. */
  readonly linkage: string;
  /** The agencies' addresses. */
  readonly agencies: ReadonlyMap<string, string>;
  /** The gateway's, from admission to last byte, in milliseconds. */
  readonly deadline: number;
  /** Length of the leases it gives, in milliseconds; LEASE unless a test is in a hurry. */
  readonly lease?: number;
}
