import { evidenceOf } from '../../../test/evidence-of.ts';
import { termsOf } from '../../words/terms.ts';
import { contradictions } from './contradicted.ts';

const PEOPLE = new Set(termsOf('Emeka Sixten Mila').map(({ stem }) => stem));

const against = (text: string, told: string, heading?: string): readonly string[] => {
  const { part, sentence } = evidenceOf(text, told, heading);
  return contradictions(part, sentence, PEOPLE);
};

test.each([
  ['what time does the deer park open in june', 'July and August: 9:00 to 18:00', 'ofOtherDays'],
  ['when do we fly out on the 20th of june', 'Out: Saturday 13 June, Hamar 7:25 - Vesoy 9:40', 'ofOtherDays'],
  ['how much is a pass in high season', 'Low season | Adult: EUR 48', 'ofOtherSeason'],
  ['what does a ticket cost for an 8 year old', 'Youth (12 to 17) EUR 36', 'ofOtherAges'],
  ['when is the flight out', 'Return: Sunday 21 June, Vesoy 18:05 - Hamar 20:15', 'ofOtherWay'],
  ['when is our flight home', 'Out: Saturday 13 June, Hamar 7:25 - Vesoy 9:40', 'ofOtherWay'],
  ['what time is the train from hamar to vesoy', 'SK 423 | Vesoy 18:05 - Hamar 20:15', 'ofOtherDirection'],
  ['what does the house cost in total', 'A deposit of EUR 300 is paid on arrival.', 'ofAPart'],
  ['what time does the museum close', 'The museum opens at 9:00, adults NOK 140.', 'ofOtherEnd'],
  ['when is the first bus in the morning', 'The last one back leaves at 20.45.', 'ofOtherTurn'],
  ['when does the last ferry go', 'The first ferry leaves at 6:10.', 'ofOtherTurn'],
  ['when does the post office open', 'The cash machine of the post office takes cards 8:45 to 18:00.', 'ofOtherHours'],
  ['how many beds are there', 'Dinner at the mill by the river is booked for ten persons.', 'ofOtherThings'],
  ['room numbers at the cove', 'Booking CC90417, three garden rooms, Thursday to Sunday', 'ofOtherNumbering'],
  ['what is the gate code', 'Reservation code 7QTR2X', 'ofOtherCode'],
  ['which quay does the boat leave from', 'Return by coach at 16:00 from the quay in Vik', 'ofTheWayBack'],
  ['does mila pay on the raft', 'Cards cannot be used on the raft.', 'ofTheMeans'],
  ['phone number of the clinic', 'Ambulance 150; police 190.', 'ofTheRescue'],
  ['what time does the kiln close', 'Stop at the kiln on the way to Vik, opens at 9:00', 'ofOtherEnd'],
  ['what should nobody forget', 'Forget', 'ofNothingNew'],
  ["who's the teacher", 'No sweets, the teacher asked.', 'ofNoName'],
  ['what is emeka allergic to', 'Sixten has an allergy to nuts.', 'ofNobody'],
  ['phone number of the clinic', 'Ambulance 150, police 190; the clinic is open at night.', 'ofTheRescue'],
  ['is emeka allergic to something', 'No dogs, since my son has an allergy.', 'ofNobody'],
  ['does the innkeeper take cards', 'With respect, Emi Tanabe, innkeeper', 'isParting'],
  ['who sleeps in the folding bed', 'Beds: two queens, one folding bed', 'ofNoName'],
  ["who is mila's doctor", 'Mila broke her wrist, the doctor said.', 'ofNoName'],
  ['how much is a cot', 'Blue room | Sleeps: 2 + cot; Night: EUR 80', 'ofOtherCell'],
])('%j is contradicted by %j: %s', (question, told, how) => {
  expect(against(question, told)).toEqual([how]);
});

test.each([
  ['what time does the deer park open in june', 'April to June: 10:00 to 17:00'],
  ['what time does the deer park open in july', 'Until 31 August: 9:00 to 18:00'],
  ['is the deer park open in june', 'July and August: 9:00 to 18:00'],
  ['how much is a pass in high season', 'Adult | Low season: EUR 48; High season: EUR 62'],
  ['what does a ticket cost for an 8 year old', 'Child (6 to 11) EUR 24, youth (12 to 17) EUR 36'],
  ['what does a ticket cost for an 8 year old', 'The river tour, 9:30 to 11:00, is EUR 12 for everybody.'],
  ['what does a ticket cost, ida is 30', 'Under 12 free, adults EUR 20'],
  ['when is the flight out', 'Out: Saturday 13 June, Hamar 7:25 - Vesoy 9:40'],
  ['what time is the train from hamar to vesoy', 'SK 418 | Hamar 7:25 - Vesoy 9:40'],
  ['what does the house cost in total', 'The total is EUR 900, of which EUR 300 are a deposit.'],
  ['what time does the museum close', 'The museum opens at 9:00 and closes at 17:00.'],
  ['what time does the museum close', 'The museum is open from 9:00 to 17:00.'],
  ['when does the last ferry go', 'The first ferry leaves at 6:10, the last at 22:40.'],
  ['when does the last ferry go', 'First ferry 6:10, then hourly until 22:40.'],
  ['mila weighs 19 kg, how many tablets', 'Children from 11 to 20 kg: one tablet.'],
  ['is the shoe size of mila ok for the walk', 'Boots from size 35.'],
  ['how much is the mila suite', 'Suite 204 | Family: Mila, 5 people; Price per night: CHF 410'],
  ['when does the market open', 'Christmas market: daily 11:00 to 20:30'],
  ['how many beds are there', 'The blue apartment on the first floor has two double beds.'],
  ['how many people does it sleep', 'The blue apartment on the first floor, sleeps six in all.'],
  ['room numbers at the cove', 'Family rooms 204 and 207, three garden rooms'],
  ['what is the gate code', 'Code of the front gate: 4471'],
  ['what is the booking code', 'Reservation code 7QTR2X'],
  ['which quay does the boat leave from', 'From quay 3, back at 16:00'],
  ['what time does the boat leave from vik', 'Back from Vik at 17:00'],
  ['does mila pay on the raft', 'Cash only on the raft: EUR 8, under 4 free.'],
  ['phone number of the clinic', 'The clinic: +212 524 55 01 07, ambulance 150'],
  ['who do we call in an emergency', 'Ambulance 150, police 190'],
  ['is there a sauna', 'Sauna'],
  ['is emeka allergic to something', 'Emeka has an allergy to dogs.'],
  ['who sleeps in the folding bed', 'Sixten takes the folding bed.'],
  ['who sleeps in the folding bed', 'The folding bed is for the driver.'],
  ['who has to pay the tax', 'City tax from 13 years: EUR 4 a night'],
  ['how tall must emeka be', 'The least height is 1.20 m.'],
  ['how much is a cot', 'Cot | Night: EUR 8; Deposit: none'],
])('%j is not contradicted by %j', (question, told) => {
  expect(against(question, told)).toEqual([]);
});

test('the heading right above tells the day where the sentence names none', () => {
  expect(against('what time is dinner on 5 april', 'Dinner at 20:00 in the hall', 'Spain > Friday 9 April')).toEqual([
    'ofOtherDays',
  ]);
  expect(against('what time is dinner on 9 april', 'Dinner at 20:00 in the hall', 'Spain > Friday 9 April')).toEqual(
    [],
  );
});
