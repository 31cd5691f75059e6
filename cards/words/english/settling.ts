/** A poll that becomes a decision, is taken up again, or is answered for a family that answered elsewhere. */
export const settling = {
  allFinal: 'Every poll is final already. Say RESULTS to see them.',
  whichStands: (question: string): string =>
    `The families have not settled on one answer to "${question}". Which one stands?`,
  final: 'Final:',
  finalWithDates: (dates: string): string => `Final, and so are the dates: ${dates}.`,
  askDates: (dates: string): string => `Shall these be the dates of the trip, ${dates}?`,
  setDates: 'Set the dates',
  noneEnded: 'No poll has ended yet.',
  openAgain: 'Open again, with the votes it had:',
  askWhose: 'Whose vote, and for what? E.g. "record: the Okoyes vote 2".',
  noFamily: (name: string): string => `No family of this trip is called ${name}.`,
  noPoll: 'No poll is open.',
  noOption: 'That is none of the options: give its number.',
  recorded: (family: string, choice: string): string =>
    `Recorded for ${family}: ${choice}. They can change it themselves.`,
};
