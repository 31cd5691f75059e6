/** One step of the demonstration: who does what at their door, and what must be heard by whom before it goes on. */
export interface Step {
  readonly who: 'Ana' | 'Bea';
  /** `{code}` is what an earlier step captured. */
  readonly says?: string;
  readonly sends?: { readonly name: string; readonly mediaType: string; readonly text: string };
  readonly hears: readonly { readonly who: 'Ana' | 'Bea'; readonly words: RegExp }[];
}

const BOOKING = `# Casa da Ribeira, Porto

Booking confirmation CR-7731 for the Silva and Chen families.

- Stay: 14 to 17 May 2027, three nights, two apartments on the first floor.
- Check-in from 16:00, check-out by 10:30.
- Price: EUR 780 for both apartments.
- A travel cot is free of charge; ask for it a day before.
- The stairs are steep. There is no lift.

# What to see

- Livraria Lello, open daily 09:30-19:00, EUR 8 a person, children under 4 free. Indoors.
- Boat tour of the six bridges, departures daily 10:00-18:30, EUR 18, children EUR 9, 50 minutes.
- World of Discoveries, interactive museum for children, open daily 10:00-18:00, EUR 16, children EUR 10, about 2 hours, indoors.
- Jardins do Palacio de Cristal, park with peacocks, free, open daily 08:00-20:00.

# Where to eat

- Adega Sao Nicolau, Portuguese, EUR 22 a person, open daily 12:00-22:30, vegetarian dishes.
- Casa Guedes, sandwiches, EUR 11 a person, open daily 10:00-23:00, nut-free kitchen.
- Mercado do Bolhao, market hall, EUR 14 a person, open 08:00-20:00, vegetarian dishes.
`;

/** Two families, two doors, one trip: from nothing to a vote, an answer and a plan. */
export const SCRIPT: readonly Step[] = [
  {
    who: 'Ana',
    says: 'new trip to Porto from 14 to 17 May 2027',
    hears: [{ who: 'Ana', words: /Porto.*is set up/ }],
  },
  { who: 'Ana', says: 'Ana Silva', hears: [{ who: 'Ana', words: /Nice to meet you/ }] },
  { who: 'Ana', says: '2 adults and a girl of 7, our budget is 1500 euros', hears: [{ who: 'Ana', words: /Got it/ }] },
  {
    who: 'Ana',
    sends: { name: 'porto.md', mediaType: 'text/markdown', text: BOOKING },
    hears: [{ who: 'Ana', words: /porto\.md/ }],
  },
  { who: 'Ana', says: 'invite the Chens', hears: [{ who: 'Ana', words: /join (?<code>[A-Z0-9]{6})/ }] },
  { who: 'Bea', says: 'Hi', hears: [{ who: 'Bea', words: /Pathfinder here/ }] },
  { who: 'Bea', says: 'join {code}', hears: [{ who: 'Bea', words: /call you|Welcome/i }] },
  { who: 'Bea', says: 'Bea Chen', hears: [{ who: 'Bea', words: /Welcome|How many/i }] },
  {
    who: 'Bea',
    says: "2 adults, Mia 9 and Leo 4. leo can't have nuts",
    hears: [{ who: 'Bea', words: /Got it/i }],
  },
  {
    who: 'Bea',
    says: 'when can we check in? do they have a cot',
    hears: [{ who: 'Bea', words: /16:00[\s\S]*\[1\]/ }],
  },
  {
    who: 'Ana',
    says: 'poll: where do we eat on Friday? Adega Sao Nicolau, Casa Guedes or Mercado do Bolhao',
    hears: [
      { who: 'Ana', words: /where do we eat on Friday/i },
      { who: 'Bea', words: /2\) Casa Guedes/ },
    ],
  },
  { who: 'Bea', says: '2', hears: [{ who: 'Bea', words: /vote 2\) Casa Guedes/ }] },
  { who: 'Ana', says: 'we vote for Casa Guedes', hears: [{ who: 'Ana', words: /vote 2\) Casa Guedes/ }] },
  {
    who: 'Ana',
    says: 'close the poll',
    hears: [
      { who: 'Ana', words: /Casa Guedes/ },
      { who: 'Bea', words: /Voting is over[\s\S]*Casa Guedes/ },
    ],
  },
  {
    who: 'Bea',
    says: 'plan our trip',
    hears: [
      { who: 'Bea', words: /On it/ },
      { who: 'Bea', words: /plan is ready/ },
      { who: 'Ana', words: /plan is ready/ },
    ],
  },
  { who: 'Bea', says: 'day 2', hears: [{ who: 'Bea', words: /Day 2/ }] },
];
