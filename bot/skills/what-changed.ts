import { z } from 'zod';
import { type AuditEntry, auditEntries } from '../../trips/audit/audit-entry.ts';
import { sayInstant } from '../../trips/dates.ts';
import { listed } from '../../trips/listed.ts';
import { people } from '../../trips/people/person.ts';
import { asOrganizer } from '../../trips/roles/permission.ts';
import { sayRejection } from './say-rejection.ts';
import { skill } from './skill.ts';

const MOST_SAID = 8;

/** What was changed of a trip, in words. */
const FIELDS: Readonly<Record<string, string>> = {
  name: 'its name',
  destination: 'where it goes',
  startDate: 'the dates',
  endDate: 'the dates',
  timeZone: 'the time zone',
  budget: 'the budget',
  budgetSplit: 'how the budget is divided',
  stops: 'the stops',
  weighting: 'how votes count',
};
const saidOf = (changed: string): string =>
  listed([...new Set(changed.split(', ').map((field) => FIELDS[field] ?? field))]) || 'the trip';

/** What each act is in words; `about` names what it was done to. */
const ACTS: Readonly<Record<string, (about: AuditEntry['about']) => string>> = {
  createTrip: () => 'started the trip',
  updateTrip: ({ changed }) => `changed ${saidOf(String(changed ?? ''))}`,
  setTripStatus: ({ to }) => `set the trip to ${String(to).replace('_', ' ')}`,
  handOverTrip: () => 'handed the trip over',
  inviteFamily: ({ family }) => `invited ${family ?? 'a family'}`,
  cancelInvitation: ({ family }) => `withdrew the invitation of ${family ?? 'a family'}`,
  joinTrip: () => 'joined with the family',
  leaveTrip: ({ family }) => `left with ${family ?? 'the family'}`,
  removeFamily: ({ family }) => `took out ${family ?? 'a family'}`,
  addDocument: ({ document }) => `added ${document ?? 'a document'}`,
  removeDocument: ({ document }) => `removed ${document ?? 'a document'}`,
  openPoll: () => 'opened a poll',
  closePoll: () => 'closed a poll',
  setDeadline: () => 'said when a poll ends',
  requestItinerary: () => 'asked for a plan',
  cancelTask: () => 'stopped work that was going on',
  editItinerary: ({ proposed }) => (proposed ? 'asked for a change of the plan' : 'changed the plan'),
  approveProposal: () => 'agreed to a change of the plan',
  declineProposal: () => 'decided against a change of the plan',
  addExpense: () => 'wrote down an expense',
  removeExpense: ({ what }) => `took out the expense ${what ?? ''}`.trim(),
  recordSettlement: () => 'noted a payment between families',
  addReservation: ({ name }) => `noted ${name ?? 'a booking'}`,
  changeReservation: ({ name }) => `changed ${name ?? 'a booking'}`,
  cancelReservation: ({ name }) => `cancelled ${name ?? 'a booking'}`,
  setReminder: () => 'set a reminder for everyone',
  cancelReminder: () => 'cancelled a reminder',
};

/** `castBallotFor` as `cast ballot for`: an act without words of its own still says what it was. */
const spelled = (act: string): string => act.replace(/([A-Z])/g, ' $1').toLowerCase();

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
  run: async ({ house, member }) => {
    const may = asOrganizer(member, 'only the organizer reads the log of the trip');
    if (!may.ok) return sayRejection(may);
    const { id, timeZone, name } = member.trip;
    const entries = (await house.records.list(auditEntries, id)).slice(-MOST_SAID).reverse();
    if (entries.length === 0) return { text: `Nothing was changed in ${name} yet.` };
    const names = new Map<string, string>();
    for (const userId of new Set(entries.map((entry) => entry.userId))) {
      names.set(userId, (await house.records.read(people, userId, userId))?.name ?? 'Somebody who left');
    }
    return {
      text: `In ${name}, the newest first.`,
      card: {
        kind: 'facts',
        title: 'What changed',
        facts: entries.map(({ at, userId, act, about }) => ({
          label: sayInstant(at, timeZone),
          value: `${names.get(userId)} ${ACTS[act]?.(about) ?? spelled(act)}`,
        })),
      },
    };
  },
});
