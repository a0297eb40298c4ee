/** MASK_TEXT: that there is text, nothing of it, not even its length. */
export const maskText = (value: unknown): string | null => (typeof value === 'string' ? '***' : null);
