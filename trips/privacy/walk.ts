import type { Entity, Records, Stored } from '../records.ts';
import type { PersonalKind } from './personal-kind.ts';
import type { Subject } from './subject.ts';

/** A document that may concern the person, with the rules for its kind. */
export interface Met {
  readonly rules: PersonalKind;
  readonly document: Stored<Entity>;
}

/** Documents of a kind that lie in partitions of their own are read this many at a time. */
const PAGE = 100;

const partitionsOf = (records: Records, { place, partitionOf }: PersonalKind, subject: Subject): readonly string[] => {
  switch (place) {
    case 'person':
      return subject.people;
    case 'address':
      return subject.addresses;
    case 'family':
      return [...new Set([subject.familyId, ...subject.families])];
    case 'trip':
      return subject.trips;
    case 'conversation':
      return subject.conversations.flatMap((spoken) => partitionOf?.(spoken, records) ?? []);
    case 'own':
      return [];
  }
};

/** Every document that may concern the person, kind by kind, in the order of `kinds`. */
export async function* walk(
  records: Records,
  kinds: readonly PersonalKind[],
  subject: Subject,
): AsyncGenerator<Met, void, undefined> {
  for (const rules of kinds) {
    for (const pk of new Set(partitionsOf(records, rules, subject))) {
      for (const document of await records.list(rules.kind, pk)) yield { rules, document };
    }
    if (rules.place !== 'own' || rules.ofNobody) continue;
    let continuation: string | undefined;
    do {
      const page = await records.standingAlone(rules.kind, PAGE, continuation);
      for (const document of page.items) yield { rules, document };
      continuation = page.continuation;
    } while (continuation !== undefined);
  }
}
