const FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;

/** An instant as the platform writes it: ISO 8601 with its offset. @returns it in UTC; null for any other text. */
export function readInstant(text: string): string | null {
  if (!FORM.test(text)) return null;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}
