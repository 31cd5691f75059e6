import { localEmbeddings } from '../../rag/embed/local-embeddings.ts';
import { oneSlip } from '../../trips/one-slip.ts';
import { asksToStop } from '../middleware/consent.ts';
import type { Session } from '../session.ts';
import { SKILLS } from '../skills/every-skill.ts';
import { readCode } from '../skills/join.ts';
import { readDestination } from './destination.ts';
import { intentClassifier } from './intents/classifier.ts';
import { matchOption } from './option-words.ts';
import { skillIntents } from './skill-intents.ts';
import { understanding } from './understand.ts';

const ME = 'me';
const session = (more: Partial<Session> = {}): Session => ({
  pk: 'c',
  id: 'session',
  type: 'session',
  _schema_version: 2,
  history: [],
  ...more,
});

/** Said by nobody in the examples: what the router makes of words it has not seen. */
const HELD_OUT: readonly (readonly [string, readonly string[]])[] = [
  ['help', ['what else can you do', 'can you explain what this is for', 'i have no idea what to type']],
  ['demo', ['let me see a sample first', 'give me an example trip to play with']],
  ['join', ['my cousin sent me an invite code', 'how do i get into the trip with a code']],
  [
    'new-trip',
    [
      'we want to spend a week in Scotland with two other families, can you set it up',
      'let us organise a summer holiday in Crete',
    ],
  ],
  ['use-trip', ['talk about my other trip now', 'switch over to the Berlin trip']],
  ['trip-summary', ['give me the state of our trip', 'which families are part of it', 'remind me of the dates']],
  ['invite', ['please make a code for the Novaks', 'how do i bring another family in']],
  ['add-member', ['put my husband Jonas on our list', 'add our daughter Ella, she is 5']],
  [
    'describe-family',
    [
      'we are three grown-ups and a toddler',
      'my wife is vegan',
      'one of the kids has a nut allergy',
      'granny needs short walks',
    ],
  ],
  [
    'ask',
    [
      'what time does breakfast start',
      'is the museum shut on tuesday',
      'how do i reach the hotel from the station',
      'what does a ticket cost for kids',
      'which terminal is it',
      'can we leave our luggage somewhere',
    ],
  ],
  ['why', ['why did the pelican win', 'why was the boat tour ruled out']],
  ['common-ground', ['what could all of us live with', 'can you find something that suits everybody']],
  [
    'new-poll',
    [
      'let everybody decide between pizza and sushi',
      'could we vote on what to do on monday',
      'start a vote for the families about the boat',
    ],
  ],
  ['vote', ['we take the second one', 'our family is for the beach', 'put us on number 3']],
  ['results', ['how does the poll look right now', 'who is still missing in the vote']],
  ['close-poll', ['end the voting please', 'we can close that poll now']],
  ['plan-itinerary', ['make a schedule for all our days', 'could you work out an itinerary']],
  ['show-itinerary', ['what have we got on the third day', 'show me the schedule again']],
  ['who-am-i', ['what do you have on file about us']],
  ['invitations', ['which families have not accepted yet', 'please resend the invite to the Garcias']],
  ['guest-link', ['can you make me a link so people can join without signing up', 'give me a join link for guests']],
  ['leave', ['our family has to drop out', 'please take us out of the trip']],
  ['take-out', ['remove the Millers from our trip', 'take uncle Joe off our family']],
  ['change-member', ['you have the age of my daughter wrong', 'Ben turned 12 yesterday']],
  ['family-admin', ['my husband should vote for us from now on']],
  ['link', ['connect this chat with my phone number', 'how can I use the same account in Teams']],
  ['succession', ['the organizer vanished, who can take over', 'we need another organizer, she does not answer']],
  ['emergency-contacts', ['in an emergency please call my mother Rosa', 'who is our emergency contact']],
  ['forget-preference', ['take back what I told you about our diet']],
  ['thanks', ['thank you, that was great', 'many thanks']],
  ['set-reminder', ['nudge me on Friday morning about the visas', 'the second instalment is due on 15 April']],
  ['cancel-reminder', ['scrap the reminder to print boarding passes', 'delete that deadline']],
  ['reminders', ['any reminders for us?', 'which deadlines are coming']],
  ['notifications', ['keep quiet after midnight', 'no notifications about money please', 'text me any time']],
  ['time-zone', ['please go by Madrid time', 'our timezone should be Tokyo']],
  [
    'add-reservation',
    [
      'we just booked the castle tour for Saturday 11:00',
      'our flight EW9582 lands on 11 June at 13:10',
      'My husband booked the ferry on 12 June at 9:15',
      'we got a table at Pizza Roma, Sunday 18:30',
    ],
  ],
  ['reservations', ['our bookings please', 'what is already reserved']],
  ['change-reservation', ['the ferry booking was moved to 10:15', 'the hotel is now from 12 to 15 June']],
  ['cancel-reservation', ['the ferry is cancelled', 'call off the castle tour booking']],
  ['budget', ['please split the budget evenly', 'the Okoyes pay a quarter of the budget']],
  ['delete-trip', ['delete our holiday', 'wipe the whole trip']],
  ['what-changed', ['who changed the budget', 'latest changes please']],
  ['add-expense', ['we covered the museum, 48 euros', 'the Okoyes spent 120 euros on groceries']],
];

describe('understanding free words', () => {
  const embedder = localEmbeddings({ workers: 1 });
  const understand = understanding(SKILLS, intentClassifier(embedder, skillIntents()));
  beforeAll(() => embedder.ready());
  afterAll(() => embedder.close());

  const skillOf = async (text: string, more?: Partial<Session>): Promise<string> => {
    const understood = await understand(text, session(more), ME);
    if (understood.kind === 'skill') return understood.skill;
    return understood.kind === 'act' ? understood.act.skill : understood.kind;
  };

  test('should take at least nine in ten sayings it has not seen to the right skill', async () => {
    const misses: string[] = [];
    let count = 0;
    for (const [skill, sayings] of HELD_OUT) {
      for (const saying of sayings) {
        count += 1;
        const got = await skillOf(saying);
        if (got !== skill) misses.push(`${saying}: ${got}, not ${skill}`);
      }
    }
    expect(misses.length <= count / 10 ? [] : misses).toEqual([]);
  });

  test('should let no skill claim what is said of another', () => {
    for (const { name, examples } of SKILLS) {
      for (const text of examples) {
        const [claiming, rival] = SKILLS.filter(({ claims }) => claims?.(text)).map((skill) => skill.name);
        if (rival === undefined) expect([text, claiming ?? name]).toEqual([text, name]);
      }
    }
  });

  test.each(['we landed ten minutes ago', 'my cat is called Whiskers', 'asdf qwer zxcv', 'lovely weather here'])(
    'should not pretend to understand "%s"',
    async (text) => {
      expect(await skillOf(text)).toBe('unclear');
    },
  );

  test('should take a question that no skill claims to the documents', async () => {
    expect(await skillOf('is the old bridge lit at night?')).toBe('ask');
    for (const text of [
      'can we bring a stroller on the ferry?',
      'can we cancel the hotel',
      'is the deposit refundable if we cancel the hotel',
      'what is the cancellation policy for the tour',
      'are the tickets booked for a fixed time?',
      'when is the rest of the payment due?',
    ]) {
      expect([text, await skillOf(text)]).toEqual([text, 'ask']);
    }
  });

  test.each([
    ['hi', 'help'],
    ['Hello!', 'help'],
    ['hlep', 'help'],
    ['dmeo', 'demo'],
    ['thanks', 'thanks'],
    ['join K7QF42', 'join'],
    ['Poll: where to? A, B', 'new-poll'],
    ['PLAN', 'plan-itinerary'],
    ['day 3', 'show-itinerary'],
    ['back', 'back'],
    ['link k7qf42', 'link'],
    ['we are not vegan any more', 'forget-preference'],
    ['forget the nut allergy', 'forget-preference'],
    ['rename our family to Chen-Wu', 'rename-family'],
    ["who hasn't joined yet?", 'invitations'],
    ['did the Chens get the invitation?', 'invitations'],
    ['uninvite the Chens', 'invitations'],
    ['can the Chens come too? their number is +1 555 010 0302', 'invite'],
    ['we can come on the 4th of May after all', 'forget-preference'],
  ])('should know the command %s', async (text, skill) => {
    expect(await skillOf(text)).toBe(skill);
  });

  test('should not take thanks with a question for thanks alone', async () => {
    expect(await skillOf('thanks, when is dinner?')).toBe('ask');
  });

  const choices = [
    { label: 'Lisbon', act: { skill: 'use-trip', input: { trip: 'trip_1' } } },
    { label: 'Porto', act: { skill: 'use-trip', input: { trip: 'trip_2' } } },
  ];
  const asked = { [ME]: { choices, at: '2027-01-01T00:00:00Z' } };

  test("should answer a list with its number, its words, and nobody else's number", async () => {
    expect(await understand('2', session({ asked }), ME)).toEqual({ kind: 'act', act: choices[1]?.act });
    expect(await understand('porto', session({ asked }), ME)).toEqual({ kind: 'act', act: choices[1]?.act });
    expect(await understand('3', session({ asked }), ME)).toEqual({ kind: 'out-of-range', most: 2 });
    expect(await understand('2', session({ asked }), 'another')).toMatchObject({ kind: 'act', act: { skill: 'vote' } });
  });

  it('should hear a message that puts itself right as it was meant', async () => {
    expect(await understand('we paid 25 pounds, no wait, 30 pounds for snacks', {}, ME)).toMatchObject({
      skill: 'add-expense',
      text: 'we paid 30 pounds for snacks',
    });
  });

  it('should take a vote and the question beside it for two', async () => {
    const said = await understand('2, but is there parking?', {}, ME);
    expect(said).toMatchObject({ kind: 'several', requests: [{ skill: 'vote', text: '2' }, { skill: 'ask' }] });
  });

  it('should know a command that begins a message but for a slip', async () => {
    expect(await understand('invte the lees and the smiths', {}, ME)).toMatchObject({ kind: 'skill', skill: 'invite' });
  });

  it('should not guess a skill for what points back and is like nothing', async () => {
    const lately = { [ME]: { skill: 'why', text: 'why the aquarium' } };
    expect(await understand('make it cheaper', { lately }, ME)).not.toMatchObject({ skill: 'finalize-poll' });
  });

  test('should take a word of consent or refusal for the choice it means, and ask a bare yes by text for its number', async () => {
    const [yes, no] = [
      { label: 'Yes, delete it', act: { skill: 'delete-trip', input: { tripId: 'trip_1' } } },
      { label: 'No, keep it', act: { skill: 'trip-summary', input: {} } },
    ] as const;
    const sure = session({ asked: { [ME]: { choices: [yes, no], at: '2027-01-01T00:00:00Z' } } });
    for (const text of ['yeah', 'OK', 'go ahead!']) {
      expect(await understand(text, sure, ME)).toEqual({ kind: 'act', act: yes.act });
    }
    for (const text of ['no', 'No thanks']) {
      expect(await understand(text, sure, ME)).toEqual({ kind: 'act', act: no.act });
    }
    expect(await understand('YES', sure, ME)).toEqual({ kind: 'out-of-range', most: 2, yes: true });
    expect(await understand('yes please', sure, ME, () => true, true)).toEqual({ kind: 'act', act: yes.act });
    expect(await understand('yeah', sure, 'another')).not.toMatchObject({ kind: 'act' });
  });

  test('should take another answer for the vote that is meant instead', async () => {
    const change = { skill: 'vote', text: 'the second one', what: 'your vote' };
    const lately = { [ME]: { skill: 'vote', text: 'the second one', change } };
    const meant = (text: string) => understand(text, session({ lately }), ME);
    expect(await meant('no wait, the first')).toMatchObject({ kind: 'skill', skill: 'vote', text: 'the first' });
    expect(await meant('no, what is the wifi password in the house?')).toMatchObject({ skill: 'ask' });
  });

  test('should take a name for the answer to a question for it, whatever else is told beside it', async () => {
    const expecting = { [ME]: { skill: 'call-me', slot: 'name', input: {} } };
    const meant = (text: string) => understand(text, session({ expecting }), ME);
    expect(await meant('Rita Silva, we are 2 adults and kids 6 and 9')).toMatchObject({
      skill: 'call-me',
      slot: 'name',
    });
    expect(await meant('we are 2 adults, a boy of 6 and a girl of 9')).toMatchObject({ skill: 'describe-family' });
  });

  test('should give the next words to the skill that asked, unless they are a command', async () => {
    const expecting = { [ME]: { skill: 'new-trip', slot: 'destination', input: {} } };
    expect(await understand('Lisbon, 11-15 June', session({ expecting }), ME)).toMatchObject({
      kind: 'skill',
      skill: 'new-trip',
      slot: 'destination',
    });
    expect(await skillOf('back', { expecting })).toBe('back');
  });
});

describe('what single words mean', () => {
  test.each([
    'stop',
    'STOP',
    'Unsubscribe',
    'stop please',
    'please stop texting me',
    'stop sending me messages',
    'no more texts please',
    'opt me out',
  ])('should take "%s" for an opt-out', (text) => {
    expect(asksToStop(text)).toBe(true);
  });
  test.each(['stop the poll', 'where is the bus stop', 'back', 'can we stop at the lake', 'the end of june', 'yes'])(
    'should not take "%s" for one',
    (text) => {
      expect(asksToStop(text)).toBe(false);
    },
  );

  test('should read a code wherever it stands', () => {
    expect(readCode('join k7qf42')).toBe('K7QF42');
    expect(readCode('Hi, my code is K7QF42, thanks')).toBe('K7QF42');
    expect(readCode('i was invited with a code')).toBeUndefined();
  });

  test('should read where a trip goes', () => {
    expect(readDestination('start a trip to Lisbon 11-15 June 2027', false)).toBe('Lisbon');
    expect(readDestination('new trip to New York with two families', false)).toBe('New York');
    expect(readDestination('Lisbon, ', true)).toBe('Lisbon');
    expect(readDestination('new trip', true)).toBeUndefined();
  });

  test('should know an option by its words, and none when two could be meant', () => {
    const options = ['Taverna do Capitao', 'Salty Pelican', 'Pizza Roma', 'Pizza Milano'].map((text, index) => ({
      optionId: `opt_${index}`,
      text,
    }));
    expect(matchOption({ options }, 'we vote for the taverna')).toBe('opt_0');
    expect(matchOption({ options }, 'salty pelican please')).toBe('opt_1');
    expect(matchOption({ options }, 'pizza')).toBeUndefined();
    expect(matchOption({ options }, 'the second one')).toBeUndefined();
  });

  test('should forgive one slip and no more', () => {
    expect(oneSlip('help', 'hlep')).toBe(true);
    expect(oneSlip('results', 'result')).toBe(true);
    expect(oneSlip('results', 'resutls')).toBe(true);
    expect(oneSlip('plan', 'plane')).toBe(true);
    expect(oneSlip('demo', 'dome')).toBe(false);
    expect(oneSlip('help', 'help')).toBe(false);
  });
});
