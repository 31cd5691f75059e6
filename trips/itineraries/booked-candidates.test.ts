import { lisbon, passages, read } from '../../test/candidates-in-short.ts';
import { extractCandidates } from './candidates.ts';

describe('what is settled already is found in', () => {
  it.each([
    ['Fri 11 June 19:30 dinner booked at Taverna do Capitao', 'Taverna do Capitao', 'meal', '2027-06-11 19:30'],
    ['Dinner at Casa Lisboa is booked for Saturday 12 June at 8pm.', 'Casa Lisboa', 'meal', '2027-06-12 20:00'],
    ['Reservation: table for 9 at Pizza Roma, 2027-06-13, 12:30', 'Pizza Roma', 'meal', '2027-06-13 12:30'],
    ['The boat tour is booked for Sunday at 10:30, EUR 240 for the group.', 'Boat tour', 'sight', '2027-06-13 10:30'],
    ['Tickets for the Oceanarium are booked, June 14, 10:00-12:00', 'Oceanarium', 'sight', '2027-06-14 10:00'],
    ['Flight TP1234 arrives Lisbon 11:05 on Fri 11 June', 'Flight TP1234', 'arrive', '2027-06-11 11:05'],
    ['Train: departs London 08:15, arrives 11:40, 11 June 2027', 'Train', 'arrive', '2027-06-11 11:40'],
    ['Return flight Tue 15 June departs Lisbon 17:40, lands 20:15', 'Flight', 'depart', '2027-06-15 17:40'],
  ])('%s', (line, name, kind, booking) => {
    expect(read(passages('plans.txt', line))).toMatchObject({ [name]: { kind, booking } });
  });

  it('a confirmation over several lines', () => {
    expect(
      read(
        passages(
          'ticket.pdf',
          'Order 5513\nTour: Dolphin watching\nDate: 12 June 2027\nTime: 10:30\nGuests: 9\nTotal: EUR 270',
        ),
      ),
    ).toMatchObject({ 'Dolphin watching': { kind: 'sight', booking: '2027-06-12 10:30', price: 'group EUR 270' } });
  });

  it('a table booked at a place that another paper describes, as one candidate', () => {
    const found = extractCandidates(
      [
        ...passages('food.md', [
          'Restaurants',
          'Taverna do Capitão: EUR 22 per person, open 12:00-23:00, nut-free kitchen',
        ]),
        ...passages('plans.txt', 'Fri 11 June 19:30 dinner booked at Taverna do Capitao'),
      ],
      lisbon,
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      name: 'Taverna do Capitão',
      booking: { date: '2027-06-11', start: 1170 },
      diets: { 'nut-free': true },
      price: { adult: { amount: 2200 } },
    });
  });

  it.each([
    'Reservations are recommended on Fridays at 19:30',
    'Shall we have dinner at Casa Lisboa on Friday at 19:30?',
    'Dinner on Friday at 19:30 is not booked yet',
    'Booked: hotel, 3 rooms',
  ])('not in: %s', (line) => {
    expect(extractCandidates(passages('plans.txt', line), lisbon).filter(({ booking }) => booking)).toEqual([]);
  });
});
