import fc from 'fast-check';
import { complaintsAbout } from '../test/adaptive-card-rules.ts';
import { type AdaptiveCard, MAX_CARD_BYTES, renderAdaptive } from './render-adaptive.ts';
import type { Card, Choice, ItineraryCard, PollCard } from './reply.ts';

const expectGood = (cards: readonly AdaptiveCard[]): void => {
  for (const card of cards) {
    expect(complaintsAbout(card)).toEqual([]);
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(MAX_CARD_BYTES);
  }
};

const dinner: PollCard = {
  kind: 'poll',
  pollId: 'poll_1',
  question: 'Where do we eat on Friday night?',
  askedBy: 'Ana (Silva)',
  status: 'open',
  options: [
    { optionId: 'o1', text: 'Taverna do Capitao', details: 'Italian', price: '~EUR 22', votes: 0, mine: false },
    { optionId: 'o2', text: 'Salty Pelican', details: 'fish', price: '~EUR 31', votes: 1, mine: true },
  ],
  votingFor: 'Chen',
  closes: 'Thu 20:00',
  waitingFor: ['Okoye'],
};

const wordsOf = (card: AdaptiveCard | undefined): string =>
  (card?.body ?? [])
    .flatMap((element) => (element.type === 'RichTextBlock' ? [element.inlines.map(({ text }) => text).join('')] : []))
    .join('\n');

const buttonsOf = (card: AdaptiveCard | undefined) =>
  (card?.body ?? []).flatMap((element) => (element.type === 'ActionSet' ? element.actions : []));

const only = (cards: readonly AdaptiveCard[]): AdaptiveCard => {
  expect(cards).toHaveLength(1);
  return cards[0] as AdaptiveCard;
};

test('an open poll shows who asks, prices, own choice, counts, who is missing and when it ends', () => {
  const card = only(renderAdaptive(dinner, [], { actions: 'execute' }));
  expectGood([card]);
  expect(wordsOf(card)).toBe(
    [
      'Where do we eat on Friday night?',
      'Ana (Silva) asks',
      '1. Taverna do Capitao',
      'Italian · ~EUR 22',
      '░░░░░░░░░░ 0 families',
      "✓ 2. Salty Pelican (your family's choice)",
      'fish · ~EUR 31',
      '██████████ 1 family',
      'Waiting for the Okoyes.',
      'Voting ends Thu 20:00.',
      'You vote for the Chens: one family, one vote. Choose another to change it until voting ends.',
    ].join('\n'),
  );
});

test('in Teams an option is voted for by Action.Execute with an Action.Submit for clients that know no better', () => {
  const card = only(renderAdaptive(dinner, [], { actions: 'execute' }));
  const act = { skill: 'vote', input: { pollId: 'poll_1', optionId: 'o2' } };
  expect(buttonsOf(card)[1]).toEqual({
    type: 'Action.Execute',
    title: '2. Salty Pelican',
    verb: 'vote',
    data: { act },
    fallback: { type: 'Action.Submit', title: '2. Salty Pelican', data: { act } },
  });
});

test('in web chat an option is voted for by a plain Action.Submit', () => {
  const card = only(renderAdaptive(dinner, [], { actions: 'submit' }));
  expectGood([card]);
  expect(buttonsOf(card)[0]).toEqual({
    type: 'Action.Submit',
    title: '1. Taverna do Capitao',
    data: { act: { skill: 'vote', input: { pollId: 'poll_1', optionId: 'o1' } } },
  });
});

test.each([
  ['closed', 'Voting is closed. It is a tie.'],
  ['finalized', 'Settled. It is a tie.'],
] as const)('a %s poll says how it ended and has no buttons', (status, said) => {
  const card = only(renderAdaptive({ ...dinner, status, outcome: 'It is a tie.' }, [], { actions: 'execute' }));
  expectGood([card]);
  expect(wordsOf(card)).toContain(said);
  expect(wordsOf(card)).toContain('Did not vote: the Okoyes.');
  expect(wordsOf(card)).not.toContain('Voting ends');
  expect(buttonsOf(card)).toEqual([]);
});

test('a choice that repeats a vote is not a second button; another choice is', () => {
  const choices: readonly Choice[] = [
    { label: 'Salty Pelican', act: { skill: 'vote', input: { pollId: 'poll_1', optionId: 'o2' } } },
    { label: 'Close the poll', act: { skill: 'close', input: { pollId: 'poll_1' } } },
  ];
  const card = only(renderAdaptive(dinner, choices, { actions: 'execute' }));
  expect(buttonsOf(card).map(({ title }) => title)).toEqual([
    '1. Taverna do Capitao',
    '2. Salty Pelican',
    'Close the poll',
  ]);
});

test('all ten options keep their button, as many in a row as a phone has room for', () => {
  const options = Array.from({ length: 10 }, (_, n) => ({
    optionId: `o${n}`,
    text: `Place ${n}`,
    votes: 0,
    mine: false,
  }));
  const card = only(renderAdaptive({ ...dinner, options }, [], { actions: 'execute' }));
  expectGood([card]);
  expect(card.body.flatMap((element) => (element.type === 'ActionSet' ? [element.actions.length] : []))).toEqual([
    2, 2, 2, 2, 2,
  ]);
});

test('a choice too long for a button stands in full above it', () => {
  const act = { skill: 'close-poll', input: {} };
  const label = 'Where do we eat on Friday night, when everybody has arrived?';
  const card = only(
    renderAdaptive(
      undefined,
      [
        { label, act },
        { label: 'Taxi?', act },
      ],
      { actions: 'execute' },
    ),
  );
  expectGood([card]);
  expect(wordsOf(card)).toBe(`1. ${label}\n2. Taxi?`);
  expect(buttonsOf(card).map(({ title }) => title)).toEqual(['1. Where do we eat on Friday night…', '2. Taxi?']);
});

test('choices without a card become a card with the words and a button each', () => {
  const choices: readonly Choice[] = [
    { label: 'Try a sample trip', act: { skill: 'demo', input: {} } },
    { label: 'Start a trip', act: { skill: 'new-trip', input: {} } },
  ];
  const card = only(
    renderAdaptive(undefined, choices, { actions: 'execute', text: 'I help families plan.\n\nWhat next?' }),
  );
  expectGood([card]);
  expect(wordsOf(card)).toBe('I help families plan.\nWhat next?');
  expect(buttonsOf(card).map(({ title }) => title)).toEqual(['Try a sample trip', 'Start a trip']);
});

test('a reply without card, choices or words is no card', () => {
  expect(renderAdaptive(undefined, [], { actions: 'submit' })).toEqual([]);
});

test('facts are lines of label and value', () => {
  const card: Card = { kind: 'facts', title: 'Lisbon 2027', facts: [{ label: 'Dates', value: '11-15 June' }] };
  const rendered = only(renderAdaptive(card, [], { actions: 'submit' }));
  expectGood([rendered]);
  expect(wordsOf(rendered)).toBe('Lisbon 2027\nDates: 11-15 June');
});

const plan: ItineraryCard = {
  kind: 'itinerary',
  title: 'Lisbon 2027',
  days: [
    {
      label: 'Day 1, Fri 11 Jun',
      items: [
        { time: '15:20', title: 'Check in', note: 'side door' },
        { time: '19:00', title: 'Taverna', cost: 'EUR 90' },
      ],
    },
    { label: 'Day 2, Sat 12 Jun', items: [] },
  ],
  total: 'EUR 5,310 of EUR 6,000',
  checks: [
    { ok: true, text: 'within budget' },
    { ok: false, text: 'the museum is closed on Monday' },
  ],
  gaps: ['Sunday dinner'],
  link: 'https://pathfinder.example/s/8kQ2',
};

test('an itinerary shows its total, its checks, its days with times, what is open, and the whole plan to open', () => {
  const card = only(renderAdaptive(plan, [], { actions: 'execute' }));
  expectGood([card]);
  expect(wordsOf(card)).toBe(
    [
      'Lisbon 2027',
      'EUR 5,310 of EUR 6,000',
      '✓ within budget',
      '✗ the museum is closed on Monday',
      'Day 1, Fri 11 Jun',
      '15:20  Check in (side door)',
      '19:00  Taverna · EUR 90',
      'Day 2, Sat 12 Jun: free',
      'Still open',
      '• Sunday dinner',
    ].join('\n'),
  );
  expect(buttonsOf(card)).toEqual([
    { type: 'Action.OpenUrl', title: 'Open the whole plan', url: 'https://pathfinder.example/s/8kQ2' },
  ]);
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'JaVaScRiPt:alert(1)', 'not a link', 'file:///etc/passwd'])(
  'a link to %s is no button',
  (link) => {
    expect(buttonsOf(only(renderAdaptive({ ...plan, link }, [], { actions: 'submit' })))).toEqual([]);
  },
);

test('an itinerary over the size limit goes on over several numbered cards and loses nothing', () => {
  const days = Array.from({ length: 40 }, (_, day) => ({
    label: `Day ${day + 1}`,
    items: Array.from({ length: 12 }, (_, n) => ({
      time: `${n + 8}:00`,
      title: `Stop ${day}-${n} “quoted” 🏛️`,
      note: 'bring water',
    })),
  }));
  const cards = renderAdaptive({ ...plan, days }, [], { actions: 'execute' });
  expect(cards.length).toBeGreaterThan(2);
  expectGood(cards);
  const words = cards.map(wordsOf);
  expect(words[0]).toContain(`Lisbon 2027 (1 of ${cards.length})`);
  const all = words.join('\n');
  for (const { label, items } of days) {
    expect(all).toContain(label);
    for (const item of items) expect(all).toContain(item.title);
  }
  expect(buttonsOf(cards.at(-1)).map(({ type }) => type)).toEqual(['Action.OpenUrl']);
});

test.each(['**bold** _x_', '<at>everyone</at>', '<script>alert(1)</script>', '[free](javascript:alert(1))'])(
  'an option called %s shows as it was written',
  (text) => {
    const options = [{ optionId: 'o1', text, votes: 0, mine: false }];
    const card = only(renderAdaptive({ ...dinner, question: text, options }, [], { actions: 'execute' }));
    expectGood([card]);
    expect(JSON.stringify(card)).not.toContain('"TextBlock"');
    const runs = card.body.flatMap((element) => (element.type === 'RichTextBlock' ? element.inlines : []));
    expect(runs.map((one) => one.text)).toEqual(expect.arrayContaining([text, `1. ${text}`]));
  },
);

test('words that take more bytes than characters are paged by their bytes, and all of them are said', () => {
  const text = '漢'.repeat(8_000);
  const cards = renderAdaptive(undefined, [], { actions: 'execute', text });
  expect(cards.length).toBeGreaterThan(1);
  expectGood(cards);
  expect(cards.map(wordsOf).join('').replaceAll('\n', '')).toBe(text);
});

test('one saying without end is cut, so that its card stays one', () => {
  const endless = 'x'.repeat(100_000);
  const options = [{ optionId: 'o1', text: endless, details: endless, price: endless, votes: 0, mine: false }];
  const card = { ...dinner, question: endless, askedBy: endless, closes: endless, options };
  expectGood(renderAdaptive(card, [], { actions: 'execute' }));
});

test('an anonymous poll says that it is one, and shows no bar until it has closed', () => {
  const secret = { ...dinner, anonymous: true, options: dinner.options.map((one) => ({ ...one, votes: 0 })) };
  const open = wordsOf(only(renderAdaptive(secret, [], { actions: 'execute' })));
  expect(open).toContain('Anonymous: nobody sees who votes for what.');
  expect(open).not.toMatch(/[█░]/);
  const closed = { ...dinner, anonymous: true, status: 'closed' as const };
  expect(wordsOf(only(renderAdaptive(closed, [], { actions: 'execute' })))).toContain('██████████ 1 family');
});

test('who hears a card hears first what it is about, in words that no speech markup is read into', () => {
  const named = (card: Parameters<typeof renderAdaptive>[0]) =>
    renderAdaptive(card, [], { actions: 'execute', text: 'A question for every family:' }).map(({ speak }) => speak);
  expect(named(dinner)).toEqual(['Where do we eat on Friday night?']);
  expect(named({ ...dinner, question: '<audio src="x"/> or R&B?' })).toEqual(['audio src="x"/  or R B?']);
  expect(named(undefined)).toEqual([undefined]);
  const days = Array.from({ length: 60 }, (_, day) => ({
    label: `Day ${day}`,
    items: Array.from({ length: 6 }, () => ({ time: '10:00', title: 'x'.repeat(150) })),
  }));
  const pages = named({ kind: 'itinerary', title: 'Lisbon 2027', days, checks: [], gaps: [] });
  expect(pages.length).toBeGreaterThan(1);
  expect(new Set(pages)).toEqual(new Set(['Lisbon 2027']));
});

test('the plain words of a card are complete and their Markdown signs are escaped', () => {
  const options = [{ optionId: 'o1', text: '[x](y)', votes: 0, mine: false }];
  const card = only(renderAdaptive({ ...dinner, options }, [], { actions: 'execute' }));
  expect(card.fallbackText).toContain('Where do we eat on Friday night?');
  expect(card.fallbackText).toContain('1. \\[x\\](y)');
  expect(card.fallbackText).toContain('Voting ends Thu 20:00.');
});

const words = fc.string({ unit: 'grapheme', maxLength: 400 });
const poll = fc.record({
  kind: fc.constant('poll' as const),
  pollId: fc.uuid(),
  question: words,
  askedBy: words,
  status: fc.constantFrom('open' as const, 'closed' as const, 'finalized' as const),
  options: fc.array(
    fc.record({
      optionId: fc.uuid(),
      text: words,
      details: fc.option(words, { nil: undefined }),
      price: fc.option(words, { nil: undefined }),
      votes: fc.nat(6),
      mine: fc.boolean(),
    }),
    { minLength: 1, maxLength: 10 },
  ),
  votingFor: fc.option(words, { nil: undefined }),
  closes: fc.option(words, { nil: undefined }),
  waitingFor: fc.array(words, { maxLength: 6 }),
  outcome: fc.option(words, { nil: undefined }),
});

test('whatever people wrote, the cards are valid and under the size limit', () => {
  fc.assert(
    fc.property(poll, words, (card, text) => expectGood(renderAdaptive(card, [], { actions: 'execute', text }))),
    { numRuns: 60 },
  );
});
