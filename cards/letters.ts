/** The letter of an option of a draft: A for 0. */
export const letterOf = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);
