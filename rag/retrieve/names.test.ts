import { type Mention, nameBook } from './names.ts';

/** A library of venues, each with ten passages, in which these words are used as ordinary words, too. */
const NAMES = [
  'Harbour House.pdf',
  'Lucky Star.txt',
  'The Old Mill Bed and Breakfast',
  'Casa Verde',
  'Casa Verde Rooftop',
  'Pizza Roma',
  'Pizza Milano',
  'Guest House Anna',
].map((name) => ({ name, passages: 10 }));
const SPREAD = {
  passages: 80,
  frequencies: new Map([
    ['star', 40],
    ['hous', 60],
    ['price', 30],
    ['pric', 30],
  ]),
};
const found = (text: string): readonly Mention[] =>
  nameBook(NAMES)
    .find(text, SPREAD)
    .toSorted((a, b) => b.strength - a.strength);
const names = (text: string): readonly string[] => found(text).map(({ name }) => name);

describe('the names in a text', () => {
  it.each([
    ['is Harbour House quiet?', 'Harbour House.pdf'],
    ['what about the harbour house', 'Harbour House.pdf'],
    ['does the old mill b&b have a cot', 'The Old Mill Bed and Breakfast'],
    ['and the Old Mill?', 'The Old Mill Bed and Breakfast'],
    ['is casa verde loud', 'Casa Verde'],
    ['can we sit outside at Casa Verde Rooftop', 'Casa Verde Rooftop'],
    ['how is the harbuor house', 'Harbour House.pdf'],
    ['is the guesthouse anna clean', 'Guest House Anna'],
  ])('%j speaks of %s', (text, name) => {
    expect(names(text)[0]).toBe(name);
  });

  it('are several where several are named, and none where only their kind is', () => {
    expect(names('Pizza Roma or Casa Verde?').toSorted()).toEqual(['Casa Verde', 'Pizza Roma']);
    expect(names('how is the pizza?')).toEqual([]);
  });

  it('are surer the more of them is said', () => {
    const [whole] = found('Harbour House');
    const [part] = found('the harbour');
    expect(whole?.strength).toBe(1);
    expect(part?.strength ?? 0).toBeLessThan(1);
  });

  it('are not the ordinary words that happen to be in them', () => {
    expect(names('it has four stars')).toEqual([]);
    expect(names('a house by the sea')).toEqual([]);
  });

  it('are not a slip away from a word that the documents use', () => {
    const book = nameBook([{ name: 'Curry Prince', passages: 5 }]);
    expect(book.find('what is the price', SPREAD)).toEqual([]);
    expect(book.find('how is curry prinse', SPREAD).map(({ name }) => name)).toEqual(['Curry Prince']);
  });
});
