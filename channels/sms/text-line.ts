import { isWhatsApp } from './phone-address.ts';

/** What one way of texting shows and takes; data, so that nothing asks which one it is. */
export interface TextLine {
  /** The most characters of one message. */
  readonly maxText: number;
  /** Carriers bill by the part: typography is folded where that saves one, and plans are told in short. */
  readonly billedByPart: boolean;
  /** Puts words in bold; absent where all text is plain. */
  readonly bold?: (words: string) => string;
  /** A carrier confirms STOP itself. */
  readonly carrierConfirmsStop: boolean;
  /** Parts a second that one sender may send; as configured when absent. */
  readonly partsPerSecond?: number;
}

/** The most characters Twilio takes as one message, on either line (https://www.twilio.com/docs/api/errors/21617). */
export const MAX_MESSAGE = 1_600;

const SMS: TextLine = { maxText: MAX_MESSAGE, billedByPart: true, carrierConfirmsStop: true };

const WHATSAPP: TextLine = {
  maxText: MAX_MESSAGE,
  billedByPart: false,
  // One pair of asterisks around words that have none (https://faq.whatsapp.com/539178204879377).
  bold: (words) => `*${words.replaceAll('*', '').trim()}*`,
  carrierConfirmsStop: false,
  // https://help.twilio.com/articles/360024008153
  partsPerSecond: 80,
};

/** The line an address is on: a number, or a number with `whatsapp:` in front. */
export const lineOf = (address: string): TextLine => (isWhatsApp(address) ? WHATSAPP : SMS);
