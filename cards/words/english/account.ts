/** Links for guests, and one person at several doors. */
export const account = {
  linkInPrivate: 'A link into your family is for our private chat: ask me there.',
  linkClosed: 'Closed: the link lets nobody in any more. Who came by it stays; say GUEST LINK for a new one.',
  /** `family`: whose link it is, for a link into one's own family. */
  guestLink: (trip: string, family: string | undefined, link: string, until: string): string =>
    `Whoever opens this ${family === undefined ? `takes part in ${trip} with a family of their own` : `is one more of ${family} in ${trip}`}, by web chat and without an account: ${link}\nIt works until ${until}; say REVOKE GUEST LINK to close it.`,

  privately: 'Linking is between you and me: say LINK in our private chat.',
  sayCode: (code: string, minutes: number): string =>
    `Say "link ${code}" to me in your other chat (text, Teams or web) within ${minutes} minutes, and I know you there as the same person. Keep the code to yourself.`,
  already: (name: string): string => `You are ${name} in both chats already.`,
  linked: (name: string, trips: string | undefined): string =>
    `Linked: you are ${name} here and in your other chat, with one family and one vote.${trips === undefined ? '' : ` You're in ${trips}.`} Ask me anything, or say MENU.`,
};
