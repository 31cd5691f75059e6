import { cpuTimeOf } from '../../../test/cpu-time.ts';
import { conversationOf } from '../../retrieve/spoken-of.ts';
import { holdsAnswer, kindAsked } from './answer-kind.ts';
import { type QuestionPart, readQuestion } from './question.ts';

const read = (text: string, history: readonly string[] = [], names: readonly string[] = []): readonly QuestionPart[] =>
  readQuestion(
    text,
    conversationOf(
      history,
      names.map((name) => ({ name, passages: 1 })),
      { passages: names.length, frequencies: new Map() },
    ),
  );

const words = (
  text: string,
  history: readonly string[] = [],
  names: readonly string[] = [],
): readonly (readonly string[])[] => read(text, history, names).map(({ terms }) => terms.map(({ word }) => word));

describe('a question', () => {
  it.each([
    ['when can we check in? do they have a cot', ['when can we check in', 'do they have a cot']],
    ['what time is breakfast and how much is it?', ['what time is breakfast', 'how much is it']],
    ['Hi! is there parking, and do they take dogs?', ['is there parking', 'do they take dogs']],
    ['We land at noon. Where do we get the keys?', ['Where do we get the keys']],
    ['the address please', ['the address please']],
  ])('%j is taken apart', (text, parts) => {
    expect(read(text).map((part) => part.text)).toEqual(parts);
  });

  it.each([
    ['can my sister drive the car', 'sister'],
    ['what happens if grandma is ill', 'grandma'],
  ])('%j asks of a rule for everybody, and %s need not stand in it', (text, who) => {
    expect(read(text)[0]?.terms.find(({ word }) => word === who)?.weight).toBeLessThan(0.5);
  });

  it('takes whoever should do a thing at some time for somebody it is asked for', () => {
    const whom = (text: string): readonly string[] =>
      (read(text)[0]?.terms ?? []).flatMap((term) => (term.whom ? [term.word] : []));
    expect(whom('when should ben take his pill')).toEqual(['ben']);
    expect(whom('when does junie nap')).toEqual([]);
  });

  it('takes a thing in the plural, or with other names, for nobody', () => {
    const whom = (text: string): readonly string[] =>
      (read(text)[0]?.terms ?? []).flatMap((term) => (term.whom ? [term.word] : []));
    expect(whom('are bikes allowed on the bus')).toEqual([]);
    expect(whom('is breakfast included')).toEqual([]);
    expect(whom('is otis allowed on the boat')).toEqual(['otis']);
    expect(whom('do kids pay')).toEqual(['kids']);
  });

  it('puts the thing asked about in place of "it"', () => {
    expect(words('what time is breakfast and how much is it?')[1]).toContain('breakfast');
    expect(words('how much is it?', ['when is the river tour', 'It starts at 10:00 [1].'])[0]).toEqual(
      expect.arrayContaining(['river', 'tour']),
    );
  });

  it('takes "there" for the name spoken of last, in whichever turn it stands', () => {
    const names = ['guide.md', 'Serralves', 'Sea Life', 'Breakfast'];
    const [part] = read(
      'what does it cost there?',
      ['tell me about sea life', 'and Serralves?', 'It has a treetop walk.'],
      names,
    );
    expect(part?.topic).toEqual(['Serralves']);
    expect(part?.terms.map(({ word }) => word)).toEqual(expect.arrayContaining(['serralves']));
  });

  it.each([
    ['which restaurants are open late?', true],
    ['what museums are there?', true],
    ['tell us about the beaches', true],
    ['what is our confirmation number?', false],
    ['what was the price?', false],
    ['which bus goes to the castle?', false],
    ['what does it cost?', false],
  ])('%j wants several things: %s', (text, many) => {
    expect(read(text)[0]?.many ?? false).toBe(many);
  });

  it('that names something else is not dragged back', () => {
    const [part] = read('is Sea Life open on monday?', ['tell me about Serralves'], ['Serralves', 'Sea Life']);
    expect(part?.topic).toEqual([]);
    expect(part?.terms.map(({ word }) => word)).not.toContain('serralves');
  });

  it('of nothing is no question', () => {
    expect(read('')).toEqual([]);
    expect(read('???')).toEqual([]);
    expect(read('and what is it')).toEqual([]);
  });

  it.each([
    'what '.repeat(20_000),
    'when can '.repeat(20_000),
    'a and is '.repeat(20_000),
    '?'.repeat(50_000),
    'who number '.repeat(10_000),
  ])('made to be slow is read quickly (%#)', (text) => {
    expect(cpuTimeOf(() => read(text, [text], [text.slice(0, 100)]))).toBeLessThan(100);
  });
});

describe('the kind of answer', () => {
  it.each([
    ['how much is the cot', 'money'],
    ['what does parking cost', 'money'],
    ['what time is breakfast', 'clock'],
    ['when is the race', 'time'],
    ['how long is the tour', 'duration'],
    ['how far can emil walk', 'number'],
    ['where is the pool', 'place'],
    ['what is the address of the villa', 'address'],
    ["what's folake's number", 'phone'],
    ['who do i call if the car breaks down', 'phone'],
    ['what is our booking reference number', 'code'],
    ['who sleeps downstairs', 'person'],
    ['is there a phone in the room', 'yes-no'],
    ['what can we do when it rains', 'open'],
  ])('%j wants %s', (question, kind) => {
    expect(kindAsked(question)).toBe(kind);
  });

  it.each([
    ['money', 'A cot is EUR 9 a night.', true],
    ['money', 'Children under 4 ride free.', true],
    ['money', 'The train leaves at 9:14 from platform 5.', false],
    ['clock', 'Rooms are ready from 15:20.', true],
    ['clock', 'The pool is on the roof.', false],
    ['phone', 'Call +351 289 555 019 at any time.', true],
    ['phone', 'Call us before 9:00.', false],
    ['address', 'Travessa do Alecrim 27, 1200-019 Lisboa', true],
    ['address', 'The total is EUR 1,184.00.', false],
    ['duration', 'It lasts two and a half hours.', true],
  ] as const)('%s in %j: %s', (kind, text, holds) => {
    expect(holdsAnswer(kind, text) > 0).toBe(holds);
  });

  it('asks how long beforehand of what was spoken of, where nothing but that is asked', () => {
    expect(
      words('when do we have to be there?', ['when does the raft leave', 'The raft leaves at 12:30 [1].'])[0],
    ).toContain('beforehand');
  });
});
