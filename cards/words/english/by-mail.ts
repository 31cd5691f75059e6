/** Having the news of a trip mailed. */
export const byMail = {
  private: 'Mail is between you and me: ask me in our private chat.',
  none: (trip: string): string => `I send you no mail about ${trip}. Say EMAIL ME THE NEWS to get it.`,
  ended: (trip: string): string => `No more mail about ${trip}. I still tell you here.`,
  whichAddress: (trip: string): string => `To which address shall I send the news of ${trip}?`,
  codeSent: (to: string, minutes: number, trip: string): string =>
    `I have sent a code to ${to}. Tell it to me here within ${minutes} minutes, and the news of ${trip} goes there too.`,
  begun: (trip: string, to: string): string =>
    `From now on the news of ${trip} goes to ${to} as well, as soon and as often as you hear it from me. Say STOP THE EMAILS, or use the link in each of them, to end it.`,
  /** What UNDO takes back. */
  change: 'mail about the trip',
};
