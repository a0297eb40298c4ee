/** What makes a spreadsheet take a text for a formula, also full-width and behind blanks; and blanks that begin a new cell somewhere. */
const COULD_RUN = /^(?:[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/u;
/** A signed figure is what it looks like: an amount refunded, a telephone number. */
const FIGURE = /^[+-]\d+(?:[.,]\d+)*$/;

/**
 * A text that no spreadsheet program takes for a formula: one that could be one gets an apostrophe before it
 * (OWASP, CSV Injection). Everything else, signed figures included, stays as it is.
 */
export const neutralise = (text: string): string => (COULD_RUN.test(text) && !FIGURE.test(text) ? `'${text}` : text);
