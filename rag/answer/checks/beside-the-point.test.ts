import { evidenceOf } from '../../../test/evidence-of.ts';
import { termsOf } from '../../words/terms.ts';
import { besideThePoint } from './beside-the-point.ts';

const PEOPLE = new Set(termsOf('Emeka Sixten Mila').map(({ stem }) => stem));

const beside = (text: string, told: string, heading?: string): readonly string[] => {
  const { part, sentence } = evidenceOf(text, told, heading);
  return besideThePoint(part, sentence, PEOPLE);
};

test.each([
  ['what does a cat cost', 'Dogs cost EUR 9 a night.', 'ofASibling'],
  ['what does a cat cost', 'Pets: dogs EUR 9 a night.', 'ofASibling'],
  ['can we bring our cat', 'Dogs are welcome in the ground-floor rooms.', 'ofASibling'],
  ['what time is lunch', 'Breakfast is from 7:30 to 10:00.', 'ofASibling'],
  ['how much is diesel', 'Petrol is EUR 1.80 a litre at the harbour.', 'ofASibling'],
  ['is there a vegan stew', 'The vegetarian stew has cheese in it.', 'ofASibling'],
  ['how much is supper in the old mill', 'The old mill sells cider, EUR 6 a bottle.', 'ofTheWhole'],
  ['what does the ferry cost for students', 'Ferry: EUR 12', 'ofOtherGroup'],
  ['how much does an adult pay', 'Children pay EUR 4 at the gate.', 'ofOtherGroup'],
  ['how warm is it by day', 'Nights go down to 8 degrees.', 'ofOtherPartOfDay'],
  ['what time is the regatta on saturday', 'The regatta is held on Saturday.', 'ofNoHour'],
  ['what does a ticket cost', 'Tickets sold by the driver are EUR 0.80 more.', 'ofTheDifference'],
  ['how much is a key card', 'A lost key card is EUR 15.', 'ofAPenalty'],
  ['how many people is the raft booked for', 'The raft takes up to nine people.', 'ofTheRoom'],
  ['how many people are coming to the raft', 'The raft is moored at landing 4.', 'ofNoPeople'],
  ['how tall is mila', 'Mila is too short for the slide, 1.30 m is needed.', 'ofTheLimit'],
  ['is the mill pool heated', 'The mill pool is 12 m long.', 'ofNotBeingSo'],
  ['how far is the quarry lake', 'Rowing boats for up to 6 people at the quarry lake.', 'ofNoWay'],
  ['how much is the 2 day course', 'Course: 1 day EUR 60, 5 days EUR 240', 'ofAnother'],
  ['when is the abbey shop open', 'The abbey is open from 9:00 to 17:00.', 'ofTheWhole'],
  ["how much is the old mill's supper", 'The old mill sells cider, EUR 6 a bottle.', 'ofTheWhole'],
  ['is there an oven', 'The kitchen has a kettle and a fridge.', 'ofASibling'],
  ['does the lodge have a sauna', 'The spa behind the lodge seats five.', 'ofASibling'],
  ['how many people is the raft booked for', 'The raft costs EUR 90 for four hours.', 'ofNoPeople'],
  ['when do we leave vik', 'The boat lands in Vik at 14:20.', 'ofTheOtherEnd'],
  ['what time does the boat arrive', 'The boat sails at 9:40.', 'ofTheOtherEnd'],
  ['when is the first boat', 'The last boat is at 20:15.', 'ofTheLast'],
  ["who is mila's doctor", 'Mila broke her wrist in March.', 'ofTheOneNamed'],
  ['what is emeka allergic to', 'Emeka has asthma.', 'ofAnotherFact'],
  ["what isn't covered by the insurance", 'The insurance covers theft and fire.', 'ofWhatIsSo'],
  ['which day is the mill not open', 'The mill opens at 9:00 on Saturdays.', 'ofWhatIsSo'],
  ['what number do we call if the pump breaks down at night', 'Office: 555 0140 22, 8 to 17.', 'ofOfficeHours'],
  ['how much is the locker', 'The locker is by the door. The swing costs EUR 4 a go.', 'ofAnotherSentence'],
  ['is there a dress code', 'Life jackets are worn by everybody.', 'ofNoSuchThing'],
])('%j is not answered by %j: %s', (question, told, how) => {
  expect(beside(question, told)).toContain(how);
});

test.each([
  ['what does a cat cost', 'Cats and dogs cost EUR 9 a night.'],
  ['what does a cat cost', 'Every pet costs EUR 9 a night.'],
  ["what isn't covered by the insurance", 'The insurance covers theft, but not fire.'],
  ['which day is the mill not open', 'The mill is closed on Mondays.'],
  ['what does emeka not eat', 'Emeka is allergic to shrimps.'],
  ['what number do we call if the pump breaks down at night', 'Breakdowns, day and night: 555 0141 22.'],
  ['what number do we call if the pump breaks down', 'Office: 555 0140 22, 8 to 17.'],
  ['how much is the locker', 'The locker is by the door. It costs EUR 4.'],
  ['how much is the locker', 'There is a locker by the door. Price for guests: EUR 4.'],
  ['how deep is the mill pool', 'The mill pool is 1.40 m deep. Children only with an adult.'],
  ['can we bring our cat', 'No pets, please; the dog next door is enough.'],
  ['can we get there by train', 'There is only a bus.'],
  ['how much is a taxi from the bus station', 'A taxi is EUR 14 from the bus station.'],
  ['where is the pharmacy', 'Opposite the supermarket, behind the bank.'],
  ['is there a vegetarian stew', 'The vegan stew is made of beans.'],
  ['how much is supper in the old mill', 'Supper in the mill is EUR 19.'],
  ['what does the ferry cost for adults', 'Ferry: EUR 12'],
  ['how much does an adult pay', 'EUR 12 a head, children half.'],
  ['what does it cost in the mill for kids', 'Mill: EUR 4 under 12'],
  ['when is it open in the evening', 'From the morning on, 9:00 to 22:00.'],
  ['what time is the regatta on saturday', 'The regatta begins at 10:00.'],
  ['what do tickets from the driver cost', 'Tickets sold by the driver are EUR 0.80 more.'],
  ['what does a lost key card cost', 'A lost key card is EUR 15.'],
  ['how many people may come on the raft', 'The raft takes up to nine people.'],
  ['how tall must mila be', 'For the slide 1.30 m is needed.'],
  ['is the mill pool heated', 'In the mill pool the water is heated from May on.'],
  ['how far is the quarry lake', 'The quarry lake is a 10 minute walk from the mill.'],
  ['how much is the 2 day course', 'The course is EUR 60 a day.'],
  ['when is the abbey shop open', 'The shop is open from 9:00 to 17:00.'],
  ['how many cots does the farm have', 'One cot on each floor'],
  ['how many people is the raft booked for', 'Raft, booked for four.'],
  ['when do we leave vik', 'Vik 14:20 - Hamar 15:05'],
  ['when do we leave vik', 'The boat leaves Vik at 14:20 and lands in Hamar at 15:05.'],
  ['when is the first boat', 'First boat 8:00, last boat 20:15'],
  ['when is the last boat', 'From the first of May boats run from 8:00 to 20:15.'],
  ["who is mila's doctor", "Mila's doctor is Dr Sand."],
  ['what is emeka allergic to', 'Emeka has an allergy to dogs.'],
])('%j may be answered by %j', (question, told) => {
  expect(beside(question, told)).toEqual([]);
});

test('the heading above a sentence may name the thing', () => {
  expect(beside('how much is a cat', 'EUR 9, as for dogs', 'Cats')).toEqual([]);
  expect(beside('how much is supper in the mill', 'EUR 19 in the mill', 'Supper')).toEqual([]);
  expect(beside("what isn't covered by the insurance", 'Windows and tyres', 'Not insured')).toEqual([]);
});
