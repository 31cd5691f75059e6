/** Who stands where somebody was whose data is erased: points at nobody. */
export const FORMER_USER = 'user_former';
/** What others read there. */
export const FORMER_NAME = 'A former member';
/** What a family is called of which nothing is left but its ballots and its share of the costs. */
export const FORMER_FAMILY = 'Former family';
