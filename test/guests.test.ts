import { type Account, type Journey, startJourney } from './journey.ts';

const ANA = '+15550101';
const GITA = '+15550143';

describe('guests by link, and one person on several doors', () => {
  let journey: Journey;
  let ana: Account;
  let tripId: string;
  beforeAll(async () => {
    journey = await startJourney();
    ana = await journey.signUp({ name: 'Ana Silva', phone: ANA, familyName: 'Silva' });
    tripId = await journey.trip(ana, { name: 'Lisbon 2027', destination: 'Lisbon' });
    await journey.text(ANA, 'hi');
  });
  afterAll(() => journey.close());

  const says = async (from: string, text: string): Promise<string> => (await journey.text(from, text)).join('\n');

  test('should take part by link, vote, claim an account by text, and keep what they did', async () => {
    const link = await says(ANA, 'give me a link for guests');
    const token = /https:\/\/pathfinder\.example\/#guest=([\w-]{22})/.exec(link)?.[1];
    expect(token).toBeDefined();

    const web = await journey.web();
    await web.press({ act: { skill: 'join', input: { code: token } } });
    await web.hears((text) => /You're in Lisbon 2027.*What shall I call you/s.test(text));
    await web.say('Gita Rao');
    await web.hears((text) => /Nice to meet you, Gita Rao/.test(text));
    await journey.twilio.waitFor(({ to, body }) => to === ANA && /A guest has joined Lisbon 2027/.test(body));

    await says(ANA, 'poll: where do we eat? Taverna or Pelican');
    await web.hears((_, activity) => JSON.stringify(activity).includes('Pelican'));
    await web.say('2');
    await web.hears((text) => /The Raos vote 2\) Pelican/.test(text));

    // Nobody is written to in the name of somebody who has proved no address.
    await web.say('guest link');
    await web.hears((text) => /guests let in nobody else/.test(text));

    await web.say('link');
    const said = await web.hears((text) => /Say "link/.test(text));
    const code = /link ([A-Z0-9]{6})/.exec(String((said as { text?: string }).text))?.[1];
    expect(await says(GITA, `link ${code?.toLowerCase()}`)).toMatch(/Linked: you are Gita Rao.*You're in Lisbon 2027/s);
    await web.hears((text) => /^Linked: I know you here and in the other chat as one person/.test(text));
    expect(await says(GITA, 'who am i')).toMatch(/Gita Rao/);
    expect(await says(GITA, '1')).toMatch(/The Raos now vote 1\) Taverna/);
    const { body } = await journey.api('GET', `/trips/${tripId}`, { token: ana.token });
    expect(body.families).toMatchObject([{ name: 'Silva' }, { name: 'Rao' }]);
  });

  test('should find the link closed after it was revoked', async () => {
    const link = await says(ANA, 'guest link');
    const token = /#guest=([\w-]{22})/.exec(link)?.[1];
    expect(await says(ANA, 'revoke the guest link')).toMatch(/Closed/);
    const web = await journey.web();
    await web.say(`join ${token}`);
    await web.hears((text) => /run out or was closed/.test(text));
  });

  test('should be linked from Teams to a phone that is in use, and the other way round, and refuse to mix two families', async () => {
    const teams = journey.teams({ id: 'ana-aad', name: 'Ana' });
    const asked = JSON.stringify(await teams.ask('link'));
    const code = /link ([A-Z0-9]{6})/.exec(asked)?.[1];
    expect(await says(ANA, `link ${code}`)).toMatch(/Linked: you are Ana Silva/);
    await journey.connector.waitFor(({ activity }) => /Linked: I know you here/.test(String(activity.text)));
    expect(JSON.stringify(await teams.ask('trip'))).toContain('Lisbon 2027');

    const other = /link ([A-Z0-9]{6})/.exec(await says(GITA, 'link'))?.[1];
    expect(await says(ANA, `link ${other}`)).toMatch(/both accounts are in use/);
    expect(await says('+15550199', 'link ZZZZZZ')).toMatch(/wrong or has run out/);
  });

  test('should say no code and no contact before others in a Teams group', async () => {
    const group = { id: '19:family-chat@thread.v2', conversationType: 'groupChat', isGroup: true };
    const teams = journey.teams({ id: 'ana-aad', name: 'Ana' }, group);
    expect(JSON.stringify(await teams.ask('link'))).toMatch(/Linking is between you and me/);
    expect(JSON.stringify(await teams.ask('emergency contact Rosa +351 210 000 000'))).not.toMatch(/210/);
    expect(
      (await journey.api('GET', `/families/${ana.familyId}/emergency-contacts`, { token: ana.token })).body,
    ).toEqual({
      contacts: [],
    });
  });

  test('should link over REST: whoever signs in takes over what they did as a guest', async () => {
    const web = await journey.web();
    const { body } = await journey.api('POST', `/trips/${tripId}/guest-links`, {
      token: ana.token,
      body: { place: 'member' },
    });
    await web.say(`join ${body.token}`);
    await web.hears((text) => /You're in Lisbon 2027.*for the Silva family/s.test(text));
    await web.say('Rui Silva');
    await web.hears((text) => /Rui Silva/.test(text));
    await web.say('link');
    const said = await web.hears((text) => /Say "link/.test(text));
    const code = /link ([A-Z0-9]{6})/.exec(String((said as { text?: string }).text))?.[1];
    const rui = await journey.signUp({ name: 'Rui', phone: '+15550177' });
    const linked = await journey.api('POST', '/auth/link', { token: rui.token, body: { code } });
    expect(linked).toMatchObject({ status: 200, body: { user: { name: 'Rui Silva' }, family: { id: ana.familyId } } });
    // The account that was empty is gone, and its token with it: the same phone now signs in as the one that stayed.
    expect((await journey.api('GET', '/auth/me', { token: rui.token })).status).toBe(401);
    expect((await journey.signUp({ name: 'Rui', phone: '+15550177' })).familyId).toBe(ana.familyId);
  });
});
