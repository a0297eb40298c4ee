/** Yuan with two decimals. */
export const yuan = (amount: number): string => amount.toFixed(2);
