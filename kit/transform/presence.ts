/**
 * PRESENCE: a container as it stands: its fields decide for themselves, only that it is there (for a list, how long it
 * is) is released. A scalar, or a list with one, would be its own raw value, so it gives null.
 */
export function presence(value: unknown): unknown {
  return isContainer(value) ? value : null;
}

function isContainer(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.every((entry) => entry === null || entry === undefined || isContainer(entry));
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return false;
  if (value instanceof String || value instanceof Number || value instanceof Boolean) return false;
  // Dates and other values that serialise themselves, and promises, whose value was not seen.
  const { toJSON, then } = value as { toJSON?: unknown; then?: unknown };
  return typeof toJSON !== 'function' && typeof then !== 'function';
}
