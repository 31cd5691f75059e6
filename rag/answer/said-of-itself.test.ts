import { askedPapers } from '../../test/asked-papers.ts';

const ask = askedPapers({
  'grill.txt':
    'THE SALTY PAN - grill by the harbour\n\nCrab roll ........ 24\nFish basket ........ 17\nSoup cup / bowl ........ 6 / 9\nApple pie ........ 5\n\nCash only.',
  'house.md':
    '# Casa Pino\n\nBedrooms | 4\nBathrooms | 2\nCrab pots | 24\n\nThe barrier opens with the remote control or with 7731.\n\nMilena Rossi (owner) is glad to help.\n\nMilena lives next door and answers on +39 055 555 0144.\n\nGrandma Ilse takes the room beside the kitchen.',
  'ticket.html':
    '<h1>Itinerary</h1><table><tr><th>Flight</th><th>From</th><th>To</th><th>Departure</th></tr><tr><td>KV 310</td><td>Bremen</td><td>Pisa</td><td>8:45</td></tr><tr><td>KV 311</td><td>Pisa</td><td>Bremen</td><td>19:20</td></tr></table>',
  'ferry.txt': 'FERRY TO THE ISLE OF BRUNO\n\nRuns every 30 minutes from 6:10 to 22:40.',
  'cruise.md':
    '# Sunset cruise, booking 5512\n\n5 adults, 3 children: EUR 310 in all.\n\nThe boat has room for up to 60 people.',
  'air.txt':
    'Baggage on Nimbus Air\n\nBicycle: EUR 55 each way\n\nOut: Friday 4 June, NB 12, Graz 7:15 - Malmo 9:20\n\nReturn: Sunday 13 June, NB 15, Malmo 18:05 - Graz 20:10',
  'hut.md':
    '# Birch hut\n\nThe boiler makes a knocking every hour. That is normal.\n\nPets: sorry, none.\n\nCanoes are for all guests. Nobody under 13 goes out alone.\n\nIf you come after 20:00 the key is in the blue pot.\n\nWe let the last people in half an hour before the end.',
  'who.md': '# Who\n\nTill (11), Nora (4)',
  'van.txt': 'VOUCHER\nVehicle: 9-seat people carrier, automatic\nFuel: full to full',
});

describe('a list of bare numbers', () => {
  it('tells prices where the paper sells what it lists', async () => {
    expect(await ask('how much is a crab roll')).toMatch(/Crab roll: 24 \[1\]/);
    expect(await ask('is the soup expensive')).toMatch(/6 \/ 9 \[1\]/);
  });

  it('tells none where it counts rooms', async () => {
    expect(await ask('how much are the crab pots at casa pino')).not.toMatch(/Crab pots: 24/);
  });
});

describe('a ticket there and back', () => {
  it('tells the way home by the places it joins', async () => {
    const home = await ask('what time is the flight home');
    expect(home).toMatch(/KV 311/);
    expect(home).not.toMatch(/KV 310/);
    expect(await ask('what time is the flight out')).toMatch(/KV 310/);
  });
});

describe('somebody', () => {
  it('is found by what another sentence calls them', async () => {
    expect(await ask('phone of the owner of the house')).toMatch(/\+39 055 555 0144/);
  });
});

it('takes the end of the hours it runs for the last of the night', async () => {
  expect(await ask('last ferry at night?')).toMatch(/22:40 \[1\]/);
});

it('counts people by what they are', async () => {
  expect(await ask('how many people is the cruise booked for')).toMatch(/5 adults, 3 children/);
});

it('finds a code by what opens the thing', async () => {
  expect(await ask('barrier code??')).toMatch(/7731/);
});

it('takes what kind of vehicle it is for no brand', async () => {
  expect(await ask('what make is the van')).toBe('');
});

it('takes the paper of an airline for one about the plane, and of its legs the one that ends there', async () => {
  expect(await ask('price for taking our bikes on the plane')).toMatch(/Bicycle: EUR 55/);
  const landing = await ask('what time do we land in malmo');
  expect(landing).toMatch(/Malmo 9:20/);
  expect(landing).not.toMatch(/18:05/);
});

it('tells the sentence that goes on as the reason where the first gives none', async () => {
  expect(await ask('why is there a knocking noise')).toMatch(/knocking.*That is normal/);
});

it('knows an hour of the evening by its number', async () => {
  expect(await ask('what if we get to the hut after 8 in the evening')).toMatch(/after 20:00/);
});

it('asks of whoever goes by himself what holds for those alone', async () => {
  expect(await ask("can Till take a canoe out by himself, he's 11")).toMatch(/under 13/);
});

it('asks whether pets may come by what one brings', async () => {
  expect(await ask('can we bring the dog to the hut')).toMatch(/Pets: sorry, none/);
});
