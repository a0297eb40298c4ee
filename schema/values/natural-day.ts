/**
 * The natural day (`2024-05-17`) of an instant in Asia/Shanghai: eight hours ahead of UTC, without summer time since 1991.
 *
 * @returns undefined for an invalid date.
 */
export function naturalDay(instant: Date): string | undefined {
  const shifted = new Date(instant.getTime() + 8 * 3_600_000);
  return Number.isNaN(shifted.getTime()) ? undefined : shifted.toISOString().slice(0, 10);
}
