import { readMoment } from '../dates.ts';
import { asFounding } from './hear-founding.ts';
import { asPlanEdit } from './hear-plan.ts';
import { asPoll } from './hear-poll.ts';
import { HEARD_RARELY } from './heard-rarely.ts';
import { daysInEnglish, inEnglish } from './in-english.ts';
import { termsInEnglish } from './terms.ts';

/** Puts a Spanish message before the readers of a skill: its form in English words, what people name as they named it. */
type Hearing = (text: string) => string;

/** It is only asked which words name a moment. */
const ANY_TIME = new Date('2027-01-01T12:00:00Z');

const HEARD: Readonly<Record<string, Hearing>> = {
  ...HEARD_RARELY,
  'new-poll': asPoll,
  'change-plan': asPlanEdit,
  join: (text) => text.replace(/^\s*unir(?:me|se)\b(?: con)?/i, 'join').replace(/\bc[oó]digo(?: es)?/i, 'code'),
  'call-me': (text) =>
    text.replace(/^(?:hola[,! ]*)?(?:me llamo|mi nombre es|soy|dime|ll[aá]mame|puedes llamarme)\s+/i, 'my name is '),
  ask: (text) => text,
  'medical-help': (text) => text,
  'cannot-book': (text) => text,
  'tell-everyone': (text) =>
    text.replace(
      /^\s*(?:por favor )?(?:d[ií]les|av[ií]sales|avisa|p[aá]sales|cu[eé]ntales)(?: este mensaje)?(?: a (?:todos|todas|todas las familias|las (?:otras )?familias|los dem[aá]s))?(?: (?:que|lo siguiente))?\s*[:,]?\s*/i,
      'tell everyone: ',
    ),
  'follow-by-email': (text) =>
    text
      .replace(
        /^.*(?<!\p{L})(?:no (?:me |quiero |quieras )?(?:m[aá]s|mandes|env[ií]es|recibir)|ya no|deja de|quita|para de)(?!\p{L})/iu,
        'no more e-mails, $&',
      )
      .replace(/(?<!\p{L})c[oó]digo(?: es)?(?!\p{L})/iu, 'code'),
  'trip-status': (text) =>
    text
      .replace(/(?<!\p{L})(?:re[aá]bre?(?:lo|mos)?|[aá]bre(?:lo)? otra vez|vuelve a planear)(?!\p{L})/iu, 'reopen')
      .replace(/(?<!\p{L})(?:cancel|suspend)\p{L}*/iu, 'cancel')
      .replace(/(?<!\p{L})confirm\p{L}*/iu, 'confirm')
      .replace(/(?<!\p{L})(?:ya )?(?:empez[oó]|comenz[oó])(?!\p{L})/iu, 'begun')
      .replace(
        /(?<!\p{L})(?:ya )?(?:(?:ha |hemos )?termin(?:[oó]|a|ar|ado|emos|amos)|se (?:ha )?acab(?:[oó]|ado)|acab(?:[oó]|ar|amos)|cierra|cerrar|ya (?:volvimos|regresamos|estamos (?:de vuelta|en casa)))(?!\p{L})/iu,
        'is over',
      )
      .replace(/(?<!\p{L})(?:porque|ya que|debido a(?: que)?|pues)(?!\p{L})/iu, 'because'),
  leave: (text) =>
    /(?<!\p{L})familia(?!\p{L})/iu.test(text) && !/viaje/i.test(text) ? 'leave the family' : 'leave the trip',
  restrict: (text) => (/(?:otra vez|de nuevo|vuelve a|ya puedes|unrestrict)/i.test(text) ? 'unrestrict' : 'restrict'),
  'set-reminder': (text) =>
    daysInEnglish(text)
      .replace(
        /^\s*(?:por favor )?(?:recu[eé]rd[ae](?:le|les|me|nos)?|av[ií]sa(?:les|me|nos)|no me dejes olvidar)(?!\p{L})(?: a (todos|todas(?: las familias)?))?(?: que)?/iu,
        (asked, all?: string) =>
          `remind ${all || /les(?!\p{L})/iu.test(asked) ? 'everyone' : /nos(?!\p{L})/iu.test(asked) ? 'us' : 'me'} to`,
      )
      .replace(/(?<!\p{L})hay que pagar(?!\p{L})/iu, 'pagar'),
  'cancel-reminder': (text) =>
    text.replace(
      /^.*\brecordatorio(?: (?:de(?:l)?|sobre|para))?(?: (?:el|la|los|las))?\s*/i,
      'cancel the reminder about ',
    ),
  invitations: (text) =>
    text
      .replace(/\b(?:cancela|retira|anula)r?\b/i, 'cancel')
      .replace(/\b(?:m[aá]nda(?:les|le)?|env[ií]a(?:les|le)?|reenv[ií]a)\b/i, 'send')
      .replace(/\b(?:de|a|para) (?:la familia|los)\s+(\p{Lu}[\p{L}' -]*)/u, 'for the $1 family'),
  'poll-deadline': (text) => {
    const moment = readMoment(daysInEnglish(text), ANY_TIME, 'UTC', '20:00')?.text;
    return moment === undefined ? text : `voting ends ${moment}`;
  },
  results: (text) => text,
  'remind-missing': (text) => text,
  'close-poll': (text) => text,
  'add-option': (text) => text,
  'take-back-vote': (text) => text,
  why: (text) => text,
  'add-document': (text) => text,
  /** The options may stand in either language. */
  vote: (text) => [text, ...termsInEnglish(text)].join(' '),
  'new-trip': asFounding,
  'use-trip': (text) => text.replace(/^.*?\bviaje(?: (?:de|a|en))?(?: la| el)?\s+/i, 'use trip '),
  invite: (text) =>
    text
      .replace(
        /\b(?:invita(?:r|mos)?|invitemos)\s+(?:a\s+)?(?:la familia|los|las)\s+([\p{Lu}][\p{L}' -]*?)(?=\s+(?:al|a|en|por)\s|[.!,]|$)/u,
        'invite the $1 family',
      )
      .replace(
        /\b(?:c[oó]digo|invitaci[oó]n) (?:para|a) (?:la familia|los)\s+([\p{Lu}][\p{L}' -]*)/u,
        'invite the $1 family',
      )
      .replace(/\bsumen (?:la familia|los)\s+([\p{Lu}][\p{L}' -]*)/u, 'invite the $1 family')
      .replace(/ (?:al|a|en el) (?=\+|\S+@)/, ' at '),
  'change-member': (text) => text,
  'add-member': (text) =>
    inEnglish(text)
      .replace(/\b(?:agr[eé]ga(?:r|la|lo)?|a[ñn]ade|suma|mete|tambi[eé]n (?:va|viene))\s+(?:a\s+)?/i, 'add ')
      .replace(/,? (?:de|que tiene|tiene)(?: edad)? (?=\d)/i, ' '),
  'add-reservation': (text) =>
    daysInEnglish(text)
      .replace(
        /^\s*(?:anota que |apunta que )?(?:ya )?(?:reservamos|reserv[eé]|compramos|tenemos)\s+(?:el |la |los |las |un |una )?/i,
        'we booked ',
      )
      .replace(/ por (?=\d)/i, ' for ')
      .replace(/\bmesa (?:en|para)\b/i, 'a table at')
      .replace(/\bconfirmaci[oó]n\b/i, 'confirmation')
      .replace(/\bvuelo\b/i, 'flight'),
  'show-itinerary': (text) =>
    inEnglish(text)
      .replace(/\bd[ií]a (\d{1,2})\b/i, 'day $1')
      .replace(
        /\b(primer|segundo|tercer|cuarto|quinto)o? d[ií]a\b/i,
        (_, which: string) => `${ORDINAL[which.toLowerCase()]} day`,
      ),
};
const ORDINAL: Readonly<Record<string, string>> = {
  primer: 'first',
  segundo: 'second',
  tercer: 'third',
  cuarto: 'fourth',
  quinto: 'fifth',
};

/** What a skill reads of a Spanish message. */
export const heardBy = (skill: string, text: string): string => (HEARD[skill] ?? inEnglish)(text);
