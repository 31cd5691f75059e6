import { daysInEnglish } from './in-english.ts';

type Rule = readonly [said: RegExp, meant: string | ((...groups: string[]) => string)];

const AMOUNT =
  '(?:(?:EUR|USD|GBP|[€$£]) ?)?\\d[\\d.,]*(?: ?(?:€|\\$|£|euros?|eur|usd|gbp|dollars|pounds|pesos|[A-Z]{3}(?!\\p{L})))?';
const OF = '(?:a |de )?(?:la familia|los|las|l[oa]s de)';
const NAME = "([\\p{L}][\\p{L}’'-]+)";
const GAVE =
  '(?:pagamos|pagu[eé]|dimos|di|devolvimos|devolv[ií]|transferimos|transfer[ií]|mandamos|mand[eé]|enviamos|envi[eé]|regresamos|regres[eé]|depositamos|deposit[eé])';
const THEY_GAVE =
  '(?:pag[oó]|pagaron|dio|dieron|devolvi[oó]|devolvieron|transfiri[oó]|transfirieron|mand[oó]|mandaron|envi[oó]|enviaron|regres[oó]|regresaron|deposit[oó]|depositaron)';
const SPENT = '(?:pagamos|pagu[eé]|pusimos|puse|gastamos|gast[eé])';
const OPENS =
  '^(?:(?:ya|ayer|hoy|anoche|yesterday|today|nosotros|hola|oye|y|tambi[eé]n|anota(?: que)?|apunta(?: que)?|por favor)[\\s,]+)*';
const rule = (source: string, meant: Rule[1], flags = 'iu'): Rule => [new RegExp(source, flags), meant];

/** A family's name as English has it with its article. */
const plural = (name: string): string => (/[sxz]$/i.test(name) ? `the ${name}` : `the ${name}s`);
const owed = (said: string): string => (/devol|regres|de vuelta|deb[ií]a/iu.test(said) ? ' back' : '');
const NUMBERS: Readonly<Record<string, string>> = {
  una: '1',
  dos: '2',
  tres: '3',
  cuatro: '4',
  cinco: '5',
  seis: '6',
  siete: '7',
};
const count = (said: string): string => NUMBERS[said.toLowerCase()] ?? said;

const CURRENCIES: readonly Rule[] = [
  rule('(?<!\\p{L})d[oó]lares(?!\\p{L})', 'dollars', 'giu'),
  rule('(?<!\\p{L})libras(?!\\p{L})', 'pounds', 'giu'),
  rule('(?<!\\p{L})pesos mexicanos(?!\\p{L})', 'MXN', 'giu'),
];

/** Whole questions. */
const QUESTIONS: readonly Rule[] = [
  rule(
    '^.*(?<!\\p{L})(?:qui[eé]n (?:paga|pone)(?: ahora| la pr[oó]xima| el pr[oó]ximo| despu[eé]s| lo (?:siguiente|pr[oó]ximo)| la (?:siguiente|que sigue)| hoy)|a qui[eé]n le toca(?: pagar)?).*$',
    'who pays next',
  ),
  rule(
    '^.*(?<!\\p{L})(?:(?:cu[aá]nto|qu[eé])(?: dinero| presupuesto)? (?:nos )?(?:queda|sobra|resta)(?!\\p{L})|queda algo d?el? presupuesto|(?:nos )?pasamos del presupuesto|c[oó]mo vamos (?:de|con el) presupuesto).*$',
    'how much of the budget is left',
  ),
  rule(
    '^.*(?<!\\p{L})(?:(?:cu[aá]nto|qu[eé]|a qui[eé]n)(?: le| les)? (?:debemos|debo|tenemos que (?:pagar|dar))|(?:estamos|quedamos|vamos) a mano|(?:qui[eé]n(?:es)?|cu[aá]nto|qu[eé]) nos deben?|nos deben? (?:algo|alguien)).*$',
    'how much do we owe',
  ),
  rule(
    '^.*(?<!\\p{L})cu[aá]nto (?:llevamos|hemos|va|se ha|llevan).*(?:por persona|por cabeza|cada (?:uno|una|quien)).*$',
    'how much have we spent per person',
  ),
  rule(
    '^.*(?<!\\p{L})cu[aá]nto (?:ha|han|lleva|llevan|gast[oó]|pag[oó]|pagaron|puso|pusieron|gastaron)(?!\\p{L}).*(?:cada familia|por familia|la familia|los \\p{Lu}).*$',
    'how much has each family paid',
  ),
  rule(
    '^.*(?<!\\p{L})(?:cu[aá]nto (?:llevamos|hemos|va|se ha)(?: \\p{L}+)? ?(?:gastado|pagado|puesto)?.*(?:por|cada) familia).*$',
    'how much has each family paid',
  ),
  rule(
    '^.*(?<!\\p{L})(?:(?:lista|muestra|mu[eé]strame|mu[eé]stranos|ens[eé][ñn]a(?:me|nos)?|dame|ver|cu[aá]les son)(?: (?:todos|la lista de|de))*(?: los| de)? gastos|lista de gastos|en qu[eé] (?:hemos|llevamos)? ?gastad?[oa]?(?:mos)?|qu[eé] gastos (?:hay|llevamos|tenemos)).*$',
    'list the expenses',
  ),
  rule(
    '^.*(?<!\\p{L})cu[aá]nto (?:llevamos|hemos|va) (?:gastado|pagado|gastando)(?!\\p{L}).*$',
    'what have we spent so far',
  ),
];

/** Money that goes from family to family, and what was paid. */
const TOLD: readonly Rule[] = [
  rule(
    `${OPENS}(?:l[eo]s? )?${GAVE}(?: de vuelta)?(?: lo que (?:les? )?deb[ií]amos)? a (?:la familia|los|las|l[oa]s de )?\\s?${NAME} (?:los |las |sus |nuestra deuda de )*(${AMOUNT})`,
    (all = '', name = '', sum = '') => `we paid${owed(all)} ${plural(name)} ${sum}`,
  ),
  rule(
    `${OPENS}(?:l[eo]s? )?${GAVE} (?:los |sus )?(${AMOUNT})(?: de vuelta)? a (?:la familia|los|las|l[oa]s de )?\\s?${NAME}`,
    (all = '', sum = '', name = '') => `we paid${owed(all)} ${plural(name)} ${sum}`,
  ),
  rule(
    `${OPENS}${OF} ${NAME} (?:ya )?nos ${THEY_GAVE}(?: de vuelta)? (?:los |sus )?(${AMOUNT})`,
    (all = '', name = '', sum = '') => `${plural(name)} paid us${owed(all)} ${sum}`,
  ),
  rule(
    `${OPENS}nos ${THEY_GAVE} (?:${OF} )${NAME} (${AMOUNT})`,
    (_, name = '', sum = '') => `${plural(name)} paid us back ${sum}`,
  ),
  rule(
    `${OPENS}(?:recibimos|recib[ií]|cobramos|nos llegaron|nos dieron) (${AMOUNT}) de (?:la familia|los|las)?\\s?${NAME}`,
    (_, sum = '', name = '') => `we got ${sum} back from ${plural(name)}`,
  ),
  rule(
    `${OPENS}${OF} ${NAME} (?:ya )?les? ${THEY_GAVE} (${AMOUNT}) a (?:la familia|los|las)\\s${NAME}`,
    (_, name = '', sum = '', to = '') => `${plural(name)} paid ${plural(to)} ${sum}`,
  ),
  rule(
    `${OPENS}${OF} ${NAME} (?:ya )?(?:pag[oó]|pagaron|puso|pusieron|gast[oó]|gastaron|compr[oó]|compraron) `,
    (_, name = '') => `${plural(name)} paid `,
  ),
  rule(`${OPENS}${SPENT}(?!\\p{L})(?: nosotros| yo)?\\s+(?:por |de )?(?=.*\\d)`, 'we paid '),
  rule(`${OPENS}(?:compramos|compr[eé])(?!\\p{L})\\s+(?=.*\\d)`, 'we got '),
  rule('[\\s,.;]+(?:y )?(?:l[oa]s? )?(?:pagamos|pagu[eé]|pusimos|puse)(?: nosotros| yo| todo)?[.!]*$', ', we paid'),
  rule(
    `[\\s,.;]+(?:y )?(?:l[oa]s? )?(?:pagaron|pag[oó]) (?:la familia|los|las) ${NAME}[.!]*$`,
    (_, name = '') => `, paid by ${plural(name)}`,
  ),
  rule('[\\s,.;]+(?:(?:corre )?por (?:nuestra|mi) cuenta|invitamos nosotros|invito yo)[.!]*$', ', on us'),
];

/** How something is divided. */
const DIVIDED: readonly Rule[] = [
  rule(
    `^(?:por favor )?(?:reparte|repartan|repartamos|divide|dividan|dividamos|divid[ií]|parte)(?:l[oa]s?)? (?=(?:(?:el|la|los|las|eso|esto) )?)(?!.*presupuesto)(?:(el|la|los|las) )?`,
    'split the ',
  ),
  rule(
    `^(?:${OF} ${NAME}|(nosotros)) (?:s[oó]lo |solamente )?(?:nos |se )?(?:quedaron|quedamos|durmieron|dormimos|estuvieron|estuvimos)(?: ah[ií])? (?:s[oó]lo |solamente )?(\\d|una|dos|tres|cuatro|cinco|seis|siete) noches?(?: (?:en|de) (?:el |la )?(.+))?[.!]*$`,
    (_, name, we, nights = '', where) =>
      `${we ? 'we' : plural(name ?? '')} only stayed ${count(nights)} nights${where && !/^\d+$/.test(where) ? ` in ${where}` : ''}`,
  ),
  rule(
    `^(?:${OF} ${NAME}|(nosotros)) no (?:estuvieron|estuvimos|fueron|fuimos|entran|entramos|entraron|participaron|participamos|comieron|comimos|cenaron|cenamos|usaron)(?: en| a| al| de| del)? (?:el |la |los |las )?([\\p{L} ]+?)[.!]*$`,
    (_, name, we, what = '') => `${we ? 'we' : plural(name ?? '')} weren't in on the ${what}`,
  ),
  rule('(?<!\\p{L})por (?:persona|cabeza)(?!\\p{L})', 'per person', 'giu'),
  rule('(?<!\\p{L})por (?:cada )?ni[ñn][oa]s?(?!\\p{L})', 'per kid', 'giu'),
  rule('(?<!\\p{L})cada (?:uno|una|quien)(?!\\p{L})', 'each', 'giu'),
  rule('(?<!\\p{L})(?:por|seg[uú]n las?) noches?(?!\\p{L})', 'by nights', 'giu'),
  rule(
    '(?<!\\p{L})(?:por familia|por (?:partes )?iguales?|en partes iguales|a partes iguales)(?!\\p{L})',
    'evenly',
    'giu',
  ),
  rule('(?<!\\p{L})para (?:los|las) (?:ni[ñn][oa]s|kids|peques|chic[oa]s)(?!\\p{L})', 'for the kids', 'giu'),
  rule('(?<!\\p{L})(?:para|entre) (?:todos|todas)(?!\\p{L})', 'for everyone', 'giu'),
  rule('(?<!\\p{L})(?:s[oó]lo|solamente|nada m[aá]s)(?: para| entre)?(?!\\p{L})', 'only', 'giu'),
  rule('(?<!\\p{L})a medias con(?!\\p{L})', 'split with', 'giu'),
  rule('(?<!\\p{L})sin (?=(?:los|la familia) )', 'without ', 'giu'),
  rule('(?<!\\p{L})(nosotros|entre nosotros) y ', 'us and ', 'giu'),
  rule('(?<!\\p{L})nosotros(?!\\p{L})', 'us', 'giu'),
  rule(` y (?=(?:los|las|la familia) \\p{L})`, ' and ', 'giu'),
  rule(`(?<!\\p{L})(?:la familia|los|las) (\\p{Lu}[\\p{L}’'-]+)`, (_, name = '') => plural(name), 'gu'),
];

/** What things cost. */
const PRICED: readonly Rule[] = [
  rule(
    `^(?:we paid|we got|the \\p{L}+ paid) (?:la |el |los |las )?([^,\\d]{3,60}), (.+)$`,
    (all = '', what = '', sum = '') => `${/^(?:we paid|we got|the \p{L}+ paid)/iu.exec(all)?.[0]} ${sum} for ${what}`,
  ),
  rule(`(${AMOUNT})\\s(?:de|del|por|en|para)(?: las?| los?| el| un| una)?\\s(?=\\p{L})`, '$1 for ', 'giu'),
  rule('(?<!\\p{L})m[aá]s(?: (?:la|una))? (?=\\d|propina)', '+ ', 'giu'),
  rule('(?<=\\d|€|euros|eur|usd) (?:y|e) (?=\\p{L}|\\d)', ' and ', 'giu'),
  rule('(?<=\\p{L}) y (?=[\\d€$£])', ' and ', 'giu'),
  rule(`(?<= and |, |^)(?:el|la|los|las|un|una|unos|unas) (?=[^\\d]{2,40}\\d)`, '', 'giu'),
  rule('(?<!\\p{L})ayer(?!\\p{L})', 'yesterday', 'giu'),
];

/** Takes something out of what was noted. */
const OUT: readonly Rule[] = [
  rule(
    `^(?:por favor )?(?:quita|borra|elimina|saca|cancela|anula)(?:me)? (?:el |ese |este )?(?:[uú]ltimo )?gasto(?: (?:de(?:l| la| los| las)?|por))?\\s*`,
    (all = '') => (/[uú]ltimo/iu.test(all) ? 'remove the last expense ' : 'remove the expense for '),
  ),
];

/** A Spanish message about money as an English one says it; the names of things and families stay. */
export const asMoney = (text: string): string => {
  const asked = text.trim().replace(/^[¿¡\s]+/, '');
  for (const [said, meant] of QUESTIONS) if (said.test(asked)) return meant as string;
  let words = CURRENCIES.reduce((said, [unit, meant]) => said.replace(unit, meant as string), daysInEnglish(asked));
  for (const rules of [OUT, TOLD]) {
    const found = rules.find(([said]) => said.test(words));
    if (found) words = words.replace(found[0], found[1] as string);
  }
  for (const [said, meant] of [...DIVIDED, ...PRICED]) words = words.replace(said, meant as string);
  return words.replace(/\s+/g, ' ').trim();
};
