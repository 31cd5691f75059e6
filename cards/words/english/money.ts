import { say } from './say.ts';

const nightsOf = (count: number): string => `${count} ${count === 1 ? 'night' : 'nights'}`;
const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** What families paid for everyone, and who owes whom. Families come as `say.family` names them. */
export const money = {
  unknownFamily: (name: string, families: readonly string[]): string =>
    `I don't know the ${name} family in this trip. There are ${families.join(', ')}.`,
  howMuch: 'How much was it, and what for? E.g. "84 euros for dinner".',
  whichCurrency: (amount: number): string => `${amount} of what? Say e.g. "euros", "pounds" or "PLN".`,
  something: 'something',
  noted: (family: string, amount: string, what: string, parts: string): string =>
    `Noted: ${family} paid ${amount} for ${what}. ${parts} WHO OWES shows where everyone stands; REMOVE EXPENSE takes it out.`,
  /** Several things of one message. */
  notedAll: (
    family: string,
    things: readonly (readonly [what: string, amount: string])[],
    total: string,
    parts: string,
  ) =>
    `Noted: ${family} paid ${say.list(things.map(([what, amount]) => `${amount} for ${what}`))}, ${total} together. ${parts} WHO OWES shows where everyone stands; UNDO takes them out.`,
  /** So much for each of so many: `EUR 13.50 (3 x EUR 4.50)`. */
  times: (total: string, count: number, each: string): string => `${total} (${count} x ${each})`,
  refund:
    'Money that came back lowers what was paid: say what it came to in the end, e.g. "the deposit was 200 euros, not 300".',
  noChildren: 'None of the families told me of children. Say the whole sum, e.g. "ice cream 13.50".',
  putRight: (family: string, amount: string, before: string, what: string, parts: string): string =>
    `Put right: ${family} paid ${amount} for ${what}, not ${before}. ${parts}`,
  whichWrong: 'Which one was wrong?',
  whichDivided: 'Which one shall I divide?',
  howDivided: (what: string): string =>
    `How shall I divide ${what}? E.g. "by head", "only us and the Chens", "by nights", or parts: "Chens 2, Silvas 1".`,
  /** `whole`: the nights of the trip. */
  howManyNights: (families: readonly string[], whole: number | undefined): string =>
    `How many nights did each family stay? E.g. "${families.map((family, at) => `${family.replace(/^the /, '')} ${Math.max(1, (whole ?? 4) - (at === 0 ? 2 : 0))}`).join(', ')}".`,
  whichNights: (what: string, amount: string, nights: readonly (readonly [family: string, nights: number])[]): string =>
    `${capital(what)}, ${amount}: ${say.list(nights.map(([family, count]) => `${family} ${nightsOf(count)}`))}. How shall I divide it?`,
  byNights: (parts: string): string => `By nights: ${parts.replace(/\.$/, '')}`,
  byNightsAndPeople: (parts: string): string => `By nights and people: ${parts.replace(/\.$/, '')}`,
  asItWas: 'Leave it as it is',
  noBeds: 'No beds are written down yet. Say what they cost first, e.g. "we paid 1,240 euros for the villa".',
  dividedAnew: (what: string, amount: string, parts: string): string => `Divided anew: ${what}, ${amount}. ${parts}`,
  spent: (what: string, amount: string): string => `${what}, ${amount}`,
  allTheirs: 'All of it is theirs.',
  eachOf: (part: string, families: number): string => `${part} for each of ${families} families.`,
  parts: (parts: readonly (readonly [family: string, part: string])[]): string =>
    `${capital(parts.map(([family, part]) => `${family} ${part}`).join(', '))}.`,
  whomPaidBack: 'Whom did you pay back, and how much? E.g. "we paid the Chens back 40 euros".',
  paidBack: (family: string, amount: string): string => `Noted: you paid ${family} ${amount}.`,
  paidYou: (family: string, amount: string): string => `Noted: ${family} paid you ${amount}.`,
  paidBetween: (from: string, to: string, amount: string): string => `Noted: ${from} paid ${to} ${amount}.`,
  paymentOut: (amount: string): string => `Taken out: the payment of ${amount}.`,
  /** Where the speaker's family stands, in the fewest payments. */
  own: (
    owes: readonly (readonly [family: string, amount: string])[],
    gets: readonly (readonly [family: string, amount: string])[],
  ): string =>
    [
      owes.length > 0 && `You owe ${say.list(owes.map(([family, amount]) => `${family} ${amount}`))}.`,
      gets.length > 0 && `${capital(say.list(gets.map(([family, amount]) => `${family} owe you ${amount}`)))}.`,
      owes.length + gets.length === 0 && 'You are even: you owe nobody, and nobody owes you.',
    ]
      .filter((sentence) => sentence !== false)
      .join(' '),
  next: (family: string, amount: string): string =>
    `${capital(family)}: they are ${amount} behind, so the next one is theirs.`,
  anybodyNext: "All even, so it is anybody's turn.",
  spentSoFar: (totals: readonly string[]): string =>
    `${say.list(totals)} spent so far. Choose one to take it out, or say what was wrong, e.g. "the taxi was 24, not 22".`,
  latest: (shown: number, all: number): string => `The latest ${shown} of ${all}:`,
  spentBy: (what: string, amount: string, family: string): string => `${what}, ${amount}, ${family}`,
  byFamily: (rows: readonly (readonly [family: string, paid: string, part: string])[]): string =>
    `${rows.map(([family, paid, part]) => `${capital(family)} paid ${paid}, their part is ${part}`).join('. ')}.`,
  perPerson: (total: string, each: string, people: number): string =>
    `${total} spent together: ${each} for each of ${people} people.`,
  zero: 'nothing',
  nothing: 'Nothing was written down yet. Say e.g. "we paid 84 euros for dinner".',
  pays: (from: string, to: string, amount: string): string => `${from} pay ${to} ${amount}`,
  balance: (totals: readonly string[], payments: readonly string[]): string =>
    `${totals.join(' and ')} spent together. ${payments.length === 0 ? 'All even: nobody owes anybody.' : `To be even: ${payments.join('; ')}.`}`,
  noneOfYours: "You haven't written down an expense. WHO OWES shows what there is.",
  whichOut: 'Which one shall I take out?',
  nothingToTakeOut: 'It is out already.',
  takeOut: (what: string, amount: string): string => `Take out "${what}", ${amount}?`,
  yesTakeOut: 'Yes, take it out',
  noKeep: 'No, keep it',
  takenOut: (what: string): string => `Taken out: ${what}.`,
};

/** Invitations that are open. */
export const invitations = {
  noneLikeThat: (name: string | undefined, open: readonly string[]): string =>
    `I have no open invitation ${name ? `for ${name}` : 'like that'}. Open are: ${say.list(open)}.`,
  whichToCancel: 'Which invitation shall I cancel?',
  whichToSend: 'Which invitation shall I send?',
  code: (who: string, code: string): string =>
    `The code for ${who} is ${code}: they write "join ${code}" to me. To have me send it, say "send the invitation to +1 555 0100", or an e-mail address.`,
  cancelled: (who: string, code: string): string => `Cancelled: the code ${code} for ${who} lets nobody in any more.`,
  onItsWay: (to: string, code: string, until: string): string =>
    `On its way to ${to}. The code ${code} works until ${until}; say INVITATIONS to see who has joined.`,
  noneOpen: (inTrip: boolean): string =>
    `No invitation is open${inTrip ? ': everyone invited has joined' : ''}. Say "invite the Garcias" to bring a family in, or "add my husband Tom" for your own.`,
  takenOut: 'somebody who was taken out',
  sending: { waiting: 'on its way', sent: 'sent', failed: 'could not be delivered: hand it over yourself' },
  one: (who: string, code: string, until: string | undefined, way: string | undefined): string =>
    `${who}, code ${code}, ${until === undefined ? 'run out' : `until ${until}`}${way === undefined ? '' : `, ${way}`}`,
  notHereYet: (all: readonly string[]): string => `Not here yet: ${all.join('; ')}.`,
  sendAgain: 'Send it again',
  cancelIt: 'Cancel it',
  othersInvited: (families: readonly string[]): string =>
    `Invited and not here yet: ${say.list(families)}. The organizer can send their code again.`,
};

/** What one person has passed on to all. */
export const everyone = {
  what: 'What shall I tell everyone? I pass it on in your words.',
  nobody: 'Nobody else is in this trip yet. INVITE makes a code for another family.',
  shallI: (others: number, text: string): string =>
    `Shall I tell the ${others === 1 ? 'other family' : `other ${others} families`}: "${text}"?`,
  yes: 'Yes, tell them',
  no: 'No, keep it',
  told: (text: string): string => `Told everyone: "${text}".`,
};

/** What is booked. */
export const bookings = {
  none: 'Nothing is noted as booked. Say e.g. "we booked Hotel Miradouro 11 to 15 June", or send me the confirmation.',
  soFar: 'Booked so far; choose one for its details.',
  first: (shown: number, all: number): string => `The first ${shown} of ${all}:`,
  by: (family: string): string => `Booked by ${family}.`,
  cancelThis: 'Cancel this booking',
  bookNothing: 'I book nothing myself; whoever books it calls or does it online.',
  papersSay: (lines: string): string => `In your papers: ${lines}`,
  iCan: 'What I can do:',
  noteOnceBooked: 'Note it, once you have booked',
  voteFirst: 'Let the families vote on it first',
  whichChanges: 'Which booking do you mean?',
  whatChanges: (name: string): string =>
    `What changes for ${name}? Say the new days, time, price or confirmation number.`,
  changed: (booking: string): string => `Changed: ${booking}.`,
  whichIsCancelled: 'Which booking is cancelled?',
  noteCancelled: (name: string, when: string): string =>
    `Note ${name}, ${when}, as cancelled? I don't cancel it where you booked it.`,
  yesCancelled: 'Yes, it is cancelled',
  yesCancelledTell: 'Yes, it is cancelled, and tell the others',
  noKeep: 'No, keep it',
  cancelled: (name: string): string => `Noted: ${name} is cancelled.`,
};
