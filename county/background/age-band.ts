/** The band of an age in the tables of rates: under 18, 18-34, 35-59, 60 and over. */
export const ageBand = (age: number): 0 | 1 | 2 | 3 => (age < 18 ? 0 : age < 35 ? 1 : age < 60 ? 2 : 3);
