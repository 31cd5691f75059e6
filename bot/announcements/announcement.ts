import type { Reply } from '../../cards/reply.ts';
import type { Fact } from '../../trips/notifications/fact.ts';
import type { Listener } from '../../trips/notifications/listener.ts';
import type { NotificationPreferences } from '../../trips/people/person.ts';
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

export type AnnouncingHouse = Pick<House, 'records' | 'clock' | 'publicUrl'>;

/** How one kind of fact is told: the topic people can mute it by (none: whoever asked is always told), and the words. */
export interface Announcer<Kind extends Fact['kind']> {
  readonly topic?: NotificationPreferences['muted'][number] | undefined;
  /** In words for one conversation, as far as it may know; nothing when it is no news there. */
  say(
    house: AnnouncingHouse,
    trip: Trip,
    fact: Extract<Fact, { kind: Kind }>,
    to: Listener,
  ): Promise<Announcement | undefined>;
}

/** Some of the announcers, by the kind of fact they tell. */
export type Announcers<Kinds extends Fact['kind']> = { readonly [Kind in Kinds]: Announcer<Kind> };
