import { termsAsked, termsMeant } from './terms.ts';

const meantBy = (question: string): readonly string[] =>
  termsAsked(question).flatMap(({ stem, meant }) => (meant === undefined ? [] : [stem]));
const toldBy = (sentence: string): ReadonlySet<string> => new Set(termsMeant(sentence).map(({ stem }) => stem));

describe('what is asked of a trip', () => {
  it.each([
    ['when can we get into the villa', 'Check-in from 16:00'],
    ['when can we move in to the chalet', 'You may settle in from 13:00.'],
    ['when do we have to be out of the flat', 'Please vacate your room no later than 10:30.'],
    ['when must we leave the house', 'Entry from 5 p.m., exit 10 a.m.'],
    ['how do we open the gate', 'Gate code: 4471'],
    ['when does the last ferry come back', 'Last return 18:30'],
    ['where does the evangelia leave from', 'From the Adamas jetty, third boat from the left.'],
    ['who picks us up at the port', 'Stelios waits at the port with a sign.'],
    ['how early do we have to be at the pier', 'Boarding closes 20 minutes before sailing.'],
    ["when's the rest due", 'The balance is payable 14 days before arrival.'],
    ['what if we turn up late', 'Arrivals after 21:00: a key safe is beside the door.'],
    ['what if we get there after midnight', 'Late check-in: ring the night bell.'],
    ['what happens when the weather is bad', 'Trips are called off above force 5.'],
    ['is food included', 'All meals are covered by your fare.'],
    ['what must we leave as security', 'Bring a passport or leave CHF 100 per set, it is blocked on your card.'],
    ['we drop out in june, what happens', 'Cancellation: 60 days before, everything but EUR 200 is returned.'],
    ['do they take mastercard', 'We do not have a card machine.'],
    ['can we leave our bags after', 'Luggage can be stored with the porter until 20:00.'],
    ['can the hotel send our luggage ahead', 'Suitcases are forwarded to your next hotel.'],
    ['can we drink from the tap', 'Tap water: do not drink it.'],
    ['what time do we touch down in rome', 'Out Fri 22 Oct 06:25 Brussels - Rome 09:05'],
    ['how old must they be', 'Not for children under 7.'],
    ['is glaros open on tuesday', 'Daily 12:30 to midnight, rest day Tuesday.'],
    ['where do we throw the bottles', 'Glass goes into the green bin.'],
    ['can i lend my pass to my brother', 'Passes are not transferable.'],
    ['until when can we hand in the luggage', 'The desk for bags closes 45 minutes before take-off.'],
    ['they spelled her name wrong', 'Wrong names are mended for EUR 35.'],
    ['where can i change the baby', 'Changing table: first floor.'],
    ['what does it cost to get into the park', 'Entrance: 14 euros.'],
    ['how do we open the chalet door', 'The door has a keypad.'],
    ['where does the shuttle pick us up', 'Where: Door 2 at arrivals'],
    ['last ferry at night', 'Ferries run every 40 minutes from 5:40 to 23:20.'],
    ['when is the last metro', 'The metro runs until 1 am.'],
    ['when is there electricity', 'The generator runs 5:00 to 9:00.'],
    ['do we get food', 'Time: 9:30 to 15:00 with lunch'],
    ['can we drink from the tap', 'Tap water: boil it.'],
    ['wifi pw of the studio', 'Net: StudioNine, pass 9figs9.'],
    ['donde esta el punto de encuentro', 'Meet at the fountain.'],
    ['gate code', 'The gate opens with the remote control or with 2580.'],
    ['number for the key box', 'Key box by the door: press 4419.'],
    ['do kids ride free', 'Under 5s pay nothing.'],
    ['how many people are booked', '6 adults, 5 children'],
    ['can she swim by herself', 'Nobody under 12 swims alone.'],
    ['podemos dejar las maletas', 'Luggage room beside the desk.'],
    ['what time does the power go off', 'The generator stops at 22:00.'],
  ])('%j is told by %j', (question, sentence) => {
    const told = toldBy(sentence);
    expect(meantBy(question).some((stem) => told.has(stem))).toBe(true);
  });

  it.each([
    ['when can we get into the villa', 'Check-out by 10:00 at the latest.'],
    ['when do we have to be out of the flat', 'Breakfast is served in the garden.'],
    ['what must we leave as security', 'The pool is heated.'],
    ['when does it open', 'Quiet hours begin at 22:00.'],
    ['what is the latest we can go in', 'Check-in from 16:00'],
    ["which car can't go to town", 'Cancellation is free until May.'],
    ['where do our shoes go', 'Meet at the fountain.'],
    ['how do we open the chalet door', 'Open daily 9 to 17.'],
    ['what does it cost to get into the park', 'Check-in from 16:00'],
    ['gate code', 'The gate closes 30 minutes before departure.'],
    ['is there wifi on the boat', 'Online check-in opens 30 hours before.'],
    ['how many people are booked', 'Bikes for 20 euros a day.'],
  ])('%j is not told by %j', (question, sentence) => {
    const told = toldBy(sentence);
    expect(meantBy(question).some((stem) => told.has(stem))).toBe(false);
  });

  it('keeps the words that name a thing, and drops those that ask', () => {
    const stems = termsAsked('when can we get into the villa').map(({ stem }) => stem);
    expect(stems).toEqual(['villa', 'checkin']);
    expect(termsAsked('where does the evangelia leave from').map(({ stem }) => stem)).toContain('evangelia');
  });
});

test('hours of opening tell of no landing, and check-in neither', () => {
  const [landing] = meantBy('when do we land');
  for (const other of ['Open daily 9:30 to 18:00, on Sundays from 14:00.', 'Check-in is from 15:20.'])
    expect(toldBy(other)).not.toContain(landing);
  for (const own of ['Departs 11:35, arrives 15:25', 'Our flight lands at 12:10.'])
    expect(toldBy(own)).toContain(landing);
});

test('whoever asks for a number at night or at the weekend asks for one that is answered at any hour', () => {
  const anyHour = meantBy('who do we call at night').find((stem) => !meantBy('who do we call').includes(stem)) ?? '';
  expect(anyHour).not.toBe('');
  expect(meantBy('what number do we ring at the weekend')).toContain(anyHour);
  expect(meantBy('is there music at night')).not.toContain(anyHour);
  for (const told of ['Breakdowns, day and night: 555 0129', 'Out of hours: 555 0129', 'On call 24 h'])
    expect(toldBy(told)).toContain(anyHour);
  expect(toldBy('Give us 24 hours notice, 555 0129')).not.toContain(anyHour);
});
