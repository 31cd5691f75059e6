import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from './eventually.ts';
import { type Account, type Journey, startJourney } from './journey.ts';

const ANA = '+15550101';
const BEA = '+15550102';
const MARIA = '+15550142';

describe('families and invitations, by text', () => {
  let journey: Journey;
  let ana: Account;
  let tripId: string;
  beforeAll(async () => {
    journey = await startJourney();
    ana = await journey.signUp({ name: 'Ana Silva', phone: ANA, familyName: 'Silva' });
    const bea = await journey.signUp({ name: 'Bea Chen', phone: BEA, familyName: 'Chen' });
    tripId = await journey.trip(ana, { name: 'Lisbon 2027', destination: 'Lisbon' });
    const code = await journey.invite(ana, tripId, bea);
    await journey.text(ANA, 'hi');
    await journey.text(BEA, `join ${code}`);
  });
  afterAll(() => journey.close());

  const says = async (from: string, text: string): Promise<string> => (await journey.text(from, text)).join('\n');

  test('should invite a family by text, in words that name who and how to stop, and let it in by the reply', async () => {
    expect(await says(ANA, 'invite the Garcias at +1 555 0142')).toMatch(
      /text the invitation to the number ending in 0142.*1\) Yes, they expect it/s,
    );
    expect(await says(ANA, '1')).toMatch(/On its way to the number ending in 0142/);
    const texted = await journey.twilio.waitFor(({ to }) => to === MARIA);
    expect(texted.body).toMatch(/Ana Silva invites the Garcia family.*JOIN [A-Z0-9]{6}.*STOP to stop/s);
    expect(texted.body.length).toBeLessThanOrEqual(320);
    expect(await says(ANA, "who hasn't joined yet?")).toMatch(
      /the Garcias, code .*(?:on its way|sent) \(the number ending in 0142\)/,
    );
    expect(await says(BEA, "who hasn't joined yet")).toMatch(/Invited and not here yet: the Garcias/);

    const code = /JOIN ([A-Z0-9]{6})/.exec(texted.body)?.[1];
    expect(await says(MARIA, `Join ${code}`)).toMatch(/Lisbon 2027 for the Garcia family.*What shall I call you/s);
    expect(await says(MARIA, 'Maria Garcia')).toMatch(/Nice to meet you, Maria Garcia/);
    await journey.twilio.waitFor(({ to, body }) => to === ANA && /Garcia family has joined/.test(body));
  });

  test('should refuse the same name twice, send again and cancel when told so', async () => {
    expect(await says(ANA, 'invite the Novaks')).toMatch(/code for the Novak family: [A-Z0-9]{6}/);
    expect(await says(ANA, 'invite the Novaks')).toMatch(/The Novaks are invited already.*2\) Cancel that invitation/s);
    expect(await says(ANA, 'send the invitation for the Novaks to 555 0143')).toMatch(/country code/);
    expect(await says(ANA, 'cancel the invitation for the Novaks')).toMatch(/Cancelled: the code .* for the Novaks/);
    expect(await says(ANA, 'invitations')).toMatch(/No invitation is open/);
  });

  test('should send an invitation by e-mail into the folder where mail goes without a server', async () => {
    expect(await says(ANA, 'invite the Ruiz family, ruiz@example.com')).toMatch(
      /e-mail the invitation to r\*\*\*@example.com/,
    );
    await says(ANA, '1');
    const folder = join(journey.folder, 'mail');
    await eventually('the invitation to be sent', async () =>
      /sent \(r\*\*\*@example.com\)/.test(await says(ANA, 'invitations')),
    );
    const [mail] = readdirSync(folder);
    expect(readFileSync(join(folder, mail ?? ''), 'utf8')).toMatch(/Subject: Ana Silva invites the Ruiz family/);
  });

  test('should not write to a number that has said stop', async () => {
    await journey.text('+15550177', 'stop');
    await says(ANA, 'invite the Patels at +15550177');
    expect(await says(ANA, '1')).toMatch(/may not write there/);
    expect(journey.twilio.sent.filter(({ to }) => to === '+15550177')).toEqual([]);
  });

  test('should correct an age, rename the family, and take out who is not coming', async () => {
    await says(BEA, '2 adults, Mia 9 and Leo 4');
    expect(await says(BEA, 'adult 2 is wei')).toMatch(/Adult 2 is Wei/);
    expect(await says(BEA, "change Leo's age to 5")).toMatch(/Leo is 5/);
    expect(await says(BEA, 'rename our family to Chen-Wu')).toMatch(/you are the Chen-Wus/);
    expect(await says(BEA, 'remove Leo from our family')).toMatch(/Take Leo out of the Chen-Wu family\?/);
    expect(await says(BEA, '1')).toMatch(/Leo is no longer in the Chen-Wu family/);
    expect(await says(BEA, 'who am i')).not.toContain('Leo');
  });

  test('should tell a family who has come into it, and who speaks for it, and nobody else', async () => {
    const TOM = '+15550188';
    await says(BEA, `add my husband Tom ${TOM}`);
    await says(BEA, '1');
    const texted = await journey.twilio.waitFor(({ to }) => to === TOM);
    await says(TOM, `join ${/JOIN ([A-Z0-9]{6})/.exec(texted.body)?.[1]}`);
    await journey.twilio.waitFor(({ to, body }) => to === BEA && /Tom is with your family here now/.test(body));
    await says(BEA, 'make Tom the admin of our family');
    expect(await says(BEA, '1')).toMatch(/Tom speaks for the Chen-Wus from now on/);
    await journey.twilio.waitFor(({ to, body }) => to === TOM && /You speak for the Chen-Wus from now on/.test(body));
    await says(TOM, 'make Bea the admin of our family');
    await says(TOM, '1');
    await journey.twilio.waitFor(({ to, body }) => to === BEA && /You speak for the Chen-Wus/.test(body));
    expect(journey.twilio.sent.filter(({ to, body }) => to === ANA && /Tom/.test(body))).toEqual([]);
  });

  test('should note what a family needs and likes, take it back, and tell no other family', async () => {
    const said = "Wei is allergic to bee stings, we love castles, we can't do 12-14 June 2027";
    expect(await says(BEA, said)).toMatch(
      /an allergy to bee stings, castles 5 of 5 and not free from Sat 12 Jun to Mon 14 Jun/,
    );
    expect(await says(BEA, 'who am i')).toMatch(/Allergies: bee stings.*Interests: castles 5.*Not free: Sat 12 Jun/s);
    expect(await says(BEA, 'forget the allergy to bee stings')).toMatch(/1\) the allergy to bee stings/);
    expect(await says(BEA, '1')).toMatch(/Taken back: the allergy to bee stings/);
    expect(await says(BEA, 'who am i')).not.toMatch(/bee stings/);
    expect(await says(ANA, 'who am i')).not.toMatch(/castles|12 Jun/);
  });

  test('should keep emergency contacts to the family that named them', async () => {
    expect(await says(BEA, 'emergency contact Rosa, grandmother, 210 000 000')).toMatch(/country code/);
    expect(await says(BEA, 'emergency contact Rosa, grandmother, +351 210 000 000')).toMatch(
      /In an emergency: Rosa \(grandmother\) \+351210000000/,
    );
    expect(await says(BEA, 'who are our emergency contacts?')).toMatch(/Rosa \(grandmother\)/);
    expect(await says(ANA, 'who are our emergency contacts?')).toMatch(/named nobody yet/);
    // A question that is open does not swallow what is no answer to it.
    expect(await says(ANA, 'add emergency contact')).toMatch(/Who is it, and on what number/);
    expect(await says(ANA, 'who is coming on the trip')).toMatch(/at a glance/);
    expect(await says(BEA, 'remove Rosa from the emergency contacts')).toMatch(/nobody is named any more/);
  });

  test('should get another organizer when every other family agrees, and none when one objects', async () => {
    expect(await says(BEA, 'the organizer is in hospital, somebody else must take over')).toMatch(
      /Who shall it be\?.*1\) Bea Chen of the Chen-Wus.*2\) Maria Garcia of the Garcias/s,
    );
    expect(await says(BEA, '2')).toMatch(/missing: the Garcias/);
    await journey.twilio.waitFor(({ to, body }) => to === ANA && /say OBJECT: then you stay the organizer/.test(body));
    await journey.twilio.waitFor(({ to, body }) => to === MARIA && /Do you agree\? Say AGREE or OBJECT/.test(body));
    expect(await says(ANA, 'object')).toMatch(/The organizer stays/);
    await journey.twilio.waitFor(({ to, body }) => to === BEA && /The Silvas object: Ana Silva stays/.test(body));
    expect(await says(MARIA, 'agree')).toMatch(/nothing to agree or object to/);

    await says(BEA, 'emergency organizer');
    await says(BEA, '2');
    expect(await says(MARIA, 'agree')).toMatch(/has a new organizer/);
    await journey.twilio.waitFor(({ to, body }) => to === ANA && /Maria Garcia of the Garcias organizes/.test(body));
    // And back again.
    await says(MARIA, 'hand the trip over to Ana');
    expect(await says(MARIA, '1')).toMatch(/the Silvas organize Lisbon 2027/);
  });

  test('should let a family leave, and the organizer take one out; everyone concerned is told', async () => {
    expect(await says(ANA, 'leave the trip')).toMatch(/You organize this trip: say HAND OVER first/);
    expect(await says(ANA, 'take the Garcias out of the trip')).toMatch(/Take the Garcias out of Lisbon 2027\?/);
    expect(await says(ANA, '1')).toMatch(/the Garcias are no longer in Lisbon 2027/);
    await journey.twilio.waitFor(({ to, body }) => to === MARIA && /organizer took your family out/.test(body));
    await journey.twilio.waitFor(({ to, body }) => to === BEA && /Garcia family was taken out/.test(body));
    expect(await says(MARIA, 'trip')).toMatch(/not in a trip/);
    expect(await says(BEA, 'we leave the trip')).toMatch(/Shall the Chen-Wus leave Lisbon 2027\?/);
    expect(await says(BEA, '1')).toMatch(/The Chen-Wus have left Lisbon 2027/);
    await journey.twilio.waitFor(({ to, body }) => to === ANA && /Chen-Wu family has left/.test(body));
    const { body } = await journey.api('GET', `/trips/${tripId}`, { token: ana.token });
    expect(body.families).toMatchObject([{ name: 'Silva' }]);
  });
});
