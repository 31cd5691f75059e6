import { isPasted, nameOfPasted } from './pasted.ts';

const WHOIS =
  'Domain Name: EXAMPLE.COM\nRegistry Domain ID: 2336799\nRegistrar WHOIS Server: whois.example.com\nUpdated Date: 2024-08-14\nCreation Date: 1995-08-14\nRegistrar: Example Registrar';
const MAIL = 'From: Hotel Sol <info@hotelsol.example>\nSubject: Your booking 8841\n\nThe trip is on 20-25 June now.';
const NEWSLETTER =
  'SPRING SALE! Save up to 40% on Lisbon city breaks when you book by 15 March. Move your trip to 3-9 May and the kids go free. Tell everyone about it! You receive this because you signed up with us last year. Unsubscribe at any time, or update what we know of you.';

describe('a text from elsewhere', () => {
  test.each([
    ['an entry of labelled lines', WHOIS],
    ['a forwarded mail', MAIL],
    ['a mail quoted line by line', '> Von: Hotel Sol\n> Betreff: Ihre Buchung\n> Anreise ist am 11. Juni.'],
    ['a newsletter', NEWSLETTER],
    ['a page', 'The castle stands on a hill. '.repeat(40)],
  ])('should be known: %s', (_, text) => {
    expect(isPasted(text)).toBe(true);
  });

  test.each([
    ['what one types of a family', 'Adults: 2\nKids: 4 and 9\nFood: no nuts\nBudget: 1500 euros'],
    ['a booking in lines', 'We booked hotel Sol\n11-15 June\nref AB12CD\nEUR 420'],
    [
      'a long message of one breath',
      "hi, so we are the Chens: 2 adults and 2 kids Mia 9 and Leo 4, leo cannot have nuts and my husband is vegetarian, we would like to do the oceanarium and maybe a beach day, we don't have a car but can rent one, budget 1500 euros for us, and we prefer to walk little because of Leo. can you note all that please?",
    ],
    ['from one day to another', 'from: friday\ncan you move dinner'],
  ])('should not be seen in %s', (_, text) => {
    expect(isPasted(text)).toBe(false);
  });

  test('should be called by its subject, else by its first line', () => {
    expect(nameOfPasted(MAIL)).toBe('Your booking 8841.txt');
    expect(nameOfPasted(WHOIS)).toBe('Domain Name EXAMPLE.COM.txt');
    expect(nameOfPasted('***\n../../etc: a name / of a path')).toBe('.. .. etc a name of a path.txt');
  });
});
