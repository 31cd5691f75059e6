const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** What may be spent, and each family's part of it. */
export const budget = {
  /** What the family noted for itself, where the trip has no budget. */
  ownAlone: (own: string): string => `Your family's own budget: ${own}.`,
  none: 'No budget is set for everyone yet. The organizer says e.g. "the budget for everyone is 6000 euros".',
  /** `left` and what it is for each person, of `total`. */
  left: (left: string, total: string, spent: string, each: string): string =>
    `${left} of ${total} is left (${spent} spent), ${each} for each person.`,
  over: (over: string, total: string, spent: string): string => `${spent} spent: ${over} over the budget of ${total}.`,
  besides: (amounts: string): string => `Besides, ${amounts} in other money.`,
  ownLeft: (left: string, part: string): string => `Your family has ${left} left of its ${part}.`,
  ownOver: (over: string, part: string): string => `Your family is ${over} over its part of ${part}.`,
  spent: (amounts: string): string => `Spent so far: ${amounts}.`,
  divided: 'Divided:',
  forEveryone: (total: string, by: 'family' | 'head' | 'share'): string =>
    `${total} for everyone, divided ${{ family: 'evenly by family', head: 'by number of people', share: 'by agreed shares' }[by]}.`,
  yourPart: (part: string): string => `Your family's part: ${part}.`,
  /** Families come as `say.family` names them. */
  parts: (parts: readonly (readonly [family: string, part: string])[]): string =>
    `${capital(parts.map(([family, part]) => `${family} ${part}`).join(', '))}. Each family is shown its own part only.`,
  howToDivide: 'To divide it say e.g. "split the budget by head", or "split the budget: Silvas 2 parts, Chens 1".',
};
