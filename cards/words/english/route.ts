/** The cities a trip stops in. */
export const route = {
  /** `Rome 3 nights, Florence 2 and Venice`, before the trip has days. */
  stop: (city: string, nights: number | undefined, first: boolean): string =>
    nights === undefined ? city : `${city} ${nights}${first ? (nights === 1 ? ' night' : ' nights') : ''}`,
  theStops: (stops: string): string => `The stops: ${stops}.`,
  settled: (stops: string): string => `Settled: ${stops}.`,
  staysIn: (trip: string, city: string): string =>
    `${trip} stays in ${city}. For several cities say e.g. "Rome for 3 nights, then Florence 2, then Venice".`,
  settledIn: (trip: string, city: string): string => `Settled: ${trip} stays in ${city}.`,
  planIt: 'Plan it',
  planNext: 'Say PLAN and I make a plan of it.',
  fitted: (said: number, has: number): string => `You named ${said} nights and the trip has ${has}, so I fitted them.`,
  letItBe: (nights: number): string => `Let the trip be ${nights} nights`,
  whichTrip: 'Which trip is it for? Say e.g. "use trip Lisbon" first.',
  /** Why a change of the stops cannot be made, as the domain says it. */
  refused: (why: string): string => why,
};
