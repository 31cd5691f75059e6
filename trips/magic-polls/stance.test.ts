import { disputedIn, mayTakeAStance, readStance, type Stance } from './stance.ts';

const TRIP = { startDate: '2027-06-11', endDate: '2027-06-15' };
const at = (minutes: number): string => new Date(Date.parse('2027-03-01T10:00:00Z') + minutes * 60_000).toISOString();

/** Reads a conversation, `who: what`; what the last message makes disputed. */
const after = (...lines: readonly string[]) => {
  const heard: Stance[] = [];
  let disputed: ReturnType<typeof disputedIn>;
  for (const [minute, line] of lines.entries()) {
    const [who = '', what = ''] = line.split(/: (.*)/);
    const said = readStance(what, who, TRIP, at(minute));
    disputed = said && disputedIn(heard, said);
    if (said) heard.push(said);
  }
  return disputed;
};

test.each([
  [['silva: let’s eat fish on Saturday', "chen: we'd rather have pizza on Saturday"], 'dining', '2027-06-12'],
  [["silva: let's go to the zoo on Saturday", "chen: we can't do Saturday"], 'date', undefined],
  [["chen: we can't make Sunday", "silva: let's visit the castle on Sunday"], 'date', undefined],
  [['silva: how about the Ritz hotel?', 'chen: that hotel is too expensive for us'], 'lodging', undefined],
  [['silva: we want to visit the castle', "chen: the kids don't want another castle"], 'activity', undefined],
  [
    ["silva: let's take the train from the airport", 'chen: we would rather take a taxi instead'],
    'transport',
    undefined,
  ],
])('%j is a disagreement', (lines, category, day) => {
  expect(after(...lines)).toMatchObject({ category, ...(day && { day }) });
});

test('what a day is disputed for stands in its words', () => {
  expect(after("silva: let's go to the zoo on Saturday", "chen: we can't do Saturday")?.words).toContain('zoo');
});

test.each([
  [["silva: let's eat fish on Saturday", "silva: we'd rather have pizza"], 'one family alone'],
  [['silva: that restaurant is too expensive', "chen: yes, we can't afford that restaurant"], 'both against the same'],
  [["silva: let's eat pizza", "chen: we'd love pizza"], 'both for the same'],
  [["silva: let's eat fish on Saturday", "chen: we'd rather see the castle on Sunday"], 'different things'],
  [["silva: let's eat fish on Friday", "chen: we'd rather have pizza on Saturday"], 'different days'],
  [['silva: when is breakfast?', "chen: we'd rather have a late breakfast"], 'a question'],
  [['silva: what a lovely hotel', "chen: we can't wait"], 'no stance at all'],
])('%j is none: %s', (lines) => {
  expect(after(...lines)).toBeUndefined();
});

test('what was said hours ago is another conversation', () => {
  const early = readStance("let's eat fish", 'silva', TRIP, at(0));
  const late = readStance("we'd rather have pizza", 'chen', TRIP, at(121));
  if (!early || !late) throw new Error('no stance');
  expect(disputedIn([early], late)).toBeUndefined();
  expect(disputedIn([early], { ...late, at: at(119) })).toBeDefined();
});

test('nothing of a message is kept but a few telling words', () => {
  const said = readStance("we'd rather not eat at the Pelican, my sister was ill there", 'chen', TRIP, at(0));
  expect(said?.words.length).toBeLessThanOrEqual(12);
  expect(Object.keys(said ?? {}).sort()).toEqual(['at', 'category', 'day', 'familyId', 'says', 'words']);
});

test.each([
  'good morning everyone',
  'we arrived at the hotel',
  'x'.repeat(5_000),
  `we'd rather ${'very '.repeat(100)}eat`,
])('a message that is for or against nothing, or long, is not listened to: %#', (text) => {
  expect(mayTakeAStance(text)).toBe(false);
});
