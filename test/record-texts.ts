import { segmentsOf } from '../channels/sms/segments.ts';
import type { Journey } from './journey.ts';
import type { Transcript } from './transcript.ts';

/** Who writes to whom, and what a phone that hears nothing is shown with: words of the transcript's language. */
export interface TextWords {
  nameOf(phone: string): string;
  /** `Pathfinder to Ana (2 parts)`; no parts where a carrier bills none. */
  heading(name: string, parts: number | undefined): string;
  readonly nothing: string;
  sends(what: string): string;
}

/** Texts in a journey, written into its transcript as they go over the wire. */
export const recordTexts = (journey: Journey, told: Transcript, words: TextWords) => {
  const shown = new Map<string, number>();
  const show = (texts: readonly string[], to: string): void => {
    for (const text of texts) {
      const parts = to.startsWith('whatsapp:') ? undefined : segmentsOf(text).count;
      told.shows([{ text }], words.heading(words.nameOf(to), parts));
    }
    if (texts.length === 0) told.shows([{ text: words.nothing }]);
  };
  return {
    /** Writes, and shows what comes in answer; `sends` says what is attached. */
    say: async (phone: string, text: string, extra: Record<string, string> = {}, sends?: string): Promise<string> => {
      told.said(words.nameOf(phone), sends === undefined ? text : `${words.sends(sends)} ${text}`.trim());
      const texts = await journey.text(phone, text, extra);
      show(texts, phone);
      return texts.join('\n');
    },
    /** Waits until a phone has had such a text, and shows all that it has had since. */
    hears: async (phone: string, fits: RegExp): Promise<void> => {
      const before = shown.get(phone) ?? 0;
      const news = () => journey.twilio.sent.filter(({ to }) => to === phone).slice(before);
      await journey.twilio.waitFor(() => news().some(({ body }) => fits.test(body)));
      const texts = news().map(({ body }) => body);
      shown.set(phone, before + texts.length);
      show(texts, phone);
    },
    /** The fields of a text with a file. */
    media: (bytes: Uint8Array, mediaType: string, at = 0): Record<string, string> => ({
      NumMedia: '1',
      [`MediaUrl${at}`]: journey.twilio.putMedia(bytes, mediaType),
      [`MediaContentType${at}`]: mediaType,
    }),
  };
};
