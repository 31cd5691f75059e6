import type { Door } from '../../../trips/notifications/listener.ts';
import type { NotificationPreferences, Pace, Topic } from '../../../trips/notifications/preferences.ts';
import { say } from './say.ts';

const PACES: Readonly<Record<Pace, string>> = {
  immediate: 'as it happens',
  hourly: 'once an hour',
  daily: 'once a day, at 08:00',
};
const DOORS: Readonly<Record<Door, string>> = {
  sms: 'by text',
  teams: 'in Teams',
  web: 'in web chat',
  email: 'by e-mail',
  plugin: 'elsewhere',
};

/** What somebody does not want to hear of: everywhere, and by single doors. */
export interface Muted {
  readonly everywhere: readonly Topic[];
  readonly at: readonly (readonly [door: Door, topics: readonly Topic[]])[];
}

/** How somebody is written to, and by which clock. */
export const notices = {
  stands: (
    pace: Pace,
    { everywhere, at }: Muted,
    quiet: NotificationPreferences['quietHours'],
    zone: string,
  ): string => {
    const muted = [
      ...(everywhere.length > 0 ? [say.list(everywhere)] : []),
      ...at.map(([door, topics]) => `${say.list(topics)} ${DOORS[door]}`),
    ];
    return `${[
      `News comes ${PACES[pace]}`,
      ...(muted.length > 0 ? [`nothing about ${muted.join('; ')}`] : []),
      ...(quiet ? [`quiet from ${quiet.from} to ${quiet.to}, ${zone} time`] : []),
    ].join(', ')}.`;
  },
  howToStop: (byText: boolean): string =>
    `${byText ? 'STOP ends every text from me, and START brings me back. For less' : 'For less'}: "mute polls", "mute everything but reminders", "don't text me after 9 pm" or "daily digest".`,
  toChange: 'Say e.g. "don\'t text me after 9 pm", "mute polls" or "daily digest".',
  noted: (stands: string, quietNow: boolean): string =>
    `Noted. ${stands}${quietNow ? ' Only what cannot wait still comes then.' : ''} What you ask me I always answer.`,

  /** `zone` is an IANA name; `now` the time there. */
  clock: (zone: string, now: string): string => `${zone}, where it is ${now}`,
  goesBy: (trip: string, clock: string): string =>
    `${trip} goes by ${clock}. To change it say e.g. "our time zone is Lisbon".`,
  unknownZone: (place: string): string =>
    `I don't know the time zone of ${place}. Which big city has the same time? E.g. Lisbon.`,
  yourClock: (clock: string): string =>
    `Noted: your clock is ${clock}. Your quiet hours go by it; the trip's times stay the trip's.`,
  tripClock: (trip: string, clock: string): string => `Noted: ${trip} goes by ${clock}.`,
};
