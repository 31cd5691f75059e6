const MONEY = /\b(?:how much|cost|costs|price|prices|pay|expensive|cheaper|spend)\b/i;
const PUT_TOGETHER =
  /\b(?:together|altogether|in total|in all|all in all|combined|sum|difference|(?:two|three|four|five|six|seven|eight|\d{1,2}) of us|for (?:the )?(?:two|three|four|five|six|seven|eight|both|all)\b|each of us|cheaper|more expensive)/i;
const TIME_FOR =
  /\b(?:(?:enough )?time (?:for|to)|fit (?:in|into|both|all)|manage (?:both|all|to)|(?:do|see|visit) (?:both|all (?:two|three|four)))\b/i;
const SEVERAL = /\b(?:both|and|all|before|after|between)\b/i;
const ASKS = /\?|^(?:what|how|is|are|can|could|will|would|do|does|which)\b/i;
const LONGEST = 600;

/** Whether a question's answer must be calculated: a sum of prices, or whether there is time for several things. */
export const asksToReckon = (text: string): boolean => {
  const asked = text.slice(0, LONGEST);
  if (!ASKS.test(asked)) return false;
  return (MONEY.test(asked) && PUT_TOGETHER.test(asked)) || (TIME_FOR.test(asked) && SEVERAL.test(asked));
};
