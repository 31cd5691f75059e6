import { complaintsAbout } from '../test/adaptive-card-rules.ts';
import { pollForm } from './poll-form.ts';

const LISBON = { id: 'trip_1', name: 'Lisbon 2027' };
const OSLO = { id: 'trip_2', name: '**Oslo** <at>all</at>' };

const inputs = (form: ReturnType<typeof pollForm>) =>
  form.body.flatMap((element) => (element.type === 'RichTextBlock' ? [] : [[element.id, element.value]]));

test('it asks for a question and its options, and for the trip only where there is a choice', () => {
  const one = pollForm([LISBON]);
  expect(complaintsAbout(one)).toEqual([]);
  expect(inputs(one)).toEqual([
    ['question', undefined],
    ['options', undefined],
  ]);
  const two = pollForm([LISBON, OSLO]);
  expect(complaintsAbout(two)).toEqual([]);
  expect(inputs(two)[0]).toEqual(['tripId', 'trip_1']);
});

test('shown again it says what was wrong and keeps what was written', () => {
  const again = pollForm(
    [LISBON, OSLO],
    { tripId: 'trip_2', question: 'Dinner?', options: 'A\nA' },
    'Two are the same.',
  );
  expect(complaintsAbout(again)).toEqual([]);
  expect(JSON.stringify(again.body[0])).toContain('Two are the same.');
  expect(inputs(again)).toEqual([
    ['tripId', 'trip_2'],
    ['question', 'Dinner?'],
    ['options', 'A\nA'],
  ]);
  expect(inputs(pollForm([LISBON, OSLO], { tripId: 'trip_none' }))[0]).toEqual(['tripId', 'trip_1']);
});
