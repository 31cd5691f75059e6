import type { Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import type { NewsFact } from '../../trips/notifications/fact.ts';
import type { Listener } from '../../trips/notifications/listener.ts';
import type { Topic } from '../../trips/notifications/preferences.ts';
import type { Trip } from '../../trips/trips/trip.ts';
import type { House } from '../house.ts';

/** What a fact is to one conversation. */
export interface Announcement {
  readonly reply: Reply;
  /** The poll whose card this is, so that later counts replace it. */
  readonly pollId?: string | undefined;
  /** Only replaces a card that stands there already; nothing new is said. */
  readonly updateOnly?: boolean | undefined;
}

export type AnnouncingHouse = Pick<House, 'records' | 'clock' | 'publicUrl' | 'weather'>;

/** How one kind of fact is told: the topic people can mute it by (none: whoever asked is always told), and the words. */
export interface Announcer<Kind extends NewsFact['kind']> {
  readonly topic?: Topic | undefined;
  /** Only brings up to date what stands there already: nobody is disturbed by it, so nothing holds it back. */
  readonly silent?: boolean | undefined;
  /** Of no use an hour later: no digest keeps it. */
  readonly prompt?: boolean | undefined;
  /** Whether it must reach this conversation whatever the hour: its person asked for it, or it cannot wait. */
  urgent?(house: AnnouncingHouse, trip: Trip, fact: Extract<NewsFact, { kind: Kind }>, to: Listener): Promise<boolean>;
  /** In the words of one conversation's language, as far as it may know; nothing when it is no news there. */
  say(
    house: AnnouncingHouse,
    trip: Trip,
    fact: Extract<NewsFact, { kind: Kind }>,
    to: Listener,
    words: Words,
  ): Promise<Announcement | undefined>;
}

/** Some of the announcers, by the kind of fact they tell. */
export type Announcers<Kinds extends NewsFact['kind']> = { readonly [Kind in Kinds]: Announcer<Kind> };
