import { documents } from '../documents/document.ts';
import { removedDocuments } from '../documents/remove-document.ts';
import { expenses, settlements } from '../expenses/expense.ts';
import { removedExpenses } from '../expenses/remove-expense.ts';
import { givenGuestLinks, givenId } from '../guests/guest-link.ts';
import { planProposals } from '../itineraries/editing/plan-proposal.ts';
import { itineraries, shareLinks } from '../itineraries/itinerary.ts';
import { messages } from '../messages/message.ts';
import { listeners } from '../notifications/listener.ts';
import { reminders } from '../reminders/reminder.ts';
import { reservations } from '../reservations/reservation.ts';
import { successions } from '../succession/succession.ts';
import { isOver } from '../tasks/advance-task.ts';
import { type Task, tasks } from '../tasks/task.ts';
import { deletedTrips } from '../trips/deleted-trip.ts';
import { formerFamilies, formerFamily } from '../trips/former-family.ts';
import { participations, trips } from '../trips/trip.ts';
import { FORMER_FAMILY, FORMER_NAME, FORMER_USER } from './former.ts';
import { MEMORY_KINDS } from './memory-kinds.ts';
import { NEWS_KINDS } from './news-kinds.ts';
import { alsoIn, impersonal, type PersonalKind, personal, plain } from './personal-kind.ts';
import { VOTING_KINDS } from './voting-kinds.ts';

/** What an expense is called whose words were the person's. */
const SOME_EXPENSE = 'an expense';

const nobodysTask = (task: Task): Task => {
  const ended = { status: 'failed', step: 'Stopped' } as const;
  return {
    ...task,
    requestedBy: FORMER_USER,
    requestKey: undefined,
    file: undefined,
    poll: undefined,
    ...(isOver(task) ? {} : ended),
  };
};

/** What a trip holds. A trip in which nobody is left is removed whole, whatever its kinds say. */
export const TRIP_KINDS: readonly PersonalKind[] = [
  ...VOTING_KINDS,
  ...MEMORY_KINDS,
  personal({
    kind: trips,
    place: 'trip',
    words: {
      exported: 'the trips of the family',
      erased:
        'its next organizer is named: who speaks for the family now, else the admin of the family that joined first; removed when no other family is in it',
    },
    exports: (trip) => plain(trip),
    erases: (trip, { people, organizers }) => {
      if (!people.includes(trip.organizerId)) return 'keep';
      const organizerId = organizers[trip.id]?.userId ?? FORMER_USER;
      return { ...trip, organizerId, cancelledBecause: undefined };
    },
  }),
  personal({
    kind: participations,
    place: 'trip',
    words: {
      exported: 'a seat in a sample trip',
      erased: `a family that goes stays as "${FORMER_FAMILY}", for its ballots and its share of the costs`,
    },
    exports: (seat, { familyId, families }) =>
      seat.familyId !== familyId && families.includes(seat.familyId) ? plain(seat) : undefined,
    erases: (seat, { families, people, heir, at }) => {
      if (families.includes(seat.familyId)) return formerFamily({ ...seat, familyName: FORMER_FAMILY }, at);
      return people.includes(seat.adminId) ? { ...seat, adminId: heir ?? FORMER_USER } : 'keep';
    },
  }),
  personal({
    kind: formerFamilies,
    place: 'trip',
    words: {
      exported: "nothing: the family's own note of it is",
      erased: `a family that goes is called "${FORMER_FAMILY}"`,
    },
    exports: () => undefined,
    erases: (family, { families }) =>
      families.includes(family.familyId) ? { ...family, familyName: FORMER_FAMILY } : 'keep',
  }),
  personal({
    kind: reservations,
    place: 'trip',
    words: {
      exported: "those the person noted and the family's own",
      erased: "a family's own go with it; what everyone goes by stays, without its number, its source and who noted it",
    },
    exports: (booked, { people, familyId }) =>
      people.includes(booked.addedBy) || booked.bookedBy === familyId ? plain(booked) : undefined,
    erases: ({ confirmation, source, ...booked }, { people, families, documents: going }) => {
      const isTheirs = people.includes(booked.addedBy) || families.includes(booked.bookedBy);
      if (booked.scope === 'family' && families.includes(booked.bookedBy)) return 'remove';
      return {
        ...booked,
        addedBy: people.includes(booked.addedBy) ? FORMER_USER : booked.addedBy,
        ...(confirmation !== undefined && !isTheirs && { confirmation }),
        ...(source && !isTheirs && !going.includes(source.documentId) && { source }),
      };
    },
  }),
  personal({
    kind: successions,
    place: 'trip',
    words: { exported: 'those the family proposed', erased: 'stays; one of or by a family that goes is removed' },
    exports: (proposal, { familyId }) => (proposal.proposedBy === familyId ? plain(proposal) : undefined),
    erases: ({ agreed, ...proposal }, { people, families }) => {
      if (families.includes(proposal.nominee) || families.includes(proposal.proposedBy)) return 'remove';
      const others = Object.fromEntries(Object.entries(agreed).filter(([familyId]) => !families.includes(familyId)));
      return { ...proposal, agreed: others, from: people.includes(proposal.from) ? FORMER_USER : proposal.from };
    },
  }),
  personal({
    kind: reminders,
    place: 'trip',
    words: {
      exported: 'those the person set',
      erased: `what everyone is reminded of stays, set by "${FORMER_NAME}"; the rest is removed`,
    },
    exports: (reminder, { people }) => (people.includes(reminder.userId) ? plain(reminder) : undefined),
    erases: (reminder, { people, families }) => {
      const familyGoes = families.includes(reminder.familyId);
      if (!people.includes(reminder.userId) && !familyGoes) return 'keep';
      const isOthersToo = reminder.for === 'trip' || (reminder.for === 'family' && !familyGoes);
      return isOthersToo ? { ...reminder, userId: FORMER_USER } : 'remove';
    },
  }),
  personal({
    kind: planProposals,
    place: 'trip',
    words: { exported: 'those the person made', erased: 'removed; those of a family that goes too' },
    exports: (proposal, { people }) => (people.includes(proposal.proposedBy ?? '') ? plain(proposal) : undefined),
    erases: (proposal, { people, families }) =>
      people.includes(proposal.proposedBy ?? '') || families.includes(proposal.familyId ?? '') ? 'remove' : 'keep',
  }),
  personal({
    kind: messages,
    place: 'trip',
    words: { exported: 'what the person wrote to everyone', erased: 'removed' },
    exports: (message, { people }) => (people.includes(message.userId) ? plain(message) : undefined),
    erases: (message, { people }) => (people.includes(message.userId) ? 'remove' : 'keep'),
  }),
  personal({
    kind: deletedTrips,
    place: 'trip',
    words: { exported: 'nothing: that a trip was deleted', erased: 'stays for days, without the person' },
    exports: () => undefined,
    erases: (trip, { people, families, heir }) => ({
      ...trip,
      deletedBy: people.includes(trip.deletedBy) ? FORMER_USER : trip.deletedBy,
      byFamily: people.includes(trip.deletedBy) && families.length > 0 ? FORMER_FAMILY : trip.byFamily,
      seats: trip.seats
        .filter(({ familyId }) => !families.includes(familyId))
        .map((seat) => (people.includes(seat.adminId) ? { ...seat, adminId: heir ?? FORMER_USER } : seat)),
    }),
  }),
  personal({
    kind: givenGuestLinks,
    place: 'trip',
    words: { exported: 'nothing: a link for guests', erased: 'those of a family that goes are removed' },
    exports: () => undefined,
    erases: ({ id, pk }, { families, organizers }) => {
      const isTheirs = families.some((familyId) => id === givenId('member', familyId));
      const wasTheirs = families.length > 0 && organizers[pk] !== undefined && id === givenId('family', '');
      return isTheirs || wasTheirs ? 'remove' : 'keep';
    },
  }),
  personal({
    kind: documents,
    place: 'trip',
    words: {
      exported: "those the person added and the family's own, with their bytes",
      erased: 'those the person added go, with their passages, vectors and bytes; so do those of a family that goes',
    },
    exports: (document, { people, familyId }) =>
      people.includes(document.addedBy) || document.familyId === familyId ? plain(document) : undefined,
    erases: ({ id }, { documents: going }) => (going.includes(id) ? 'remove' : 'keep'),
  }),
  personal({
    kind: removedDocuments,
    place: 'trip',
    words: { exported: 'nothing: an id without a name', erased: "a family's go with it; all within 7 days" },
    exports: () => undefined,
    erases: ({ familyId }, { families }) => (families.includes(familyId ?? '') ? 'remove' : 'keep'),
  }),
  impersonal(removedExpenses, 'trip', 'that an expense is out again; gone within 7 days'),
  personal({
    kind: itineraries,
    place: 'trip',
    words: { exported: 'nothing: it is the trip’s', erased: 'stays, without the names of documents that go' },
    exports: () => undefined,
    erases: (itinerary, { documents: going }) => ({
      ...itinerary,
      days: itinerary.days.map(({ date, items }) => ({
        date,
        items: items.map(({ source, ...item }) =>
          source && !going.includes(source.documentId) ? { ...item, source } : item,
        ),
      })),
    }),
  }),
  personal({
    kind: shareLinks,
    place: 'own',
    words: { exported: 'nothing: a link to a plan', erased: 'stays; removed with its trip' },
    exports: () => undefined,
    erases: ({ tripId }, { emptyTrips }) => (emptyTrips.includes(tripId) ? 'remove' : 'keep'),
  }),
  personal({
    kind: tasks,
    place: 'trip',
    words: { exported: 'those the person asked for', erased: 'stays, asked for by nobody; work under way ends' },
    exports: (task, { people }) => (people.includes(task.requestedBy) ? plain(task) : undefined),
    // Not removed: its id, of which there is one for each plan of the trip, must not be given again.
    erases: (task, { people }) => (people.includes(task.requestedBy) ? nobodysTask(task) : 'keep'),
  }),
  personal({
    kind: expenses,
    place: 'trip',
    words: {
      exported: 'those the person wrote down or the family paid',
      erased: `amount, day and shares stay; the person’s words become "${SOME_EXPENSE}"`,
    },
    exports: (expense, { people, familyId }) =>
      people.includes(expense.addedBy) || expense.paidBy === familyId ? plain(expense) : undefined,
    erases: (expense, { people }) =>
      people.includes(expense.addedBy) ? { ...expense, addedBy: FORMER_USER, what: SOME_EXPENSE } : 'keep',
  }),
  personal({
    kind: settlements,
    place: 'trip',
    words: { exported: "the family's", erased: `stays, written down by "${FORMER_NAME}"` },
    exports: (settlement, { familyId }) =>
      settlement.from === familyId || settlement.to === familyId ? plain(settlement) : undefined,
    erases: (settlement, { people }) =>
      people.includes(settlement.addedBy) ? { ...settlement, addedBy: FORMER_USER } : 'keep',
  }),
  personal({
    kind: listeners,
    place: 'trip',
    words: {
      exported: "the person's own conversations",
      erased: 'a private one is removed; a group stays, bound by nobody in particular',
    },
    exports: (listener, { people }) => (people.includes(listener.userId) ? plain(listener) : undefined),
    erases: (listener, { people, families }) => {
      if (!people.includes(listener.userId) && !families.includes(listener.familyId ?? '')) return 'keep';
      if (!listener.group) return 'remove';
      return { ...listener, userId: FORMER_USER, reference: withoutUser(listener.reference) };
    },
  }),
  ...NEWS_KINDS,
  // A notice for one person lies with the family it is about.
  ...NEWS_KINDS.map((rules) => alsoIn('family', rules)),
];

/** How a door reaches a group, without the person it heard there. */
const withoutUser = (reference: unknown): unknown => {
  if (typeof reference !== 'object' || reference === null) return reference;
  const { user: _, ...rest } = reference as Record<string, unknown>;
  return rest;
};
