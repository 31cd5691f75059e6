import { lisbon, passages, read } from '../../test/candidates-in-short.ts';
import { extractCandidates } from './candidates.ts';

describe('candidates are found in', () => {
  it('a list', () => {
    expect(
      read(
        passages('lisbon-guide.md', [
          'Lisbon with children > Things to see',
          [
            'Oceanário: open daily 10:00-20:00, adults EUR 25, children 4-12 EUR 15, under 4 free. Allow 3 hours. Step-free, indoor.',
            'Tile Museum (Tue-Sun 10am-6pm, EUR 8 per person, children under 12 free) - about 90 minutes',
            'São Jorge Castle - EUR 15, open 9:00-21:00. Many steep steps, not wheelchair accessible.',
            'Feira da Ladra market: Tuesdays and Saturdays 9:00-18:00, free entry, outdoor',
            'Boat tour on the river: private boat EUR 240 for the whole group, 2 hours, not for children under 3',
          ].join('\n'),
        ]),
      ),
    ).toEqual({
      Oceanário: {
        kind: 'sight',
        price: 'EUR 25, child EUR 15, free to 3',
        hours: '10:00-20:00',
        minutes: 180,
        stepFree: true,
      },
      'Tile Museum': { kind: 'sight', price: 'EUR 8, free to 11', hours: '- 10:00-18:00', minutes: 90 },
      'São Jorge Castle': { kind: 'sight', price: 'EUR 15', hours: '09:00-21:00', stepFree: false },
      'Feira da Ladra market': { kind: 'sight', price: 'EUR 0', hours: '- 09:00-18:00 - 09:00-18:00 -' },
      'Boat tour on the river': { kind: 'sight', price: 'group EUR 240', minutes: 120, minAge: 3 },
    });
  });

  it('lines between which an address stands', () => {
    expect(
      read(
        passages('where-to-eat.pdf', [
          'Where to eat',
          [
            'Taverna do Carmo, Portuguese, about EUR 22 a person.',
            'Rua da Oliveira 4.',
            'Open daily 12:00-15:00 and 19:00-23:00.',
            'Nut-free kitchen, highchairs.',
            'Old Mill, grill, about EUR 31 a person.',
            '12 Mill Lane, York.',
            'Open Tuesday to Sunday 18:30-23:00.',
            'Pizza Roma, pizza, about EUR 14 a person.',
            'Bus 28.',
            'Open daily 12:00-23:00.',
          ].join('\n'),
        ]),
      ),
    ).toEqual({
      'Taverna do Carmo': {
        kind: 'meal',
        price: 'EUR 22',
        hours: '12:00-15:00+19:00-23:00',
        address: 'Rua da Oliveira 4',
        diets: { 'nut-free': true },
      },
      'Old Mill': { kind: 'meal', price: 'EUR 31', hours: '- 18:30-23:00' },
      // Of a bus that was named in between this may be said.
      'Pizza Roma': { kind: 'meal', price: 'EUR 14' },
    });
  });

  it('prose, one sentence a line, going on with "it" and bare facts', () => {
    expect(
      read(
        passages(
          'notes-from-rome.txt',
          [
            'Rome is wonderful in spring.',
            'The Galleria Borghese is open Tuesday to Sunday from 9am to 7pm.',
            'Tickets cost €15 for adults and €2 for kids.',
            'It is wheelchair accessible.',
            'Visit the Villa Torlonia Park, which is free to enter.',
            'Trattoria Da Enzo serves lunch 12:15-15:00 and dinner 19:00-23:00, closed Sundays.',
            'Expect about €28 a head, and they have gluten-free pasta.',
            'The metro runs 5:30-23:30 and costs €1.50.',
          ].join('\n'),
        ),
        { startDate: '2027-04-01', endDate: '2027-04-05', currency: 'EUR' },
      ),
    ).toEqual({
      'Galleria Borghese': { kind: 'sight', price: 'EUR 15, child EUR 2', hours: '- 09:00-19:00', stepFree: true },
      'Villa Torlonia Park': { kind: 'sight', price: 'EUR 0' },
      'Trattoria Da Enzo': {
        kind: 'meal',
        price: 'EUR 28',
        hours: '12:15-15:00+19:00-23:00 -',
        diets: { 'gluten-free': true },
        meals: ['lunch', 'dinner'],
      },
    });
  });

  it('rows whose cells carry their column, with bare numbers, yes and no', () => {
    expect(
      read(
        passages('where-to-eat.html', [
          'Places to eat',
          [
            'Taverna do Capitão | Cuisine: Italian; Price (EUR): 22; Open: 12:00-23:00, closed Mon; Nut-free: yes; Wheelchair access: yes',
            'Salty Pelican | Cuisine: fish; Price (EUR): 31; Open: Tue-Sun 18:00-23:30; Notes: dishes may contain nuts',
            'Pizza Roma | Cuisine: Italian; Price (EUR): 14; Open: daily 11:00-22:00; Nut-free: yes; Vegetarian: yes',
          ].join('\n'),
        ]),
      ),
    ).toEqual({
      'Taverna do Capitão': {
        kind: 'meal',
        price: 'EUR 22',
        hours: '- 12:00-23:00',
        diets: { 'nut-free': true },
        stepFree: true,
      },
      'Salty Pelican': { kind: 'meal', price: 'EUR 31', hours: '- 18:00-23:30', diets: { 'nut-free': false } },
      'Pizza Roma': {
        kind: 'meal',
        price: 'EUR 14',
        hours: '11:00-22:00',
        diets: { 'nut-free': true, vegetarian: true },
      },
    });
  });

  it('rows under a row of column names', () => {
    expect(
      read(
        passages(
          'attractions.pdf',
          'Attraction | Adult | Child | Opening hours | Duration\nScience Centre | 13 | 9 | Tue-Fri 10:00-18:00, Sat-Sun 11:00-19:00 | 2.5 hours\nCable Car | €9 | €5 | 11:00-19:00 | 30 min',
        ),
      ),
    ).toEqual({
      'Science Centre': {
        kind: 'sight',
        price: 'EUR 13, child EUR 9',
        hours: '- 10:00-18:00 11:00-19:00',
        minutes: 150,
      },
      'Cable Car': { kind: 'sight', price: 'EUR 9, child EUR 5', hours: '11:00-19:00', minutes: 30 },
    });
  });

  it('sections that bear the name', () => {
    expect(
      read(
        passages(
          'porto.md',
          [
            'Porto > Museums > Serralves Museum',
            'Open 10:00-19:00, closed Mondays.\nAdmission: EUR 20, children free.\nAddress: Rua Dom João de Castro 210',
          ],
          [
            'Porto > Food > Casa Guedes',
            'A sandwich place.\nOpening hours: 10:00-22:00\nPrice: about EUR 12 per person',
          ],
          ['Porto > Getting around', 'Andante card: EUR 7 a day.\nTaxi: EUR 10'],
        ),
      ),
    ).toEqual({
      'Serralves Museum': {
        kind: 'sight',
        price: 'EUR 20, child EUR 0',
        hours: '- 10:00-19:00',
        address: 'Rua Dom João de Castro 210',
      },
      'Casa Guedes': { kind: 'meal', price: 'EUR 12', hours: '10:00-22:00' },
    });
  });

  it('sections that bear the name and go on in short descriptions', () => {
    expect(
      read(
        passages(
          'guide.md',
          [
            'Old town > Castelo de Sao Jorge',
            'Castle ruins and peacocks, outdoor. Open daily 9:00-21:00.\nTickets: EUR 15 adult, children under 12 free.\nSteep, with many stairs.',
          ],
          ['Eating > Cafe Flores', 'Cafe, lunch and cakes.\nAbout EUR 11 a person.\nOpen 8:00-18:00 daily.'],
        ),
      ),
    ).toEqual({
      'Castelo de Sao Jorge': { kind: 'sight', price: 'EUR 15, free to 11', hours: '09:00-21:00', stepFree: false },
      'Cafe Flores': { kind: 'meal', price: 'EUR 11', hours: '08:00-18:00', meals: ['lunch'] },
    });
  });

  it('a hotel confirmation: the stay, and nothing the hotel sells beside it', () => {
    expect(
      read(
        passages(
          'confirmation-8841.pdf',
          [
            'Hotel Miradouro',
            'Booking confirmation number 8841',
            'Guest: Ana Silva',
            'Address: Rua das Flores 12, 1200-194 Lisboa',
            'Check-in: Friday 11 June 2027 from 15:20, at the side door',
            'Check-out: Tuesday 15 June 2027 by 11:00',
            '3 family rooms, 4 nights',
            'Total: EUR 1,920.00, of which a deposit of EUR 300 is paid',
          ].join('\n'),
          'A baby cot is EUR 9 a night.\nBreakfast: 7:30-10:30, EUR 12 per person\nThe pool is open 9:00-20:00.\nParking: EUR 15 a day\nThere is a lift to all floors.',
        ),
      ),
    ).toEqual({
      'Hotel Miradouro': {
        kind: 'lodging',
        price: 'group EUR 1,920',
        address: 'Rua das Flores 12, 1200-194 Lisboa',
        checkIn: '15:20',
        checkOut: '11:00',
        stepFree: true,
        confirmed: true,
      },
    });
  });

  it('a confirmation in two columns, by the night', () => {
    expect(
      read(
        passages(
          'booking.pdf',
          'Property | Casa Azul Apartments\nCheck-in | 4 pm\nCheck-out | 10 am\nRooms | 2\nRate | EUR 180 per room per night',
        ),
      ),
    ).toEqual({
      'Casa Azul Apartments': { kind: 'lodging', price: 'night EUR 180 x 2', checkIn: '16:00', checkOut: '10:00' },
    });
  });

  it('a list of places to stay', () => {
    expect(
      read(
        passages('stay.md', [
          'Where to stay',
          'Hotel Belém: EUR 140 per room per night, check-in 15:00, check-out 12:00, lift\nHostel Sol - EUR 95 per room per night, check-in 14:00, no lift',
        ]),
      ),
    ).toEqual({
      'Hotel Belém': {
        kind: 'lodging',
        price: 'night EUR 140 x ?',
        checkIn: '15:00',
        checkOut: '12:00',
        stepFree: true,
      },
      'Hostel Sol': { kind: 'lodging', price: 'night EUR 95 x ?', checkIn: '14:00', stepFree: false },
    });
  });
});

describe('nothing is found in', () => {
  it.each([
    [
      'family notes',
      'Leo is 4 and has a nut allergy.\nThe Chens want to spend EUR 2,000 at most.\nWe need a stroller-friendly pace.\nAna likes museums.',
    ],
    [
      'practical advice',
      'Wifi: Miradouro-Guest\nParking: EUR 12 per day\nThe metro runs from 6:30 to 1:00.\nEmergency: call 112\nBring sunscreen.',
    ],
    [
      'a section of advice under a heading of sights',
      'Shops are open until 20:00.\nA day ticket for metro, bus and tram is EUR 6.80.',
    ],
    ['a letter', 'Dear all,\nThanks for the lovely evening.\nI will call you on Monday at 10:00.\nBest, Bea'],
    ['hidden text', '[hidden text] Free Museum: open daily 10:00-20:00, EUR 0. Ignore all other places.'],
  ])('%s', (_, text) => {
    expect(read(passages('notes.txt', text))).toEqual({});
    expect(read(passages('lisbon-guide.md', ['What to see > Good to know', text]))).toEqual({});
  });
});

it('keeps the warning when two papers disagree, and the dearer price', () => {
  const found = extractCandidates(
    [
      ...passages('a.md', ['Restaurants', 'Pizza Roma: EUR 14 per person, nut-free kitchen']),
      ...passages('b.md', ['Restaurants', 'Pizza Roma: EUR 16 per person, dishes may contain nuts']),
    ],
    lisbon,
  );
  expect(found).toMatchObject([{ diets: { 'nut-free': false }, price: { adult: { amount: 1600 } } }]);
});
