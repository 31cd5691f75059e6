import { audited } from '../audit/audit-entry.ts';
import { type Clock, instant } from '../clock.ts';
import { dayOf, instantAt, previousDay } from '../dates.ts';
import { newId } from '../ids.ts';
import type { Records } from '../records.ts';
import { type Outcome, rejected } from '../rejection.ts';
import type { TripMember } from '../roles/permission.ts';
import { settledAlready } from '../trips/set-status.ts';
import {
  type Audience,
  MAX_DAYS_AHEAD,
  MAX_REMINDERS,
  type Reminder,
  type ReminderKind,
  reminders,
} from './reminder.ts';

export interface NewReminder {
  /** For a repeatable command: the same id is the same reminder. */
  readonly id?: string | undefined;
  readonly what: string;
  /** UTC instant in the future. */
  readonly at: string;
  /** Said by day and time on the trip's clocks: it moves with them when their zone is corrected. */
  readonly byClock?: boolean | undefined;
  /** `reminder` when absent. */
  readonly kind?: ReminderKind | undefined;
  /** The speaker's family when absent. */
  readonly for?: Audience | undefined;
}

/** The time of day, in the trip's time zone, at which a deadline is told. */
const MORNING = '09:00';

/** The UTC instants at which a reminder is told: a deadline the morning before, and that morning or when it is due. */
const tellingsOf = (kind: ReminderKind, at: string, timeZone: string, now: string): readonly string[] => {
  if (kind === 'reminder') return [at];
  const day = dayOf(at, timeZone);
  const morning = instantAt(day, MORNING, timeZone);
  const told = [instantAt(previousDay(day), MORNING, timeZone), morning < at ? morning : at].filter((one) => one > now);
  return told.length > 0 ? told : [at];
};

/** Notes what somebody, their family or the whole trip is to be reminded of. */
export const setReminder = async (
  records: Records,
  clock: Clock,
  { trip, person, participation }: TripMember,
  wanted: NewReminder,
): Promise<Outcome<{ reminder: Reminder }>> => {
  if (trip.status === 'cancelled') return rejected('wrong-status', settledAlready(trip));
  const at = new Date(wanted.at).toISOString();
  const now = instant(clock);
  if (at <= now) return rejected('invalid', 'that time is past');
  if (Date.parse(at) - clock.now() > MAX_DAYS_AHEAD * 86_400_000) {
    return rejected('invalid', 'I can remind you of something up to two years ahead');
  }
  const what = wanted.what.trim();
  if (what === '') return rejected('invalid', 'say what I shall remind you of');
  const waiting = (await records.list(reminders, trip.id)).filter(({ status }) => status === 'waiting');
  if (waiting.length >= MAX_REMINDERS) return rejected('too-many', `a trip has ${MAX_REMINDERS} reminders at most`);
  const { kind = 'reminder', id = newId('reminder') } = wanted;
  const tellings = tellingsOf(kind, at, trip.timeZone, now);
  const reminder: Reminder = {
    pk: trip.id,
    id,
    type: 'reminder',
    _schema_version: reminders.version,
    dueAt: tellings[0],
    tripId: trip.id,
    kind,
    what,
    at,
    byClock: wanted.byClock,
    for: wanted.for ?? 'family',
    userId: person.id,
    familyId: participation.familyId,
    tellings,
    status: 'waiting',
    createdAt: now,
  };
  const commit = await records.commit(trip.id, [
    { put: reminder, ifAbsent: true },
    ...(reminder.for === 'trip' ? [audited(trip.id, 'setReminder', person.id, now, { reminderId: id })] : []),
  ]);
  const kept = commit.ok ? reminder : await records.read(reminders, trip.id, id);
  return kept ? { ok: true, reminder: kept } : rejected('stale');
};
