/** A number with so many significant digits: a bench that shows more pretends. */
export const significant = (value: number, digits = 3): number => Number(value.toPrecision(digits));
