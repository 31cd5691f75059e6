import { audited } from '../../audit/audit-entry.ts';
import { type Clock, instant } from '../../clock.ts';
import { idFrom, type TripId } from '../../ids.ts';
import { tell } from '../../notifications/fact.ts';
import { type Change, type Records, retrying, type Stored } from '../../records.ts';
import { type Outcome, rejected } from '../../rejection.ts';
import type { TripMember } from '../../roles/permission.ts';
import { settledAlready } from '../../trips/set-status.ts';
import { NOTHING_ASKED } from '../asked.ts';
import { type Itinerary, itineraries } from '../itinerary.ts';
import { watched } from '../watched.ts';
import type { DeskEdit } from './apply-edit.ts';
import { type PlanChange, planChanges, sayChanges } from './changes.ts';
import type { EditablePlan } from './desk.ts';
import type { Edited, NotMade, Offer } from './edited.ts';
import type { PlanEdit } from './plan-edit.ts';
import { MAX_WAITING, type PlanProposal, planProposals } from './plan-proposal.ts';

/** A change as the editor takes it: an earlier version to go back to comes with it. */
export type PlanTurn = DeskEdit | { readonly kind: 'restore'; readonly earlier: EditablePlan };

/** Edits a plan from the trip's papers as they are now, proved; `dates-missing` when the trip has lost its dates. */
export type EditPlan = (tripId: TripId, plan: EditablePlan, change: PlanTurn) => Promise<Edited | 'dates-missing'>;

/** What came of an edit: a new version, a proposal to the organizer, or nothing, and why. */
export type EditOutcome =
  | {
      readonly done: 'changed';
      readonly itinerary: Itinerary;
      readonly etag: string;
      readonly changes: readonly PlanChange[];
      readonly remarks: readonly string[];
      readonly offers: readonly Offer[];
    }
  | {
      readonly done: 'proposed';
      readonly proposal: PlanProposal;
      readonly etag: string;
      readonly changes: readonly PlanChange[];
      readonly remarks: readonly string[];
    }
  | ({ readonly done: 'nothing' } & Omit<NotMade, 'ok'>);

export interface EditOptions {
  /** Names the request: the same key again makes nothing twice. */
  readonly key?: string | undefined;
  /** The newest version's etag as the caller has seen it. */
  readonly ifMatch?: string | undefined;
  /** The conversation that hears of it in the reply. */
  readonly heardIn?: string | undefined;
}

export const editable = ({ days, total, gaps, asked = NOTHING_ASKED }: Itinerary): EditablePlan => ({
  days,
  total,
  gaps,
  asked,
});

const newestFirst = (all: readonly Stored<Itinerary>[]): readonly Stored<Itinerary>[] =>
  all.toSorted((a, b) => b.version - a.version);

/** The change as the editor takes it; `undefined` when there is no such version. */
const turnOf = (all: readonly Itinerary[], edit: PlanEdit): PlanTurn | undefined => {
  if (edit.kind !== 'restore') return edit;
  const earlier = all.find(({ version }) => version === edit.version);
  return earlier && { kind: 'restore', earlier: editable(earlier) };
};

/**
 * Changes the trip's newest plan. The organizer's edit is a new version, told to everyone; anybody else's is a proposal that
 * waits for the organizer. What cannot be done changes nothing and says why. `stale` when `ifMatch` is not the newest
 * version's etag any more; `not-found` without a plan or for a version that is not there.
 */
export const editItinerary = (
  records: Records,
  clock: Clock,
  editPlan: EditPlan,
  member: TripMember,
  edit: PlanEdit,
  options: EditOptions = {},
): Promise<Outcome<EditOutcome>> =>
  retrying(async () => {
    const { trip } = member;
    const over = settledAlready(trip);
    if (over !== undefined) return rejected('wrong-status', over);
    const all = newestFirst(await records.list(itineraries, trip.id));
    const [latest] = all;
    const change = latest && turnOf(all, edit);
    if (!latest || !change)
      return rejected(
        'not-found',
        latest ? `version ${edit.kind === 'restore' ? edit.version : ''}` : 'there is no plan yet',
      );
    const id = idFrom('itinerary', trip.id, 'edit', options.key ?? `${latest.version + 1}`);
    const before = options.key === undefined ? undefined : all.find((one) => one.id === id);
    if (before) return { ok: true as const, ...changedTo(before, all, [], []) };
    if (options.ifMatch !== undefined && options.ifMatch !== latest._etag) return rejected('stale');
    const edited = await editPlan(trip.id, editable(latest), change);
    if (edited === 'dates-missing') return rejected('dates-missing', trip.name);
    if (!edited.ok) {
      const { ok: _, ...nothing } = edited;
      return { ok: true as const, done: 'nothing' as const, ...nothing };
    }
    if (!member.isOrganizer) return propose(records, clock, member, edit, latest, edited, options);
    const at = instant(clock);
    const next = versionOf(
      latest,
      edited,
      id,
      at,
      edit.kind === 'restore' ? basisOf(all, edit.version) : latest.version,
    );
    const saved = await records.commit(trip.id, [
      ...following(latest, next),
      audited(trip.id, 'editItinerary', member.person.id, at),
      tell(trip.id, { kind: 'plan-changed', itineraryId: id }, at, {
        id: idFrom('fact', id, 'plan-changed'),
        heardIn: options.heardIn,
      }),
    ]);
    if (!saved.ok) return 'conflict';
    const { remarks, offers } = edited;
    return { ok: true as const, ...changedTo({ ...next, _etag: saved.etags[0] ?? '' }, all, remarks, offers) };
  });

/** Going back once more after having gone back leads to the version before the one that was taken up again. */
const basisOf = (all: readonly Itinerary[], version: number): number | undefined =>
  all.find((one) => one.version === version)?.basedOn;

/** The next version of a plan, of the same link. */
export const versionOf = (
  latest: Itinerary,
  edited: Extract<Edited, { ok: true }>,
  id: string,
  at: string,
  basedOn: number | undefined,
): Itinerary => {
  const { days, total, gaps, asked } = edited.plan;
  const { pk, type, _schema_version, tripId, shareToken } = latest;
  return watched({
    ...{ pk, id, type, _schema_version, tripId, version: latest.version + 1 },
    ...{ days, total, gaps, asked, checks: edited.checks, createdAt: at, basedOn, shareToken },
  });
};

/** The changes that put a version after the newest one: of two at once only one comes next. */
export const following = (latest: Stored<Itinerary> | undefined, next: Itinerary): readonly Change[] => {
  if (!latest) return [{ put: next, ifAbsent: true }];
  const { _etag, ...rest } = latest;
  const before: Itinerary = { ...rest, followedBy: next.id };
  return [
    { put: next, ifAbsent: true },
    { put: before, ifMatch: _etag },
  ];
};

const changedTo = (
  itinerary: Stored<Itinerary>,
  all: readonly Itinerary[],
  remarks: readonly string[],
  offers: readonly Offer[],
): Extract<EditOutcome, { done: 'changed' }> => {
  const before = all.find(({ version }) => version === itinerary.version - 1);
  const changes = planChanges(before ?? { days: [] }, itinerary);
  return { done: 'changed', itinerary, etag: itinerary._etag, changes, remarks, offers };
};

const propose = async (
  records: Records,
  clock: Clock,
  { trip, person, participation }: TripMember,
  edit: PlanEdit,
  latest: Itinerary,
  edited: Extract<Edited, { ok: true }>,
  { key, heardIn }: EditOptions,
): Promise<Outcome<EditOutcome> | 'conflict'> => {
  const waiting = (await records.list(planProposals, trip.id)).filter(({ status }) => status === 'waiting');
  const id = idFrom('proposal', trip.id, person.id, key ?? `${latest.version} ${JSON.stringify(edit)}`);
  const changes = planChanges(latest, edited.plan);
  const same = waiting.find((one) => one.id === id);
  if (same) return { ok: true, done: 'proposed', proposal: same, etag: same._etag, changes, remarks: edited.remarks };
  if (waiting.length >= MAX_WAITING)
    return rejected('too-many', `${MAX_WAITING} changes wait for the organizer already`);
  const at = instant(clock);
  const proposal: PlanProposal = {
    ...{ pk: trip.id, id, type: 'plan_proposal', _schema_version: 1, tripId: trip.id },
    edit,
    summary: [sayChanges(changes), ...edited.remarks].join(' ').trim(),
    proposedBy: person.id,
    familyId: participation.familyId,
    status: 'waiting',
    createdAt: at,
  };
  const saved = await records.commit(trip.id, [
    { put: proposal },
    // Who has needs that a plan must follow is nobody else's business.
    ...(edit.kind === 'mend' ? [] : [audited(trip.id, 'editItinerary', person.id, at, { proposed: true })]),
    tell(trip.id, { kind: 'plan-proposed', proposalId: id }, at, { id: idFrom('fact', id, at), heardIn }),
  ]);
  if (!saved.ok) return 'conflict';
  return { ok: true, done: 'proposed', proposal, etag: saved.etags[0] ?? '', changes, remarks: edited.remarks };
};
