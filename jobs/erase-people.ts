import { type Clock, instant } from '../trips/clock.ts';
import { documents, type TripDocument } from '../trips/documents/document.ts';
import { idFrom } from '../trips/ids.ts';
import { tell } from '../trips/notifications/fact.ts';
import { type Counts, type Erasure, erasures, finished } from '../trips/privacy/erasure.ts';
import type { PersonalKind } from '../trips/privacy/personal-kind.ts';
import { type Subject, subjectOf } from '../trips/privacy/subject.ts';
import { type Met, walk } from '../trips/privacy/walk.ts';
import { type Change, type Entity, type Records, retrying, type Stored } from '../trips/records.ts';
import { trips } from '../trips/trips/trip.ts';

/** How long one worker has an erasure for itself; one whose worker died is taken up after this. */
const LEASE_MS = 120_000;
/** How often what was written meanwhile is looked for before the rest is left to the next run. */
const LOOKS = 5;
const BATCH = 5;
/** Removals in one commit: a batch holds 100 at most, and a smaller one disturbs others less. */
const TOGETHER = 25;

export interface ErasureParts {
  readonly records: Records;
  readonly clock: Clock;
  readonly log: { info(fields: object, message: string): void };
  readonly kinds: readonly PersonalKind[];
  /** Drops a document's passages, vectors and bytes. */
  forget(document: TripDocument): Promise<void>;
  removeBlob(name: string): Promise<void>;
  /** Makes what was removed unreadable in the files of the store, too. */
  scrub(): Promise<void>;
}

/** What an erasure makes of a document; `keep` also when it would stay as it is. */
const fateOf = ({ rules, document }: Met, subject: Subject): 'keep' | 'remove' | Entity => {
  if (rules.place === 'trip' && subject.emptyTrips.includes(document.pk)) return 'remove';
  const fate = rules.erases(document, subject);
  return typeof fate === 'object' && JSON.stringify(fate) === JSON.stringify(document) ? 'keep' : fate;
};

/** Carries out confirmed erasures. Each may be cut off anywhere and run again: every step is the same the second time. */
export const erasePeople = (parts: ErasureParts) => {
  const { records, clock, log, kinds } = parts;

  const save = async (erasure: Stored<Erasure>, change: Partial<Erasure>): Promise<Stored<Erasure> | undefined> => {
    const next = { ...erasure, ...change, dueAt: new Date(clock.now() + LEASE_MS).toISOString() };
    const commit = await records.commit(erasure.id, [{ put: next, ifMatch: erasure._etag }]);
    return commit.ok ? { ...next, _etag: commit.etags[0] ?? '' } : undefined;
  };

  /** How many documents of each kind are still to be removed and to be anonymised. */
  const stock = async (subject: Subject): Promise<{ removed: Counts; anonymised: Counts; total: number }> => {
    const removed: Record<string, number> = {};
    const anonymised: Record<string, number> = {};
    let total = 0;
    for await (const met of walk(records, kinds, subject)) {
      const fate = fateOf(met, subject);
      if (fate === 'keep') continue;
      const into = fate === 'remove' ? removed : anonymised;
      into[met.document.type] = (into[met.document.type] ?? 0) + 1;
      total += 1;
    }
    return { removed, anonymised, total };
  };

  /** Without the person, or gone; whatever was changed in the meantime is read again first. */
  const rewrite = ({ rules, document: { pk, id } }: Met, subject: Subject): Promise<void> =>
    retrying(async () => {
      const document = await records.read(rules.kind, pk, id);
      const fate = document && fateOf({ rules, document }, subject);
      if (!document || fate === undefined || typeof fate === 'string') return undefined;
      const changes: Change[] =
        fate.id === id
          ? [{ put: fate, ifMatch: document._etag }]
          : [{ put: fate }, { remove: id, ifMatch: document._etag }];
      return (await records.commit(pk, changes)).ok ? undefined : 'conflict';
    });

  const erase = async (subject: Subject): Promise<void> => {
    let leaving: { readonly pk: string; readonly ids: string[] } | undefined;
    const remove = async (): Promise<void> => {
      if (leaving)
        await records.commit(
          leaving.pk,
          leaving.ids.map((id) => ({ remove: id })),
        );
      leaving = undefined;
    };
    for await (const met of walk(records, kinds, subject)) {
      const { document, rules } = met;
      const fate = fateOf(met, subject);
      if (fate === 'keep') continue;
      if (fate !== 'remove') {
        await rewrite(met, subject);
        continue;
      }
      // What hangs on a document goes before it: cut off in between, it is found again by the document.
      if (document.type === documents.type) await parts.forget(document as unknown as TripDocument);
      for (const blob of rules.blobs?.(document) ?? []) await parts.removeBlob(blob);
      if (leaving && (leaving.pk !== document.pk || leaving.ids.length >= TOGETHER)) await remove();
      leaving ??= { pk: document.pk, ids: [] };
      leaving.ids.push(document.id);
    }
    await remove();
  };

  /** Tells the trips that go on who organizes them now. Telling it again is the same fact. */
  const tellOthers = async ({ id }: Erasure, { organizers }: Subject): Promise<void> => {
    for (const [tripId, { familyId }] of Object.entries(organizers)) {
      if (!(await records.read(trips, tripId, tripId))) continue;
      const fact = tell(tripId, { kind: 'organizer-changed', familyId }, instant(clock), {
        id: idFrom('fact', id, tripId),
      });
      await records.commit(tripId, [fact]);
    }
  };

  const carryOut = async (claimed: Stored<Erasure>): Promise<void> => {
    let erasure: Stored<Erasure> | undefined = claimed;
    const subject = erasure.subject ?? (await subjectOf(records, erasure.userId ?? '', 'erasure', instant(clock)));
    for (let look = 0; subject && look < LOOKS; look += 1) {
      // Counted and kept before anything goes, so that a crash in the middle does not make the receipt forget it.
      if (erasure.subject === undefined || look > 0) {
        const { removed, anonymised, total } = await stock(subject);
        if (total === 0 && look > 0) break;
        erasure = await save(erasure, {
          subject,
          removed: added(erasure.removed, removed),
          anonymised: added(erasure.anonymised, anonymised),
        });
        if (!erasure) return;
      }
      await erase(subject);
    }
    if (subject) await tellOthers(erasure, subject);
    await parts.scrub();
    const receipt = finished(records, erasure, instant(clock));
    await records.commit(erasure.id, [{ put: receipt, ifMatch: erasure._etag }]);
    await parts.scrub();
    log.info({ erasure: receipt.id, removed: receipt.removed, anonymised: receipt.anonymised }, 'a person was erased');
  };

  return {
    /** Takes up what is due; returns how many erasures that were. Safe with several workers. */
    run: async (): Promise<number> => {
      const due = await records.due(erasures, instant(clock), BATCH);
      for (const erasure of due) {
        const claimed = erasure.status === 'confirmed' ? await save(erasure, {}) : undefined;
        if (claimed) await carryOut(claimed);
      }
      return due.length;
    },
  };
};

const added = (one: Counts, other: Counts): Counts => {
  const sum: Record<string, number> = { ...one };
  for (const [kind, count] of Object.entries(other)) sum[kind] = (sum[kind] ?? 0) + count;
  return sum;
};
