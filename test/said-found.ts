import type { Choice, DraftCard, FoundOption, RuledOut } from '../cards/reply.ts';
import type { Language } from '../trips/language.ts';

/** What a poll whose options were found shows of them, and a draft of one. */
export interface SaidFound {
  readonly about: Omit<FoundOption, 'text'>;
  readonly ruledOut: readonly RuledOut[];
  readonly draft: DraftCard;
  readonly said: string;
  readonly choices: readonly Choice[];
}

const long = 'Donaudampfschifffahrtsgesellschaftskapitänsrestaurant';
const shares = 'Chens EUR 88, Silvas EUR 66, Okoyes EUR 66';
const pressed = (label: string): Choice => ({ label, act: { skill: 'poll-draft', input: {} } });

export const SAID_FOUND: Readonly<Record<Language, SaidFound>> = {
  en: {
    about: {
      details: 'Restaurant, Italian; open 12:00-23:00 on Sat; nut-free, vegetarian; step-free',
      price: 'EUR 22 each',
      total: 'EUR 220 for all',
      yours: 'EUR 88 for you',
      why: "within every family's budget, food for every family by its own words",
      forYou: 'within the EUR 1,900 you have left, nut-free, as you need',
      source: 'restaurants.pdf, page 2',
    },
    ruledOut: [
      { text: 'Salty Pelican', why: 'not right for what one family eats', source: 'restaurants.pdf, page 3' },
      { text: 'Tasca da Bica', why: 'closed on Mondays' },
    ],
    draft: {
      kind: 'draft',
      question: 'Where do we eat on Mon 14 Jun?',
      options: [
        { text: 'Taverna do Capitao', details: 'Italian', price: 'EUR 22 each', total: 'EUR 220 for all', shares },
        { text: long, price: 'free', why: 'easy to get around for all', source: 'a-guide-with-a-long-name.md' },
      ],
      ruledOut: [{ text: 'Tasca da Bica', why: 'closed on Mondays' }],
      closes: '20:00 Thu 10 Jun',
    },
    said: 'Here is a draft of your poll.',
    choices: ['Open it for every family', 'Throw it away'].map(pressed),
  },
  es: {
    about: {
      details: 'Restaurante italiano; abre 12:00-23:00; sin nueces; sin escalones',
      price: 'EUR 22 por persona',
      total: 'EUR 220 para todos',
      yours: 'EUR 88 para ustedes',
      why: 'dentro del presupuesto de cada familia',
      forYou: 'sin nueces, como necesitan',
      source: 'restaurantes.pdf, página 2',
    },
    ruledOut: [
      { text: 'Salty Pelican', why: 'no va con lo que come una familia', source: 'restaurantes.pdf, página 3' },
      { text: 'Tasca da Bica', why: 'cierra los lunes' },
    ],
    draft: {
      kind: 'draft',
      question: '¿Dónde cenamos el lunes?',
      options: [
        { text: 'Taverna do Capitao', details: 'Italiana', price: 'EUR 22', total: 'EUR 220 para todos', shares },
        { text: long, price: 'gratis', why: 'sin escalones', source: 'una-guia-de-nombre-largo.md' },
      ],
      ruledOut: [{ text: 'Tasca da Bica', why: 'cierra los lunes' }],
      closes: 'jue 10 jun, 20:00',
    },
    said: 'Aquí está el borrador de tu votación.',
    choices: ['Abrirla para todas', 'Descartarla'].map(pressed),
  },
};
