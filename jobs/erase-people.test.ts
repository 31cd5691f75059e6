import { PERSONAL_KINDS } from '../app/personal-kinds.ts';
import { conversation } from '../bot/converse.ts';
import type { House } from '../bot/house.ts';
import { recordSmsStatus } from '../channels/sms/sms-status.ts';
import { wordEmbeddings } from '../rag/fixtures/word-embeddings.ts';
import { granted } from '../test/granted.ts';
import { memoryLibrary } from '../test/stand-ins/memory-library.ts';
import { type OpenedStore, STORES } from '../test/stores.ts';
import { addExpense } from '../trips/expenses/add-expense.ts';
import { expenses } from '../trips/expenses/expense.ts';
import { addMember } from '../trips/families/add-member.ts';
import { setPreferences } from '../trips/families/describe-family.ts';
import { families, noPreferences } from '../trips/families/family.ts';
import { setEmergencyContacts } from '../trips/families/set-emergency-contacts.ts';
import { acceptInvitation } from '../trips/invitations/accept.ts';
import { inviteFamily, inviteMember } from '../trips/invitations/invite.ts';
import { requestItinerary } from '../trips/itineraries/request-itinerary.ts';
import { readAddress } from '../trips/people/addresses.ts';
import { people } from '../trips/people/person.ts';
import { register } from '../trips/people/register.ts';
import { castBallot } from '../trips/polls/cast-ballot.ts';
import { openPoll } from '../trips/polls/open-poll.ts';
import { ballots, polls } from '../trips/polls/poll.ts';
import { askErasure, confirmErasure } from '../trips/privacy/ask-erasure.ts';
import { erasures, isGenuine } from '../trips/privacy/erasure.ts';
import { exportPerson } from '../trips/privacy/export-person.ts';
import { FORMER_NAME, FORMER_USER } from '../trips/privacy/former.ts';
import { subjectOf } from '../trips/privacy/subject.ts';
import { walk } from '../trips/privacy/walk.ts';
import type { Records } from '../trips/records.ts';
import { familyAdminOf, memberOf, organizerOf } from '../trips/roles/permission.ts';
import { createTrip } from '../trips/trips/create-trip.ts';
import { familyNames } from '../trips/trips/former-family.ts';
import { trips } from '../trips/trips/trip.ts';
import { erasePeople } from './erase-people.ts';

const NOW = Date.parse('2027-03-01T10:00:00Z');
const BEA = '+15550102';

/** Words that stand only in what Bea gave or what tells of her. */
const HERS = ['Bea Canary', '15550102', 'Leopold', 'walnut', 'Rosa', '210000000', 'surfboard', 'diary', 'pelican-why'];

describe.each(STORES)('erasing a person on %s', (_, open) => {
  let time: number;
  let opened: OpenedStore;
  let records: Records;
  let library: ReturnType<typeof memoryLibrary>;
  let say: (text: string) => Promise<void>;
  const clock = { now: () => time };
  beforeEach(async () => {
    time = NOW;
    opened = await open(clock);
    records = opened.store;
    library = memoryLibrary(records);
    const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const house = {
      ...{ records, library, clock, log: quiet, publicUrl: () => 'https://pathfinder.example' },
      embedder: wordEmbeddings(),
    } as unknown as House;
    const talk = conversation(house);
    say = async (text) => {
      await talk.converse({
        ...{
          door: 'sms',
          eventId: `SM${text}${time}`,
          conversation: BEA,
          group: false,
          text,
          files: [],
          event: 'message',
        },
        sender: { address: { door: 'sms', value: BEA } },
      });
    };
  });
  afterEach(() => opened.close());

  const person = async (name: string, phone: string): Promise<string> =>
    (await register(records, clock, { name, address: { door: 'sms', value: phone } })).person.id;
  const admin = async (userId: string) => granted(await familyAdminOf(records, userId)).admin;
  const member = async (userId: string, tripId: string) => granted(await memberOf(records, userId, tripId)).member;

  /** Ana's trip with Bea in it, who does everything one can do. */
  const build = async () => {
    const ana = await person('Ana Silva', '+15550101');
    const bea = await person('Bea Canary', BEA);
    const dates = { startDate: '2027-06-11', endDate: '2027-06-15' };
    const { trip } = granted(
      await createTrip(records, clock, await admin(ana), { name: 'Lisbon', destination: 'Lisbon', ...dates }),
    );
    const { organizer } = granted(await organizerOf(records, ana, trip.id, 'only the organizer'));
    const { invitation } = granted(await inviteFamily(records, clock, organizer, { familyName: 'Guests' }));
    granted(await acceptInvitation(records, clock, invitation.code, { person: (await admin(bea)).person }));
    granted(await addMember(records, await admin(bea), { name: 'Leopold', age: 4 }));
    granted(
      await setPreferences(records, { ...(await admin(bea)), familyId: (await admin(bea)).family.id } as never, {
        ...noPreferences,
        diet: ['no walnut'],
      }),
    );
    granted(await setEmergencyContacts(records, await admin(bea), [{ name: 'Rosa', phone: '+351210000000' }]));
    const hers = await member(bea, trip.id);
    const options = [{ text: 'Taverna' }, { text: 'Pelican' }];
    const { poll } = granted(await openPoll(records, clock, hers, { question: 'Where?', options }));
    granted(await castBallot(records, clock, hers, poll.id, 'opt_01'));
    granted(await castBallot(records, clock, hers, poll.id, 'opt_02'));
    const spent = { what: 'surfboard', amount: { amount: 900, currency: 'EUR' } };
    const { expense } = granted(await addExpense(records, clock, hers, spent));
    granted(await requestItinerary(records, clock, { tripId: trip.id, userId: bea, key: `rest ${bea} 1` }));
    const add = (name: string, text: string, scope: 'trip' | 'family') =>
      library.add({
        ...{ tripId: trip.id, name, bytes: Buffer.from(text), scope },
        ...{ familyId: hers.participation.familyId, addedBy: bea },
      });
    await add('diary.txt', 'my diary of breakfast', 'family');
    await add('hotel.txt', 'diary of the hotel', 'trip');
    await say('what does the diary say about pelican-why?');
    await recordSmsStatus(records, { messageSid: `SM${'0'.repeat(32)}`, state: 'sent' }, new Date(NOW).toISOString());
    return { ana, bea, trip, poll, expense, family: hers.participation.familyId };
  };

  const exported = async (userId: string): Promise<string | undefined> => {
    const given = await exportPerson(
      records,
      clock,
      { kinds: PERSONAL_KINDS, original: library.original, picture: async () => undefined },
      userId,
    );
    if (!given.ok) return undefined;
    let text = '';
    for await (const piece of given.text) text += piece;
    return text;
  };

  /** Everything that any kind of document holds of somebody, wherever it lies. */
  const everything = async (userId: string): Promise<string> => {
    const subject = await subjectOf(records, userId, 'erasure', new Date(time).toISOString());
    if (!subject) throw new Error('nobody');
    return everythingIn(subject);
  };
  const everythingIn = async (subject: NonNullable<Awaited<ReturnType<typeof subjectOf>>>): Promise<string> => {
    let all = '';
    for await (const { document } of walk(records, PERSONAL_KINDS, subject)) all += `${JSON.stringify(document)}\n`;
    return all;
  };

  const eraser = (through: Records = records) =>
    erasePeople({
      ...{ records: through, clock, log: { info: () => undefined }, kinds: PERSONAL_KINDS },
      ...{ forget: library.forget, removeBlob: async () => undefined, scrub: async () => undefined },
    });

  const confirmed = async (userId: string): Promise<string> => {
    const { erasure } = granted(await askErasure(records, clock, userId));
    granted(await confirmErasure(records, clock, userId, erasure.id));
    time += 5_000;
    return erasure.id;
  };

  test('should find, give and then leave nothing of them, with a receipt that names nobody', async () => {
    const { ana, bea, trip, poll, expense, family } = await build();
    const before = (await exported(bea)) ?? '';
    for (const word of HERS) expect(before).toContain(word);
    const parsed = JSON.parse(before) as { data: { type: string }[]; files: { name: string; content: string }[] };
    const kinds = new Set(parsed.data.map(({ type }) => type));
    for (const kind of ['user', 'family', 'address', 'ballot', 'magic_poll', 'expense', 'session', 'document', 'task'])
      expect([...kinds]).toContain(kind);
    expect(parsed.files.map(({ content }) => Buffer.from(content, 'base64').toString()).sort()).toEqual([
      'diary of the hotel',
      'my diary of breakfast',
    ]);
    const subject = await subjectOf(records, bea, 'erasure', new Date(time).toISOString());

    const id = await confirmed(bea);
    expect(await eraser().run()).toBe(1);

    expect(await exported(bea)).toBeUndefined();
    const left = await everythingIn(subject as NonNullable<typeof subject>);
    for (const word of [...HERS, bea]) expect(left).not.toContain(word);
    expect(library.texts.size).toBe(0);
    const receipt = await records.read(erasures, id, id);
    expect(receipt).toMatchObject({ status: 'done', removed: { user: 1, family: 1, document: 2, session: 1 } });
    expect(receipt && isGenuine(records, receipt)).toBe(true);
    for (const word of [...HERS, bea, family]) expect(JSON.stringify(receipt)).not.toContain(word);
    expect(receipt && isGenuine(records, { ...receipt, removed: { user: 2 } })).toBe(false);

    // What the others need is there, without her.
    const [ballot] = await records.list(ballots, trip.id);
    expect(ballot).toMatchObject({ familyId: family, optionId: 'opt_02', userId: FORMER_USER });
    expect(await records.read(polls, trip.id, poll.id)).toMatchObject({ createdByName: FORMER_NAME });
    expect(await records.read(expenses, trip.id, expense.id)).toMatchObject({
      amount: { amount: 900 },
      paidBy: family,
    });
    expect((await familyNames(records, trip.id)).get(family)).toBe('Former family');
    expect(await everything(ana)).toContain('Ana Silva');
  });

  test('should go on where it was cut off, wherever that was', async () => {
    const { bea } = await build();
    const subject = await subjectOf(records, bea, 'erasure', new Date(time).toISOString());
    const id = await confirmed(bea);
    for (let cut = 1; ; cut += 1) {
      let commits = 0;
      const dying: Records = {
        ...records,
        commit: (pk, changes) => {
          commits += 1;
          if (commits > cut * 3) throw new Error('the process was killed');
          return records.commit(pk, changes);
        },
      };
      const done = await eraser(dying)
        .run()
        .then(
          () => true,
          () => false,
        );
      time += 130_000;
      if (done) break;
    }
    const receipt = await records.read(erasures, id, id);
    expect(receipt).toMatchObject({ status: 'done', removed: { user: 1, family: 1, document: 2 } });
    const left = await everythingIn(subject as NonNullable<typeof subject>);
    for (const word of [...HERS, bea]) expect(left).not.toContain(word);
  });

  test('should hand family and trip on to whoever is left, and tell them', async () => {
    const { ana, bea, trip, family } = await build();
    const { member: seat } = granted(await addMember(records, await admin(bea), { name: 'Wei', age: 40 }));
    const { invitation } = granted(await inviteMember(records, clock, await admin(bea), seat.id));
    const wei = granted(
      await acceptInvitation(records, clock, invitation.code, {
        newcomer: { address: { door: 'sms', value: '+15550103' } },
      }),
    ).joined.person.id;
    const asked = granted(await askErasure(records, clock, bea));
    expect(asked.consequences).toEqual({ heir: 'Wei', tripsThatGo: [], handedOver: [], documents: 2 });
    await confirmed(bea);
    await eraser().run();
    expect(await records.read(families, family, family)).toMatchObject({ adminId: wei });
    expect((await memberOf(records, wei, trip.id)).ok).toBe(true);

    const organizer = granted(await askErasure(records, clock, ana));
    expect(organizer.consequences).toMatchObject({ handedOver: [{ trip: 'Lisbon', to: 'Wei' }] });
    await confirmed(ana);
    await eraser().run();
    expect(await records.read(trips, trip.id, trip.id)).toMatchObject({ organizerId: wei });

    expect(granted(await askErasure(records, clock, wei)).consequences.tripsThatGo).toEqual(['Lisbon']);
    await confirmed(wei);
    await eraser().run();
    expect(await records.read(trips, trip.id, trip.id)).toBeUndefined();
    expect(await records.list(ballots, trip.id)).toEqual([]);
  });

  test('should erase nobody before they confirm it themselves, and never later than a quarter of an hour', async () => {
    const { ana, bea } = await build();
    const { erasure } = granted(await askErasure(records, clock, bea));
    await eraser().run();
    expect(await confirmErasure(records, clock, ana, erasure.id)).toEqual({ ok: false, reason: 'not-found' });
    time += 901_000;
    expect(await confirmErasure(records, clock, bea, erasure.id)).toEqual({ ok: false, reason: 'not-found' });
    await eraser().run();
    expect(await records.read(people, bea, bea)).toBeDefined();
  });

  test('should forget whatever was written while it ran, and keep only that an address wants no more texts', async () => {
    const { bea } = await build();
    await say('stop');
    const id = await confirmed(bea);
    let late = false;
    const busy: Records = {
      ...records,
      commit: async (pk, changes) => {
        const done = await records.commit(pk, changes);
        if (!late && changes.some((change) => 'remove' in change && change.remove === 'session')) {
          late = true;
          await say('start');
          await say('what about the diary?');
          await say('stop');
        }
        return done;
      },
    };
    await eraser(busy).run();
    expect(late).toBe(true);
    expect(await records.read(erasures, id, id)).toMatchObject({ status: 'done' });
    const entry = await readAddress(records, { door: 'sms', value: BEA });
    expect(entry?.optedOutAt).toBeDefined();
    expect(entry?.userId).toBeUndefined();
    expect(entry?.optedIn).toBeUndefined();
  });
});
