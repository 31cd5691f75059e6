import type { Words } from '../catalogue.ts';
import { plural } from '../plural.ts';
import { say } from './say.ts';

const count = plural('es');

/** `1`, `1 o 2`, `1, 2 o 3`, `del 1 al 4`. */
const oneOf = (options: number): string =>
  options > 3 ? `del 1 al ${options}` : (['1', '1 o 2', '1, 2 o 3'][options - 1] ?? '');

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const until = (closes: string | undefined): string => (closes ? ` hasta el ${closes}` : '');

export const card: Words['card'] = {
  asks: (who) => `${who} pregunta`,
  asked: (who, question, open) => `${who} ${open ? 'pregunta' : 'preguntó'}: ${question}`,
  settled: 'Decidido.',
  closed: 'La votación está cerrada.',
  hasClosed: 'La votación ha cerrado.',
  recorded: (families) => `Votos anotados por quien organiza: ${families}.`,
  anonymous: 'Anónima: nadie ve quién vota qué. El conteo se ve cuando todas respondan, o al final.',
  quorum: (families) =>
    `Deben responder al menos ${say.families(families)}; si no, la votación se alarga una vez, otro tanto.`,
  sitOut: 'Esta vez no participamos',
  sittingOut: (families) => `No participan esta vez: ${families}.`,
  waitingFor: (families) => `Falta por votar: ${families}.`,
  didNotVote: (families) => `Sin voto: ${families}.`,
  everyoneVoted: 'Ya votaron todas las familias.',
  ends: (closes) => `La votación termina el ${closes}.`,
  youVoteFor: (family, byClick, change) =>
    `Votas por ${family}: ${byClick}${change ? ' Elige otra para cambiarlo mientras siga abierta.' : ''}`,
  ownView: 'Ver como mi familia',
  page: (title, page, pages) => `${title} (${page} de ${pages})`,

  reply: (family, options, closes) => `Vota por ${family}${until(closes)}: responde ${oneOf(options)}.`,
  replySeveral: (family, howTo, closes) => `Por ${family}${until(closes)}: ${howTo}.`,
  changeSeveral: (howTo, closes) => `Para cambiarlo${until(closes)}: ${howTo}.`,
  votesNumber: (family, number) => `${capital(family)} vota ${number}`,
  sendAnother: (closes) => `Manda otro número para cambiarlo${until(closes)}.`,
  votedSendAnother: (vote, closes) => `${vote}; manda otro número para cambiarlo${until(closes)}.`,

  draft: 'Un borrador: aún no se pregunta a nadie.',
  wouldEnd: (closes) => `La votación terminaría el ${closes}.`,
  forYou: 'Para ustedes:',
  see: (option) => `Ver ${option}`,
  from: (source) => `De ${source}`,
  ruledOut: 'No se puede elegir',
  ofAll: (options, what) => `${options === 2 ? 'Las dos' : `Las ${options}`}: ${what}.`,

  continued: ' (continúa)',
  free: 'libre',
  stillOpenHeading: 'Por resolver',
  stillOpen: (gap) => `Por resolver: ${gap}`,
  openPlan: 'Abrir el plan completo',
  wholePlan: (link) => `Plan completo: ${link}`,
  total: (total) => `Total: ${total}`,
  check: (ok, text) => `${ok ? 'Bien' : 'No se cumple'}: ${text}`,
  passed: (checks, about) =>
    `${count(checks, { one: 'revisión', other: 'revisiones' })} en orden${about.length > 0 ? `: ${about.join(', ')}` : ''}.`,
  nextDay: 'Responde DIA 2 para ver el día siguiente.',
  more: (more) => `y ${more} más`,
  answerInChat: 'Nadie lee las respuestas a este correo: dímelo donde hablamos.',
  noMoreMail: (link) => `Para no recibir más correos: ${link}`,
  theRest: (link) => `El resto: ${link}`,
  askForRest: 'Eso no es todo: pídeme la parte que necesites.',
};

export const form: Words['form'] = {
  trip: 'Viaje',
  question: 'Pregunta',
  questionExample: '¿Dónde cenamos el viernes?',
  questionMissing: 'Pregúntales algo a las familias.',
  options: 'Opciones, una por línea',
  optionsExample: 'La Taberna\nPizza Roma',
  optionsMissing: 'Da al menos dos opciones.',
  oneVote: 'Cada familia del viaje tiene un voto.',
  send: 'Preguntar a todas',
};
