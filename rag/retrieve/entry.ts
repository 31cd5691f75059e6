/** What makes words a sentence: a verb that says something of what stands before it. */
const SAYS =
  /[\p{L}\d)]\s+(?:(?:can|could|may|might|must|should|shall|will|would|does|do|did|is|are|was|were|has|have|had)(?:n['’]t|not)?|needs?|costs?|opens?|closes?|includes?|takes?|leaves?|departs?|arrives?|runs?|starts?|begins?|ends?|serves?|offers?|sells?|lasts?|lands?|gets?|goes|go|comes?|gives?|requires?|accepts?|stays?|stops?|lies|stands?|means|appl(?:y|ies)|works?|wants?|likes?|knows?|sleeps?|brings?|keeps?|pays?|took|went|booked|paid|bought|es|son|est[aá]n?|tiene[ns]?|hay|puede[ns]?|debe[ns]?|cuestan?|abren?|cierran?|salen?|llegan?|incluyen?|ist|sind|hat|haben|kann|können|kostet|est|sont|peut|coûte|è|sono|é|são|tem)(?![\p{L}])|['’](?:s|re|ll|ve|m)\s/iu;
const LONGEST = 120;

/** Words under a name, as guides and lists of restaurants have them ("Open 10:00-18:00, closed on Mondays"), and no sentence, row or label with its value. */
export const isFragment = (text: string): boolean =>
  text.length <= LONGEST && !/ \| |: |\?/.test(text) && !SAYS.test(text);

/**
 * What the first words under a heading say of the thing that it names ("Tile museum, indoor" under "Museu Nacional do
 * Azulejo"): they hold for all that stands under it. Nothing where that is no entry of such words: items of
 * a list have no stop.
 */
export const descriptionOf = (heading: string | undefined, [first, ...rest]: readonly string[]): string | undefined =>
  heading !== undefined && rest.length > 0 && first !== undefined && /^[^\d]+\.$/.test(first) && isFragment(first)
    ? first
    : undefined;
