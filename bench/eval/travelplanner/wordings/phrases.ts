/**
 * How people say what a task is. In angle brackets stands what a task fills in: `<home>`, `<place>` (the city, or the region of
 * several), `<c>` and `<C>` (how many cities, in digits or words), `<n>` (people, in either), `<money>` and the dates'
 * parts: month `<M1>`, short `<m1>`, day `<d1>`, ordinal `<o1>`, weekday `<w1>`, numbers `<iso1>` `<us1>`; `2` for the last.
 */
export interface Phrases {
  /** `<long>` trip, `<for>` a party, `<are>` a sentence about it, `<way>` the route, `<when>`, `<money>` a sentence. */
  readonly openings: List;
  readonly closings: List;
  readonly parties: Readonly<Record<'one' | 'two' | 'three' | 'many', { readonly for: List; readonly are: List }>>;
  /** By days. */
  readonly long: Readonly<Record<3 | 5 | 7, List>>;
  readonly when: List;
  /** Where both days are in one month. */
  readonly whenInOneMonth: List;
  /** `<sum>` is `2,300`, `<bare>` 2300, `<k>` 2.3, `<words>` the sum in words. */
  readonly money: List;
  readonly toOne: List;
  readonly toSeveral: List;
  readonly house: Readonly<Record<'pets' | 'smoking' | 'parties' | 'visitors' | 'children under 10', List>>;
  readonly rooms: Readonly<Record<'entire room' | 'private room' | 'not shared room' | 'shared room', List>>;
  readonly ways: Readonly<Record<'no flight' | 'no self-driving', List>>;
  /** `<list>` of cuisines. */
  readonly food: List;
}

export type List = readonly [string, ...string[]];
