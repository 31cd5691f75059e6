import { evidenceOf } from '../../../test/evidence-of.ts';
import { NOBODY } from '../../retrieve/people.ts';
import { besideThePoint } from './beside-the-point.ts';

const beside = (text: string, told: string, heading?: string): readonly string[] => {
  const { part, sentence } = evidenceOf(text, told, heading);
  return besideThePoint(part, sentence, NOBODY);
};

test.each([
  ['is there an iron', 'The summit trail has ladders and bars.', 'ofNoSuchThing'],
  ['is there a lift in the tower', 'The tower has 84 steps.', 'ofNoSuchThing'],
  ['do we need a visa', 'Cash or cheques only.', 'ofNoSuchThing'],
  ['is lunch included', 'The bus is included.', 'ofNoSuchThing'],
  ['can we rent goggles', 'Boots can be rented by the day.', 'ofNoSuchThing'],
  ['does the barge have a dishwasher', 'The barge has two plates for cooking.', 'ofNoSuchThing'],
  ['is there a cash machine', 'We take no cards of the National Bank.', 'ofNoSuchThing'],
  ['how big is the chalet', 'The bathroom of the chalet has a step of 18 cm.', 'ofNoMeasure'],
  ['what does the insurance cost', 'Cover it after use, or you pay EUR 45.', 'ofAnotherThing'],
  ['how much is the washing machine', 'A wash of the car is EUR 7.', 'ofAnotherThing'],
  ['how tall is the ice palace', 'The ice slide is 120 m long.', 'ofAnotherThing'],
  ['how tall is the tower', 'Climbers of the tower must be at least 110 cm.', 'ofNoMeasure'],
  ['how old is the castle', 'The castle is free for children under 6.', 'ofNoMeasure'],
  ['how big is the barge', 'The barge leaves on 14 February.', 'ofNoMeasure'],
  ['how many cabins are there', 'Cabins from 15 to 18 June, 14:30.', 'ofNoCount'],
])('%j is not answered by %j: %s', (question, told, how) => {
  expect(beside(question, told)).toContain(how);
});

test.each([
  ['is there an iron', 'An iron hangs in the cupboard.'],
  ['is there a lift in the tower', 'The tower has 84 steps and no lift.'],
  ['do we need a visa', 'No visa is needed for ninety days.'],
  ['is lunch included', 'Lunch and water are included.'],
  ['is the bus back from Arva included', 'The bus is included.'],
  ['does the barge have a dishwasher', 'Dishwasher tablets are under the sink.'],
  ['what does the insurance cost', 'Insurance is EUR 9 a day.'],
  ['how tall is the tower', 'The tower is 41 m high.'],
  ['how old is the castle', 'The castle was built in 1432.'],
  ['how big is the barge', 'The barge is 14 by 4 metres.'],
  ['how old are the kids', 'The kids are 4 and 7 years old.'],
  ['how many cabins are there', 'Cabins 4, 5 and 6 are yours.'],
])('%j may be answered by %j', (question, told) => {
  const stated = ['ofNoSuchThing', 'ofAnotherThing', 'ofAnotherPlace', 'ofNoMeasure', 'ofNoCount'];
  expect(beside(question, told).filter((how) => stated.includes(how))).toEqual([]);
});

test('what stands under the thing is told of it', () => {
  expect(beside('is there a sauna', 'Open from four to nine.', 'House > Sauna')).not.toContain('ofNoSuchThing');
});

test('a legend spells out what a row says by a letter', () => {
  const { part, sentence } = evidenceOf('does the upper house have showers', 'Upper house | Signs: T S');
  const { passage } = sentence;
  const units = [...passage.units, 'T = toilets, S = showers'];
  const withLegend = { ...sentence, passage: { ...passage, units } };
  expect(besideThePoint(part, sentence, NOBODY)).toContain('ofNoSuchThing');
  expect(besideThePoint(part, withLegend, NOBODY)).not.toContain('ofNoSuchThing');
});

test('another place is told of where a paper of its own has its name, and this one never', () => {
  const { part, sentence } = evidenceOf('is there parking at the mill', 'Parking is free for two hours.');
  const fits = sentence.fits.map((fit) => ({ ...fit, namedElsewhere: fit.term.word === 'mill' }));
  expect(besideThePoint(part, sentence, NOBODY)).not.toContain('ofAnotherPlace');
  expect(besideThePoint(part, { ...sentence, fits }, NOBODY)).toContain('ofAnotherPlace');
  const named = evidenceOf('is there parking at the mill', 'Parking at the mill is free.').sentence;
  const all = named.fits.map((fit) => ({ ...fit, namedElsewhere: true }));
  expect(besideThePoint(part, { ...named, fits: all }, NOBODY)).not.toContain('ofAnotherPlace');
});
