const PARTIAL_DATE = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** GENERALISE_MONTH: `2024-05-17` → `2024-05`. A date known only to the year stays so. */
export function generaliseMonth(value: unknown): string | null {
  return typeof value === 'string' && PARTIAL_DATE.test(value) ? value.slice(0, 7) : null;
}

/** GENERALISE_YEAR: `2024-05-17` → `2024`. */
export function generaliseYear(value: unknown): string | null {
  return typeof value === 'string' && PARTIAL_DATE.test(value) ? value.slice(0, 4) : null;
}
