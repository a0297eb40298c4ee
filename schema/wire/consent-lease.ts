/**
 * The lease under which an agency's replica of grants counts (docs/consent-protocol.md): it runs from the moment the renewal was
 * sent, by the hub's clock. In milliseconds.
 */
export const LEASE = 30_000;

/** Renewals in the time of a lease (one every 10 s): one that is lost ends none. */
export const RENEWALS = 3;

/**
 * ρ: how much longer than it says a lease may last by another clock, as a share of it. 1.5 s over 30: a statement's time is
 * in whole seconds, and the clocks of gateway and consent may be half a second apart and drift.
 */
export const DRIFT = 0.05;

/** When no answer can rest any more on a lease that was sent `sent` ago: L(1+ρ), in milliseconds. */
export const longest = (lease: number): number => Math.ceil(lease * (1 + DRIFT));
