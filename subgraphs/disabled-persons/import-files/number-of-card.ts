/** Characters of an ID number; a card's number goes on with the kind and the grade of the disability, a digit each. */
const ID_LENGTH = 18;

/**
 * The ID number a card's number begins with, as it is written. A new kind or grade gives a new card number, so persons are
 * told by this part alone.
 */
export const numberOfCard = (cardNumber: string): string => cardNumber.normalize('NFKC').replace(/\s+/g, '').slice(0, ID_LENGTH);
