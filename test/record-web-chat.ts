import type { Activity } from 'botbuilder';
import type { Transcript } from './transcript.ts';
import type { WebPerson } from './web-person.ts';

/** As the page shows it: beside a card stands only what the card does not say. */
const shown = ({ text, channelData, ...rest }: Partial<Activity>): Partial<Activity> => ({
  ...rest,
  text: rest.attachments ? (channelData?.pathfinder?.line ?? '') : text,
});

/** What people say and see in web chat, written into a transcript as it goes over the wire. */
export const recordWebChat = (told: Transcript) => {
  const see = (activity: unknown, to?: string): void => told.shows([shown(activity as Partial<Activity>)], to);
  return {
    see,
    /** Writes, presses or sends, and shows the answer; `said` says what was done where it is no text. */
    ask: async (who: string, person: WebPerson, what: Parameters<WebPerson['ask']>[0], said?: string) => {
      told.said(who, said ?? String(what));
      const replies = (await person.ask(what)).map(shown);
      told.shows(replies);
      return replies;
    },
    /** Shows what comes without having been asked for. */
    hears: async (person: WebPerson, words: RegExp): Promise<void> =>
      see(await person.hears((text, activity) => words.test(text) && !('replyToId' in activity))),
  };
};
