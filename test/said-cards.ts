import { pollForm } from '../cards/poll-form.ts';
import { renderAdaptive } from '../cards/render-adaptive.ts';
import type { Card, PollCard, Reply } from '../cards/reply.ts';
import { wordsIn } from '../cards/words/words.ts';
import type { Language } from '../trips/language.ts';
import { SAID_FOUND } from './said-found.ts';

/** What people and documents say on the sample cards; what the assistant says of its own is the renderers' matter. */
const CONTENT = {
  en: {
    question: 'Where do we eat on Friday night, when everybody has arrived and nobody wants to walk far?',
    details: ['Italian, nut-free kitchen', 'Fish, dishes may contain nuts'],
    closes: '20:00 Thu 10 Jun',
    when: 'Which of these weekends works for everybody?',
    dates: ['5-7 June', '12-14 June', '19-21 June'],
    outcome: 'Salty Pelican it is: 2 of 3 families voted for it.',
    days: ['Day 1, Fri 11 Jun', 'Day 2, Sat 12 Jun'],
    items: ['Check in at Hotel Miradouro', 'Dinner at Taverna do Capitao', 'at the side door'],
    total: 'EUR 5,310 of EUR 6,000',
    checks: ['Every meal has a nut-free kitchen.', 'The castle is 900 m from the stop; you asked for 800 m at most.'],
    name: 'Food',
    gap: 'Nothing is open for dinner on Sunday.',
    facts: { When: '11-15 June 2027', Families: 'Silva (3), Chen (4)', 'Open polls': 'none' },
    choices: ['Our trip so far', 'Open polls', 'Plan our trip'],
    said: { poll: 'A question for every family:', closed: 'Closed:', plan: 'Your plan is ready.', facts: 'Our trip:' },
    start: 'You can start here:',
    answer: 'Check-in is from 15:20 [1].',
  },
  es: {
    question: '¿Dónde cenamos el viernes, cuando ya llegaron todos y nadie quiere caminar mucho?',
    details: ['Italiana, cocina sin nueces', 'Pescado, puede contener nueces'],
    closes: 'jue 10 jun, 20:00',
    when: '¿Cuál de estos fines de semana pueden?',
    dates: ['5-7 de junio', '12-14 de junio', '19-21 de junio'],
    outcome: 'Gana Salty Pelican: votaron por esa opción 2 de 3 familias.',
    days: ['Día 1, vie 11 jun', 'Día 2, sáb 12 jun'],
    items: ['Entrada al Hotel Miradouro', 'Cena en la Taverna do Capitao', 'por la puerta lateral'],
    total: 'EUR 5,310 de EUR 6,000',
    checks: [
      'Todas las comidas tienen una cocina sin nueces.',
      'El castillo queda a 900 m de la parada; pediste 800 m como máximo.',
    ],
    name: 'Comida',
    gap: 'El domingo no hay nada abierto para cenar.',
    facts: {
      Cuándo: 'del 11 al 15 de junio de 2027',
      Familias: 'Silva (3), Chen (4)',
      'Votaciones abiertas': 'ninguna',
    },
    choices: ['Cómo va el viaje', 'Votaciones abiertas', 'Planear el viaje'],
    said: {
      poll: 'Una pregunta para todas las familias:',
      closed: 'Cerrada:',
      plan: 'Tu plan está listo.',
      facts: 'Nuestro viaje:',
    },
    start: 'Puedes empezar por aquí:',
    answer: 'La entrada es desde las 15:20 [1].',
  },
} as const satisfies Record<Language, object>;

const pollOf = ({ question, details, closes }: (typeof CONTENT)[Language]): PollCard => ({
  kind: 'poll',
  tripId: 'trip_1',
  pollId: 'poll_1',
  question,
  askedBy: 'Ana (Silva)',
  status: 'open',
  options: [
    { optionId: 'o1', text: 'Taverna do Capitao', details: details[0], price: '~EUR 22', votes: 1, mine: false },
    { optionId: 'o2', text: 'Salty Pelican', details: details[1], price: '~EUR 31', votes: 2, mine: true },
    { optionId: 'o3', text: 'Donaudampfschifffahrtsgesellschaftskapitänsrestaurant', votes: 0, mine: false },
  ],
  votingFor: 'Chen',
  closes,
  waitingFor: ['Okoye', 'Garcia Lopez'],
});

const planOf = ({ days, items, total, checks, name, gap }: (typeof CONTENT)[Language]): Card => ({
  kind: 'itinerary',
  title: 'Lisbon 2027',
  days: [
    {
      label: days[0],
      items: [
        { time: '15:20', title: items[0], note: items[2] },
        { time: '19:00', title: items[1], cost: 'EUR 220' },
      ],
    },
    { label: days[1], items: [] },
  ],
  total,
  checks: [
    { ok: true, text: checks[0], name },
    { ok: false, text: checks[1] },
  ],
  gaps: [gap],
  link: 'https://trips.example/s/8kQ2',
});

/** A reply of every kind that is shown as a card, as said in one language. */
export const saidCards = (language: Language): Readonly<Record<string, Reply>> => {
  const content = CONTENT[language];
  const { said, outcome } = content;
  const found = SAID_FOUND[language];
  const poll = pollOf(content);
  const fresh = { ...poll, options: poll.options.map((option) => ({ ...option, votes: 0, mine: false })) };
  const scored = poll.options.map((option, index) =>
    index === 2 ? option : { ...option, score: '3.7', own: option.mine ? { score: 4 } : undefined },
  );
  const ranked = poll.options.map((option, index) => ({
    ...option,
    ...{ votes: 2 - index, beats: 2 - index, mine: index < 2, own: index < 2 ? { place: 2 - index } : undefined },
  }));
  const days = (['yes', 'if-need-be', 'no'] as const).map((day, index) => ({
    ...{ optionId: `d${index}`, text: content.dates[index] ?? '', votes: 2 - index, ifNeedBe: index, cannot: 1 },
    ...{ mine: true, own: { day } },
  }));
  const plan = planOf(content);
  const replies: Readonly<Record<string, Omit<Reply, 'language'>>> = {
    poll: { text: said.poll, card: fresh },
    voted: { text: said.poll, card: poll },
    scores: { text: said.poll, card: { ...poll, takes: 'score', options: scored } },
    approval: { text: said.poll, card: { ...fresh, takes: 'approval' } },
    rank: { text: said.poll, card: { ...poll, takes: 'rank', options: ranked, maySitOut: true } },
    dates: { text: said.poll, card: { ...poll, takes: 'dates', question: content.when, options: days } },
    growing: {
      text: said.poll,
      card: {
        ...fresh,
        ...{ mayAdd: true, quorum: 2 },
        options: fresh.options.map((option, index) =>
          index > 0 ? option : { ...option, place: 'Rua das Flores 5', picture: 'https://trips.example/taverna.jpg' },
        ),
      },
    },
    found: {
      text: said.poll,
      card: {
        ...fresh,
        options: fresh.options.map((option) => ({ ...option, ...found.about })),
        ruledOut: found.ruledOut,
      },
    },
    draft: { text: found.said, card: found.draft, choices: found.choices },
    closed: { text: said.closed, card: { ...poll, status: 'closed', outcome } },
    finalized: {
      text: said.closed,
      card: { ...poll, status: 'finalized', outcome, waitingFor: [], recorded: ['Okoye'] },
    },
    plan: { text: said.plan, card: plan },
    facts: {
      text: said.facts,
      card: {
        kind: 'facts',
        title: 'Lisbon 2027',
        facts: Object.entries(content.facts).map(([label, value]) => ({ label, value })),
      },
    },
    choices: {
      text: content.start,
      choices: content.choices.map((label) => ({ label, act: { skill: 'help', input: {} } })),
    },
    answer: {
      text: content.answer,
      citations: [{ n: 1, documentId: 'document_1', document: 'hotel-miradouro.pdf', page: 2, quote: '15:20' }],
    },
  };
  return Object.fromEntries(Object.entries(replies).map(([name, reply]) => [name, { ...reply, language }]));
};

/** The same as Adaptive Cards for Teams, and the form by which a poll is opened. */
export const adaptiveCards = (language: Language): Readonly<Record<string, object>> => {
  const words = wordsIn(language);
  const trips = [
    { id: 'trip_1', name: 'Lisbon 2027' },
    { id: 'trip_2', name: 'Oslo' },
  ];
  return {
    ...Object.fromEntries(
      Object.entries(saidCards(language)).flatMap(([name, { text, card, choices }]) => {
        const [drawn] = renderAdaptive(card, choices, { actions: 'execute', text, language });
        return drawn && (card || choices) ? [[name, drawn]] : [];
      }),
    ),
    form: pollForm(trips, { question: 'Taxi?' }, words.form.optionsMissing, words),
  };
};
