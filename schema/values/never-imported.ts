/** `asOf` of an agency that has not taken in any records yet: what it holds then says nothing about anybody. */
export const NEVER_IMPORTED = '1970-01-01T00:00:00Z';
