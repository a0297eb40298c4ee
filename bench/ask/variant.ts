/** One way to answer the question, with the processes that do. */
export interface Variant {
  readonly name: VariantName;
  readonly endpoint: string;
  /** Asks with token and proof; the plain peer knows neither. */
  readonly proven: boolean;
  /** Process ids by name, without PostgreSQL. */
  readonly pids: ReadonlyMap<string, number>;
}

/** Everything on; policy without record; neither; the same resolvers on stock Apollo. */
export const VARIANTS = ['all_on', 'policy_on', 'both_off', 'apollo_plain'] as const;
export type VariantName = (typeof VARIANTS)[number];
