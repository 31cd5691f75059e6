/** Stopping what is being done, and taking back what was. */
export const doing = {
  nothingPlanned: 'I am not planning anything right now.',
  stopped: 'Stopped. The plan stays as it was; say PLAN when you want me to go on.',
  nothingToUndo: 'There is nothing to take back here yet. Say MENU to see what I can do.',
  whetherToUndo: (what: string): string => `The last thing you changed here is ${what}. Take it back?`,
  yesUndo: 'Yes, take it back',
  cannotUndo: (what: string): string => `I can't take back ${what}. Tell me what it should be now.`,
};
