/** Most persons one request may name. */
export const MOST_PERSONS = 200;
