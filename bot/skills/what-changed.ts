import { z } from 'zod';
import { auditEntries } from '../../trips/audit/audit-entry.ts';
import { people } from '../../trips/people/person.ts';
import { asOrganizer } from '../../trips/roles/permission.ts';
import { sayRejection } from './say-rejection.ts';
import { skill } from './skill.ts';

const MOST_SAID = 8;

export const whatChangedSkill = skill({
  name: 'what-changed',
  description: 'Tells the organizer who did what in the trip lately',
  who: 'member',
  reads: true,
  input: z.object({}),
  commands: ['what changed', "what's changed", 'audit log', 'change log', 'who did what'],
  claims: (text) =>
    !/\b(?:plan|itinerary|schedule)\b/i.test(text) &&
    /\b(?:audit|change) log\b|\blog of (?:the )?changes\b|\bwhat (?:has|have|was|did)\b.{0,25}\bchanged?\b|\bwho (?:changed|did what)\b|\b(?:any|latest|recent) changes\b/i.test(
      text,
    ),
  examples: [
    'what has changed in the trip lately',
    'show me the log of changes',
    'who changed the dates',
    'what did the others do since yesterday',
    'who closed the poll',
    'what did people do in the trip while i was offline',
    'who edited the trip',
    'show the history of changes',
    'was anything altered this week',
    'who set the budget to that',
    'who removed the hotel booking',
    'has anything changed recently',
    'who changed that',
    'who has been fiddling with our trip',
    'show what everybody has done recently',
    'what has happened while i was away',
    'what did the others do lately',
    'log of what people changed',
  ],
  run: async ({ house, member, words }) => {
    const { log, say } = words;
    const may = asOrganizer(member, 'only the organizer reads the log of the trip');
    if (!may.ok) return sayRejection(may, words);
    const { id, timeZone, name } = member.trip;
    const entries = (await house.records.list(auditEntries, id)).slice(-MOST_SAID).reverse();
    if (entries.length === 0) return { text: log.nothing(name) };
    const names = new Map<string, string>();
    for (const userId of new Set(entries.map((entry) => entry.userId))) {
      names.set(userId, (await house.records.read(people, userId, userId))?.name ?? log.somebody);
    }
    return {
      text: log.newestFirst(name),
      card: {
        kind: 'facts',
        title: log.title,
        facts: entries.map(({ at, userId, act, about }) => ({
          label: say.instant(at, timeZone),
          value: log.did(names.get(userId) ?? log.somebody, act, about),
        })),
      },
    };
  },
});
