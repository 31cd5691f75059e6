import { asMoney } from './hear-money.ts';
import { daysInEnglish, inEnglish } from './in-english.ts';
import { termsInEnglish } from './terms.ts';

type Hearing = (text: string) => string;

const NAME = "(\\p{Lu}[\\p{L}'’-]*(?: \\p{Lu}[\\p{L}'’-]*)*)";
const pattern = (source: string): RegExp => new RegExp(source, 'iu');
/** Of words before a name, which alone begins with a capital. */
const named = (before: string, after = ''): RegExp => new RegExp(`(?:${before})\\s+${NAME}${after}`, 'u');
const nameAfter = (text: string, before: string): string | undefined => named(before).exec(text)?.[1];

/** What a poll can be about, as English asks for it. */
const ABOUT: readonly (readonly [RegExp, string])[] = [
  [
    /(?<!\p{L})(?:cen\p{L}*|com(?:er|ida|emos)|almor\p{L}*|almuerzo|desayun\p{L}*|restaurantes?)(?!\p{L})/iu,
    'where to eat',
  ],
  [/(?<!\p{L})(?:hotel(?:es)?|dormir|alojamiento|hospeda\p{L}*|quedarnos)(?!\p{L})/iu, 'a hotel'],
  [/(?<!\p{L})qu[eé] d[ií]a(?!\p{L})/iu, 'which day for'],
  [/(?<!\p{L})(?:c[oó]mo (?:ir|llegar|moverse)|transporte)(?!\p{L})/iu, 'how to get there'],
  [/(?<!\p{L})(?:hacer|actividad(?:es)?|visitar|ver|plan(?:es)?)(?!\p{L})/iu, 'what to do'],
];
const TOPICS: readonly (readonly [RegExp, string])[] = [
  [/encuestas?|votaci\p{L}*/giu, 'polls'],
  [/planes|plan(?!\p{L})/giu, 'plans'],
  [/reservas?/giu, 'bookings'],
  [/dinero|gastos?|pagos?/giu, 'money'],
  [/recordatorios?/giu, 'reminders'],
  [/documentos?|archivos?/giu, 'documents'],
  [/todo(?:s los avisos)?(?!\p{L})/giu, 'everything'],
  [/personas|qui[eé]n se suma/giu, 'people'],
];
/** What help is asked about, by the word of its topic. */
const HELP: readonly (readonly [RegExp, string])[] = [
  [/dinero|gastos?|presupuesto/i, 'money'],
  [/encuestas?|votaci|votar/i, 'polls'],
  [/reservas?/i, 'bookings'],
  [/recordatorios?|silencio/i, 'reminders'],
  [/familia/i, 'family'],
  [/documentos?/i, 'documents'],
  [/recuerdos|fotos?/i, 'memories'],
  [/invitar|invitaci/i, 'inviting'],
  [/plan(?:es)?\b/i, 'plan'],
  [/viaje/i, 'trip'],
  [/datos/i, 'you'],
];
const RELATIONS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})(?:abuel(?:a|ita))(?!\p{L})/iu, 'grandmother'],
  [/(?<!\p{L})(?:abuel(?:o|ito))(?!\p{L})/iu, 'grandfather'],
  [/(?<!\p{L})(?:madre|mam[aá])(?!\p{L})/iu, 'mother'],
  [/(?<!\p{L})(?:padre|pap[aá])(?!\p{L})/iu, 'father'],
  [/(?<!\p{L})t[ií]a(?!\p{L})/iu, 'aunt'],
  [/(?<!\p{L})t[ií]o(?!\p{L})/iu, 'uncle'],
  [/(?<!\p{L})hermana(?!\p{L})/iu, 'sister'],
  [/(?<!\p{L})hermano(?!\p{L})/iu, 'brother'],
  [/(?<!\p{L})vecin[oa](?!\p{L})/iu, 'neighbour'],
  [/(?<!\p{L})amig[oa](?!\p{L})/iu, 'friend'],
  [/(?<!\p{L})(?:m[eé]dic[oa]|doctora?)(?!\p{L})/iu, 'doctor'],
];
const put = (text: string, rules: readonly (readonly [RegExp, string])[]): string =>
  rules.reduce((words, [said, meant]) => words.replace(said, meant), text);

/** Puts what is rarely asked in Spanish before the readers of its skill. */
export const HEARD_RARELY: Readonly<Record<string, Hearing>> = {
  'add-expense': asMoney,
  'correct-expense': asMoney,
  'remove-expense': asMoney,
  balances: asMoney,
  'plan-cost': asMoney,
  topics: (text) => put(text, HELP),
  'magic-poll': (text) => {
    const about = ABOUT.find(([said]) => said.test(text))?.[1] ?? '';
    const day = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/.exec(daysInEnglish(text))?.[0];
    const things = termsInEnglish(text).filter((word) => !/day$/.test(word) && !about.includes(word));
    return `make a poll about ${[about, ...things].join(' ')}${day === undefined ? '' : ` on ${day}`}`.trim();
  },
  'poll-draft': (text) =>
    text
      .replace(/(?<!\p{L})(?:[aá]br[ea](?:la|lo)?|m[aá]nda(?:la|lo)?|env[ií]a(?:la|lo)?)(?!\p{L})/iu, 'open')
      .replace(/^\s*(?:descarta|tira|borra|desecha|olvida)(?:la|lo)?(?!\p{L})/iu, 'throw away')
      .replace(/(?<!\p{L})(?:quita|saca|elimina)(?!\p{L})(?: (?:la|el|las|los))?(?: opci[oó]n)?/iu, 'drop')
      .replace(/(?<!\p{L})(?:agr[eé]ga|a[ñn]ade|suma|incluye)(?!\p{L})(?: (?:la|el|las|los))?/iu, 'add')
      .replace(/(?<!\p{L})pregunta:/iu, 'ask:')
      .replace(/ (?:del|al|en el) borrador\b/i, ' from the draft')
      .replace(/(?<!\p{L})(?:primera)(?!\p{L})/iu, 'the first')
      .replace(/(?<!\p{L})(?:segunda)(?!\p{L})/iu, 'the second')
      .replace(/(?<!\p{L})(?:tercera)(?!\p{L})/iu, 'the third'),
  'poll-offers': (text) =>
    /(?<!\p{L})(?:no|deja de|nunca)(?!\p{L})/iu.test(text) ? 'stop offering polls' : 'offer polls',
  'finalize-poll': (text) => text,
  'reopen-poll': (text) => text,
  'common-ground': (text) => text,
  'record-vote': (text) =>
    text.replace(
      pattern(
        `^.*?(?:anota|apunta|registra|pon)\\p{L}*(?: (?:el|un) voto)?(?: de)?:?\\s*(?:que )?(?:la familia |los |las )?${NAME},? (?:vot\\p{L}+|elig\\p{L}+|quier\\p{L}+|prefier\\p{L}+|por)(?: por)?\\s+(.+)$`,
      ),
      'record: the $1 family votes for $2',
    ),
  budget: (text) =>
    inEnglish(text)
      .replace(/(?<!\p{L})(?:rep[aá]rt|div[ií]d)\p{L}*(?: el)? presupuesto/iu, 'split the budget')
      .replace(/(?<!\p{L})por (?:persona|cabeza)(?!\p{L})/iu, 'by head')
      .replace(/(?<!\p{L})(?:por igual|en partes iguales|por familia)(?!\p{L}).*/iu, 'equally by family')
      .replace(/(?<!\p{L})partes?(?!\p{L})/giu, 'parts')
      .replace(/^[¿\s]*(?:cu[aá]l|cu[aá]nto|qu[eé])(?!\p{L})/iu, 'what'),
  stops: (text) =>
    inEnglish(text)
      .replace(/^\s*(?:vamos|iremos|viajamos) (?:primero )?a(?!\p{L})/iu, "we're going to")
      .replace(/(?<=\p{L}) (?=\d{1,2} (?:noches?|nights?))/iu, ' for ')
      .replace(/(?<!\p{L})(?:luego|despu[eé]s)(?: a)?(?!\p{L})/giu, 'then')
      .replace(/(?<!\p{L})una noche m[aá]s en(?!\p{L})/iu, 'one more night in')
      .replace(/(?<!\p{L})noches(?!\p{L})/giu, 'nights')
      .replace(/(?<!\p{L})noche(?!\p{L})/giu, 'night')
      .replace(/^\s*(?:agr[eé]ga|a[ñn]ade|suma)(?!\p{L})/iu, 'add')
      .replace(/(?<!\p{L})entre (\p{Lu}\p{L}+) y (?=\p{Lu})/u, 'between $1 and ')
      .replace(/(?<!\p{L})despu[eé]s de(?!\p{L})/iu, 'after')
      .replace(/^\s*(?:quita|saca) (.+?) (?:de la ruta|del recorrido|de las paradas).*$/iu, 'take $1 out of the route'),
  'change-reservation': (text) =>
    [
      daysInEnglish(text)
        .replace(/(?<!\p{L})(?:a|para) las (?=\d)/giu, 'at ')
        .replace(/(?<!\p{L})ahora cuesta(?!\p{L})/iu, 'now costs')
        .replace(/(?<!\p{L})confirmaci[oó]n(?!\p{L})(?: (?:de|del) [\p{L} ]+?)? (?:es|:)/iu, 'confirmation number is'),
      ...termsInEnglish(text).filter((word) => !/^(?:booking|reservation|cost|price|confirmation|number)$/.test(word)),
    ].join(' '),
  'cancel-reservation': (text) => [text, ...termsInEnglish(text)].join(' '),
  notifications: (text) =>
    put(
      text
        .replace(
          /(?<!\p{L})(?:no me (?:escribas|mandes mensajes|molestes)|sin mensajes|silencio)(?!\p{L})/iu,
          "don't text me",
        )
        .replace(/(?<!\p{L})de noche(?!\p{L})/iu, 'at night')
        .replace(/(?<!\p{L})(?:despu[eé]s de|a partir de|desde)(?: las?)?(?= \d)/iu, 'after')
        .replace(/(?<!\p{L})antes de(?: las?)?(?= \d)/iu, 'before')
        .replace(/(?<!\p{L})(?:entre|de)(?: las?)? (\d{1,2}(?::\d\d)?) (?:y|a)(?: las?)? (?=\d)/iu, 'between $1 and ')
        .replace(/(?<!\p{L})(?:quita el silencio|vuelve a avisarme|activa)(?!\p{L})/iu, 'unmute')
        .replace(/(?<!\p{L})(?:silencia|calla|no me avises|nada)(?!\p{L})/iu, 'mute')
        .replace(
          /(?<!\p{L})(?:resumen (?:diario|al d[ií]a)|(?:un|una)(?: solo)?(?: resumen| vez)? al d[ií]a)(?!\p{L})/iu,
          'daily digest',
        )
        .replace(/(?<!\p{L})(?:una vez por hora|cada hora)(?!\p{L})/iu, 'hourly digest')
        .replace(/(?<!\p{L})(?:a cualquier hora)(?!\p{L})/iu, 'you may text me at any time')
        .replace(/(?<!\p{L})en cuanto pase algo(?!\p{L})/iu, 'as it happens'),
      TOPICS,
    ),
  'time-zone': (text) => {
    const asks = /[¿?]|^\s*(?:qu[eé]|en qu[eé]|cu[aá]l)(?!\p{L})/iu.test(text);
    const place =
      /(?:zona horaria|hora|reloj)(?: (?:es|de|en|a|va con|la de))*\s+(?:la de )?(\p{Lu}[\p{L}/_ -]*)/u.exec(text)?.[1];
    if (asks || place === undefined) return 'what time zone';
    return `${/(?<!\p{L})mi(?!\p{L})/iu.test(text) ? 'my' : 'our'} time zone is ${place.trim()}`;
  },
  'rename-family': (text) => {
    const name = nameAfter(text, 'se llama|apellido es|a|como los|como|es|familia|los');
    return name === undefined ? text : `our family name is ${name}`;
  },
  'family-admin': (text) => {
    const name = /(?:que|ahora)\s+(\p{Lu}[\p{L}'’-]+)\s+(?:vot|respond|decid)/u.exec(text)?.[1] ?? nameAfter(text, 'a');
    return name === undefined ? text : `make ${name} the admin of our family`;
  },
  'take-out': (text) => {
    const family = nameAfter(text, 'los|la familia');
    const person = nameAfter(text, 'a|quita|saca|que');
    const name = family ?? person;
    if (name === undefined) return text;
    return family !== undefined ? `take the ${name} family out of the trip` : `remove ${name} from our family`;
  },
  'guest-link': (text) =>
    `${/(?<!\p{L})(?:cierra|cerrar|ya no|quita|anula|cancela|desactiva)(?!\p{L})/iu.test(text) ? 'close the guest link' : 'guest link'}${/(?<!\p{L})(?:mi|nuestra) familia(?!\p{L})/iu.test(text) ? ' into my family' : ''}`,
  link: (text) => text,
  'emergency-contacts': (text) =>
    put(
      text
        .replace(
          /^[¿\s]*(?:a qui[eé]n|qui[eé]n|qui[eé]nes|cu[aá]l(?:es)?)(?!\p{L}).*$/iu,
          'who are our emergency contacts?',
        )
        .replace(/(?<!\p{L})(?:quita|borra|elimina|saca)(?: a)?(?!\p{L})/iu, 'remove')
        .replace(/(?<!\p{L})(?:de )?(?:los |el |un )?contactos? de emergencia(?: es)?:?/iu, 'emergency contact')
        .replace(/(?<!\p{L})en (?:una |caso de )?emergencia,? ll[aá]ma(?:le)? a(?!\p{L})/iu, 'in an emergency call')
        .replace(/(?<!\p{L})(?:agr[eé]ga|a[ñn]ade)(?!\p{L})/iu, 'add')
        .replace(/(?<!\p{L})(?:mi|nuestr[oa]|al)(?!\p{L})/giu, ' '),
      RELATIONS,
    ),
  'forget-preference': (text) => text,
  'my-age': (text) => text,
  'child-account': (text) => {
    if (/\d{6}/.test(text)) return text.replace(/^\D*/, 'consent ');
    const withdraws = /(?<!\p{L})(?:retir\p{L}*|quit\p{L}*|ya no)(?!\p{L})/iu.test(text);
    const name = nameAfter(text, 'a|que|para|de|hij[oa]') ?? /(?:\s)(\p{Lu}{2,})\s*$/u.exec(text)?.[1];
    if (name === undefined) return withdraws ? 'withdraw consent' : 'let my child join';
    return withdraws ? `withdraw consent for ${name}` : `let ${name} join`;
  },
  succession: (text) => {
    if (/(?<!\p{L})(?:me opongo|nos oponemos|objeto)(?!\p{L})/iu.test(text)) return 'object';
    if (/de acuerdo/i.test(text)) return 'agree';
    const name = /que\s+(?:los\s+)?(\p{Lu}[\p{L}'’-]+)\s+organice/u.exec(text)?.[1];
    return name === undefined ? 'we need a new organizer' : `make ${name} the organizer`;
  },
};
