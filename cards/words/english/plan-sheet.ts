/** The plan where it is looked at outside the conversation: on its page, on paper, in a calendar. */
export const planSheet = {
  title: (trip: string): string => `${trip} - the plan`,
  day: (number: number): string => `Day ${number}`,
  continued: (number: number): string => `Day ${number}, continued`,
  freeDay: 'A free day',
  forEveryone: (sum: string): string => `${sum} for everyone`,
  checksHold: (checks: number): string => `All ${checks} checks passed`,
  checksFail: (failed: number, checks: number): string => `${failed} of ${checks} checks need a look`,
  print: 'PDF to print',
  calendar: 'Add to a calendar',
  map: 'Map',
  mapOf: (title: string): string => ` of ${title}`,
  from: (source: string): string => `from ${source}`,
  open: 'Still open',
  checked: 'Checked after planning',
  /** Whose plan is shown. */
  whose: 'Whose plan',
  everyone: 'Everyone',
  ownPlan: (family: string): string => `As ${family} go`,
  made: (version: number): string =>
    `Version ${version}, made with Pathfinder. Whoever has this link can read this page.`,
  page: (trip: string, version: number, page: number, pages: number): string =>
    `${trip} · version ${version} · page ${page} of ${pages}`,
  newest: 'Scan for the newest plan',
};
