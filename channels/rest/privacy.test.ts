import { createHash } from 'node:crypto';
import { madePicture } from '../../test/made-picture.ts';
import { type Guest, openRestDoor, type RestDoor } from '../../test/rest-door.ts';
import type { PollDraft } from '../../trips/magic-polls/poll-draft.ts';

/** Words that stand only in what the Chens keep to themselves. */
const SECRETS = [
  '+15550100088',
  'bea.chen@example.com',
  'teams-bea-canary',
  'Leopold',
  'walnut-canary',
  'wheelchair-canary',
  '987654',
  'diary-canary',
  'Rosa-canary',
  'insulin-canary',
  'clinic-canary',
  'beach-canary',
  '210000000',
];

let door: RestDoor;
let bea: Guest;
let ana: Guest;
let mallory: Guest;
let tripId: string;
let pollId: string;
let expenseId: string;
let memberId: string;
let reminderId: string;
let reservationId: string;
let ownDocument: string;
let photoId: string;

const as = (guest: Guest) => ({ token: guest.token });

beforeAll(async () => {
  door = await openRestDoor();
  ana = await door.signIn({ name: 'Ana Silva' });
  mallory = await door.signIn({ name: 'Mallory Okoye' });
  bea = await door.signIn({
    name: 'Bea Chen',
    phone: '+15550100088',
    email: 'bea.chen@example.com',
    teamsId: 'teams-bea-canary',
  });
  tripId = String(
    (await door.call('POST', '/trips', { ...as(ana), body: { name: 'Lisbon', destination: 'Lisbon' } })).body.id,
  );
  const { code } = (await door.call('POST', `/trips/${tripId}/families/${bea.familyId}/invite`, as(ana))).body;
  await door.call('POST', `/invitations/${code}/accept`, as(bea));
  const leo = { ...as(bea), body: { name: 'Leopold', age: 4 } };
  const added = (await door.call('POST', `/families/${bea.familyId}/members`, leo)).body as { member: { id: string } };
  memberId = added.member.id;
  await door.call('PUT', `/families/${bea.familyId}/preferences`, {
    ...as(bea),
    body: { diet: ['walnut-canary'], mobility: ['wheelchair-canary'], budget: { amount: 987_654, currency: 'EUR' } },
  });
  const body = new FormData();
  body.set('scope', 'family');
  body.set('file', new Blob(['diary-canary: our own plans for breakfast']), 'diary-canary.txt');
  ownDocument = String((await door.call('POST', `/trips/${tripId}/documents`, { ...as(bea), body })).body.id);
  const poll = await door.call('POST', `/trips/${tripId}/polls`, {
    ...as(bea),
    body: {
      question: 'Dinner?',
      options: [
        { text: 'A', price: { amount: 2_000_000, currency: 'EUR' } },
        { text: 'B', details: '200 steps to the top', price: { amount: 990_000, currency: 'EUR' } },
      ],
    },
  });
  pollId = String(poll.body.id);
  await door.call('PUT', `/families/${bea.familyId}/emergency-contacts`, {
    ...as(bea),
    body: { contacts: [{ name: 'Rosa-canary', relation: 'grandmother', phone: '+351210000000' }] },
  });
  const expense = await door.call('POST', `/trips/${tripId}/expenses`, {
    ...as(bea),
    body: { what: 'dinner', amount: { amount: 900, currency: 'EUR' } },
  });
  expenseId = String(expense.body.id);
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  const reminder = await door.call('POST', `/trips/${tripId}/reminders`, {
    ...as(bea),
    body: { what: 'insulin-canary', at: tomorrow },
  });
  reminderId = String(reminder.body.id);
  const reservation = await door.call('POST', `/trips/${tripId}/reservations`, {
    ...as(bea),
    body: { kind: 'other', name: 'clinic-canary', startDate: '2027-06-11', scope: 'family' },
  });
  reservationId = String(reservation.body.id);
  await door.call('PUT', `/trips/${tripId}/polls/${pollId}/ballot`, { ...as(bea), body: { optionId: 'opt_01' } });
  const draft: PollDraft = {
    ...{ pk: tripId, id: 'draft_canary', type: 'poll_draft', _schema_version: 1, tripId, question: 'Where to?' },
    ...{ category: 'dining', options: [{ optionId: 'opt_01', text: 'Taverna' }], ruledOut: [], others: [] },
    ...{ createdBy: bea.userId, status: 'draft', createdAt: tomorrow },
  };
  await door.records.commit(tripId, [{ put: draft }]);
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(await madePicture())]), 'photo.png');
  form.set('caption', 'beach-canary');
  const photo = await door.call('POST', `/trips/${tripId}/memories/photos`, { ...as(bea), body: form });
  photoId = String(photo.body.id);
  await door.call('POST', `/trips/${tripId}/news-by-email`, { ...as(bea), body: {} });
});
afterAll(() => door.close());

/** Every documented route, with the ids of the Chens' things in its path, called with a body that fits. */
const everyRoute = async (guest: Guest): Promise<readonly string[]> => {
  const document = await (await fetch(`${door.url}/openapi.json`)).json();
  const ids: Record<string, string> = {
    tripId,
    pollId,
    familyId: bea.familyId,
    documentId: ownDocument,
    taskId: 'task_1',
    code: 'ZZZZZZ',
    expenseId,
    memberId,
    reminderId,
    place: 'family',
    reservationId,
    draftId: 'draft_canary',
    photoId,
  };
  const bodies: Record<string, unknown> = {
    askAssistant: { query: 'our own plans for breakfast?', tripId },
    postMessage: { text: 'spying' },
    proposePoll: { tripId, context: 'where to eat' },
    changePollDraft: { question: 'Mine?' },
    castBallot: { optionId: 'opt_02' },
    addOption: { text: 'Ours' },
    changePoll: { closesAt: '2099-01-01T12:00:00Z' },
    createTrip: { name: 'Mine', destination: 'Mine' },
    changeTrip: { name: 'Changed' },
    setTripStatus: { status: 'confirmed' },
    proposeSuccession: { familyId: bea.familyId },
    handOverTrip: { familyId: bea.familyId },
    inviteFamilyByName: { familyName: 'Chen' },
    inviteFamilyMember: { memberId },
    sendTripInvitation: {},
    sendFamilyInvitation: {},
    giveGuestLink: { place: 'family' },
    acceptGuestLink: { token: 'AAAAAAAAAAAAAAAAAAAAAA' },
    linkAccounts: { code: 'ZZZZZZ' },
    openPoll: { question: `Mine of ${guest.userId}?`, options: ['A', 'B'] },
    addMember: { name: 'Spy' },
    renameFamily: { name: 'Spies' },
    changeMember: { age: 30 },
    handOverFamily: { memberId },
    rateInterests: { interests: { beach: 5 } },
    replacePreferences: { diet: ['spy'] },
    generateItinerary: { tripId },
    editItinerary: { kind: 'mend' },
    addExpense: { what: 'spying', amount: { amount: 100, currency: 'EUR' } },
    recordSettlement: { from: ana.familyId, to: bea.familyId, amount: { amount: 100, currency: 'EUR' } },
    replaceEmergencyContacts: { contacts: [] },
    addReservation: { kind: 'other', name: 'spy', startDate: '2027-06-11' },
    changeReservation: { name: 'spy' },
    setReminder: { what: 'spy', at: '2099-01-01T00:00:00Z' },
    replaceNotificationPreferences: { muted: [] },
    eraseMyData: {},
    giveParentalConsent: { agree: true },
    confirmParentalConsent: { code: '000000' },
    setRestriction: { restricted: false },
    changeMemoryChoices: { costs: true },
    sharePhoto: { shared: true },
    askForNewsByEmail: { email: 'spy@example.com' },
    proveNewsByEmail: { email: 'spy@example.com', code: 'AAAAAA' },
  };
  const answers: string[] = [];
  for (const [path, item] of Object.entries<Record<string, { operationId: string }>>(document.paths)) {
    for (const [method, { operationId }] of Object.entries(item)) {
      // Taking the Chens out, or the trip away, would end what all the others are about.
      if (operationId === 'signInForDevelopment' || operationId === 'takeFamilyOut') continue;
      if (operationId === 'deleteTrip' && guest === ana) continue;
      const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '').replace('/api/v1', '');
      const query = method === 'get' ? '?limit=100' : '';
      const body = bodies[operationId];
      const { status, text, headers } = await door.call(method.toUpperCase(), filled + query, {
        ...as(guest),
        ...(body !== undefined && { body }),
      });
      answers.push(`${method} ${path} ${status} ${[...headers].join(' ')} ${text}`);
    }
  }
  return answers;
};

test('no route tells another family, or a stranger, anything a family keeps to itself', async () => {
  for (const guest of [ana, mallory]) {
    for (const answer of await everyRoute(guest)) {
      for (const secret of SECRETS) expect(answer).not.toContain(secret);
    }
  }
});

test('and the words looked for are there for the family itself', async () => {
  const shown = [
    (await door.call('GET', '/auth/me', as(bea))).text,
    (await door.call('GET', `/trips/${tripId}/documents`, as(bea))).text,
    (await door.call('GET', `/families/${bea.familyId}/emergency-contacts`, as(bea))).text,
    (await door.call('GET', `/trips/${tripId}/reminders`, as(bea))).text,
    (await door.call('GET', `/trips/${tripId}/reservations`, as(bea))).text,
    (await door.call('GET', `/trips/${tripId}/memories/photos`, as(bea))).text,
  ].join(' ');
  for (const secret of SECRETS) expect(shown).toContain(secret);
});

test('an export holds the pictures of the family, byte for byte, and nobody else has them in theirs', async () => {
  const filesOf = async (guest: Guest): Promise<readonly Record<string, string>[]> =>
    (await door.call('GET', '/privacy/export', as(guest))).body.files as Record<string, string>[];
  const [photo, more] = (await filesOf(bea)).filter((file) => file.photoId !== undefined);
  expect(more).toBeUndefined();
  expect(photo).toMatchObject({ photoId, mediaType: 'image/jpeg' });
  const bytes = Buffer.from(photo?.content ?? '', 'base64');
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  expect(photo?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  for (const other of [ana, mallory])
    expect((await filesOf(other)).filter((file) => file.photoId !== undefined)).toEqual([]);
});

test('strangers reach nothing of the trip: every route about it is 404', async () => {
  for (const answer of await everyRoute(mallory)) {
    if (answer.includes('{tripId}')) expect(answer).toContain(' 404 ');
  }
});

test('no log line holds what a family keeps to itself', () => {
  expect(door.logged.length).toBeGreaterThan(0);
  for (const secret of SECRETS) expect(door.logged.join('')).not.toContain(secret);
});
