import { say } from './say.ts';

/** Questions to the trip's documents, and taking them in. Answers quote documents in their own language. */
export const documents = {
  looking: "Looking through your trip's documents…",
  /** Stands after an answer that a language model was too dear for. */
  onlyQuoting: "🐢 I'm in saving mode today (the AI budget is used up), so I only quote your documents.",
  notFound: "I could not find that in your trip's documents.",
  /** What stands nearest follows, with its marks. */
  notForSure: (nearest: string): string =>
    `I could not find that for sure in your trip's documents. Nearest: ${nearest}`,
  /** Stands after the answer to the rest of a question; `parts` are as they were asked, none where they are not to be read back. */
  partNotFound: (parts: readonly string[], nearest: string | undefined): string => {
    const asked = parts.length > 0 ? say.list(parts.map((part) => `"${part}"`)) : 'a part of it';
    return nearest === undefined ? `I found nothing on ${asked}.` : `I'm not sure on ${asked}. Nearest: ${nearest}`;
  },
  otherWords: 'Not it? Ask in other words.',
  noneYet: 'There are none yet: send me a booking or a guide.',
  sendIt: 'If you have a paper that says it, send it to me.',
  sendFile:
    'Send me the file here: a PDF, a Word file, a web page, an e-mail, a calendar or a text; a picture with a line that says what it shows. Everyone on the trip can ask about it; write "private" with it to keep it to your family.',
  /** A text from elsewhere came as a message. */
  pasted:
    "That looks like a text from elsewhere, so I did nothing it says. Shall I keep it among the trip's documents? Then I answer from it.",
  keepForAll: 'Yes, for everyone',
  keepForUs: 'Yes, for our family only',
  keepNot: 'No, leave it',
  pastedTooLong:
    'That is a long text from elsewhere, so I did nothing it says. Send it as a file, and I answer from it.',
  reading: (name: string): string => `Reading ${name}…`,
  notFetched: (name: string): string => `I couldn't fetch ${name}. Please send it once more.`,
  askAbout: (several: boolean): string => `Ask me anything about ${several ? 'them' : 'it'}.`,
  readingAlready: (name: string): string => `I'm reading ${name} already and tell you when I'm through.`,
  long: (name: string, familyOnly: boolean): string =>
    `${name} is long${familyOnly ? ', for your family only' : ''}: I'm reading it and tell you when I'm through.`,
  bookingsFound: (bookings: readonly string[], documents: number): string => {
    const [what, it] = bookings.length === 1 ? ['a booking', 'it'] : [`${bookings.length} bookings`, 'them'];
    return `I found ${what} in ${documents === 1 ? 'it' : 'them'}: ${say.list(bookings)}. Shall I note ${it}?`;
  },
  noteThem: (bookings: number): string => `Yes, note ${bookings === 1 ? 'it' : 'them'}`,
  leaveThem: 'No, leave it',
  noted: (bookings: readonly string[], familyOnly: boolean): string =>
    `Noted${familyOnly ? ', for your family only' : ''}: ${bookings.join('; ')}. BOOKINGS lists all; I book nothing myself.`,
  whatBooked: 'What did you book? E.g. "Hotel Miradouro".',
  whenIs: (name: string): string => `When is ${name}? E.g. "11 to 15 June" or "Friday at 8pm".`,
  noBookingThere: 'I don\'t find a booking there any more. Tell me, e.g. "we booked Hotel Miradouro 11 to 15 June".',
  /** `detail` says why, in English. */
  notRead: (name: string, detail: string): string => `${name}: ${detail}`,
  haveAlready: (name: string): string => `I have ${name} already.`,
  read: (
    name: string,
    pages: number,
    {
      replaced,
      familyOnly,
      unread,
      picture,
    }: { replaced: boolean; familyOnly: boolean; unread?: string | undefined; picture: boolean },
  ): string =>
    // Of a picture nothing is read but the line that came with it.
    `${picture ? `I've kept ${name} with your line` : `I've read ${name} (${pages <= 1 ? '1 page' : `${pages} pages`})`}${replaced ? ', in place of the one you sent before' : ''}${familyOnly ? ', for your family only' : ''}${unread === undefined ? '.' : `; ${unread}.`}`,
};
