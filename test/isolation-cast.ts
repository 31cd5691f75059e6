import type { Journey, TeamsPerson } from './journey.ts';
import { connectLive, type LiveClient } from './live-client.ts';
import type { WebPerson } from './web-person.ts';

/** A family that keeps a secret in every private field there is, and its admin at every door. */
export interface Household {
  readonly name: string;
  readonly token: string;
  readonly userId: string;
  readonly familyId: string;
  readonly phone: string;
  readonly teamsId: string;
  /** Words and numbers that nobody outside the family may ever see. */
  readonly secrets: readonly string[];
  /** Ids of its own things. */
  readonly ids: Readonly<Record<string, string>>;
  readonly web: WebPerson;
  readonly teams: TeamsPerson;
  readonly inGroup: TeamsPerson;
  readonly live: LiveClient;
}

/** A Teams channel in which everybody reads along. */
export const GROUP = { id: '19:everybody@thread.tacv2', conversationType: 'channel', isGroup: true };

const DATES = { startDate: '2027-06-11', endDate: '2027-06-15' };

/** Signs a family up and fills in everything it may keep to itself. */
const signUp = async (journey: Journey, name: string, index: number) => {
  const tag = `zq${'abcdefgh'[index]}`;
  const phone = `+1555731010${index}`;
  const teamsId = `aad-${tag}`;
  const { body } = await journey.api('POST', '/auth/dev-token', {
    body: { name: `${name} Admin`, phone, teamsId, email: `mail-${tag}@example.com`, familyName: name },
  });
  const { token, user, family } = body as { token: string; user: { id: string }; family: { id: string } };
  const own = async (method: string, path: string, sent: unknown): Promise<Record<string, unknown>> => {
    const answer = await journey.api(method, path, { token, body: sent });
    if (answer.status >= 300) throw new Error(`${method} ${path} ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const kid = await own('POST', `/families/${family.id}/members`, { name: `Kid${tag}`, age: 8 });
  await own('PUT', `/families/${family.id}/preferences`, {
    diet: [`nodiet${tag}`],
    allergies: [`allergy${tag}`],
    mobility: [`mobil${tag}`],
    notes: `notes${tag}`,
    budget: { amount: 743_117 + index * 100_000, currency: 'EUR' },
  });
  await own('PUT', `/families/${family.id}/emergency-contacts`, {
    contacts: [{ name: `Contact${tag}`, phone: `+35121000070${index}` }],
  });
  const secrets = [
    ...[phone.slice(1), teamsId, `mail-${tag}`, `Kid${tag}`, `nodiet${tag}`, `allergy${tag}`, `mobil${tag}`],
    ...[`notes${tag}`, `${743_117 + index * 100_000}`, `${7 + index},431.17`],
    ...[`Contact${tag}`, `35121000070${index}`, `diary${tag}`, `secretplan${tag}`, `hideaway${tag}`, `CONF${tag}`],
    `remind${tag}`,
  ];
  return {
    ...{ name, token, userId: user.id, familyId: family.id, phone, teamsId, tag, own },
    ...{ secrets, kid: (kid.member as { id: string }).id },
  };
};

/** What a family keeps to itself within a trip. */
const keepSecrets = async (
  { tag, own }: Pick<Awaited<ReturnType<typeof signUp>>, 'tag' | 'own'>,
  tripId: string,
): Promise<Record<string, string>> => {
  const form = new FormData();
  form.set('scope', 'family');
  form.set('file', new Blob([`Our secretplan${tag}: breakfast is at the pier at 09:40.`]), `diary${tag}.txt`);
  const document = await own('POST', `/trips/${tripId}/documents`, form);
  const reservation = await own('POST', `/trips/${tripId}/reservations`, {
    ...{ kind: 'lodging', name: `hideaway${tag}`, startDate: DATES.startDate, endDate: DATES.endDate },
    ...{ confirmation: `CONF${tag}`, scope: 'family' },
  });
  const reminder = await own('POST', `/trips/${tripId}/reminders`, {
    ...{ what: `remind${tag}`, at: '2027-06-10T09:00:00Z', for: 'family' },
  });
  const poll = await own('POST', `/trips/${tripId}/polls`, {
    question: `Where to, ${tag.at(-1)}?`,
    options: ['Bay', 'Hill'],
  });
  const expense = await own('POST', `/trips/${tripId}/expenses`, {
    ...{ what: 'lunch', amount: { amount: 900, currency: 'EUR' } },
  });
  const ids = {
    documentId: document,
    reservationId: reservation,
    reminderId: reminder,
    pollId: poll,
    expenseId: expense,
  };
  return Object.fromEntries(Object.entries(ids).map(([name, body]) => [name, String(body.id)]));
};

/** Three families in one trip, two in another; the first of each organizes. */
export const gather = async (journey: Journey): Promise<readonly Household[]> => {
  const all = [];
  for (const [index, name] of ['Silva', 'Chen', 'Okoye', 'Ruiz', 'Novak'].entries()) {
    all.push(await signUp(journey, name, index));
  }
  const trips: string[] = [];
  for (const [first, ...others] of [all.slice(0, 3), all.slice(3)]) {
    if (!first) continue;
    const trip = String((await first.own('POST', '/trips', { name: 'Lisbon', destination: 'Lisbon', ...DATES })).id);
    for (const other of others) {
      const { code } = await first.own('POST', `/trips/${trip}/families/${other.familyId}/invite`, {});
      await other.own('POST', `/invitations/${code}/accept`, {});
      trips.push(trip);
    }
    trips.push(trip);
  }
  const households: Household[] = [];
  for (const [index, one] of all.entries()) {
    const tripId = trips[index] ?? '';
    const ids = { ...(await keepSecrets(one, tripId)), tripId, familyId: one.familyId, memberId: one.kid };
    const person = { id: one.teamsId, name: `${one.name} Admin` };
    await journey.text(one.phone, 'hi');
    const teams = journey.teams(person);
    await teams.ask('hi');
    const inGroup = journey.teams(person, GROUP);
    const live = await connectLive(journey.server.url, one.token);
    await live.ask('join', { tripId });
    households.push({ ...one, ids, web: await journey.web(one.token), teams, inGroup, live });
  }
  return households;
};
