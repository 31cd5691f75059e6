import { plural } from '../plural.ts';
import { inTurn, type Opening } from './in-turn.ts';
import { breaches, families, LIST } from './reason-phrases.ts';

const count = plural('es');
const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

const UNITS = {
  vote: { one: 'voto', other: 'votos' },
  point: { one: 'punto', other: 'puntos' },
  turn: { one: 'turno', other: 'turnos' },
} as const;

/** `2 votos` for `2 votes`. */
const amount = (said = ''): string => {
  const [, number = '', unit = ''] = /^([\d.]+) (vote|point|turn)s?$/.exec(said) ?? [];
  return unit in UNITS ? count(Number(number), UNITS[unit as keyof typeof UNITS]) : said;
};

/** Options as they are listed, with the Spanish word between them where each is an option by itself. */
const named = (said: string, options: readonly string[]): string => {
  if (options.includes(said)) return said;
  const last = said.lastIndexOf(' and ');
  if (last < 0) return said;
  const parts = [...said.slice(0, last).split(', '), said.slice(last + 5)];
  return parts.every((part) => options.includes(part)) ? LIST.format(parts) : said;
};

/** `; Pelican was out, over budget for one family`, as often as it comes. */
const outs = (said = ''): string =>
  said
    .split('; ')
    .filter((part) => part !== '')
    .map((part) => {
      const [, option = part, why = ''] = /^(.+?) was out, (.+)$/.exec(part) ?? [];
      return `; ${option} quedó fuera: ${breaches(why)}`;
    })
    .join('');

type Clause = readonly [RegExp, (parts: readonly string[], options: readonly string[]) => string];

const REST: readonly Clause[] = [
  [/^no other has any$/, () => 'ninguna otra tiene votos'],
  [/^no other has more than ([\d.]+)$/, ([most]) => `ninguna otra pasa de ${most}`],
];
const TURNS: readonly Clause[] = [
  [/^it is the turn of those who wanted it$/, () => 'les toca a quienes la querían'],
  [
    /^with this one the turns used come to ([\d.]+), with (.+) to ([\d.]+), and the fewer go first$/,
    ([mine, rival = '', theirs]) =>
      `con esta los turnos gastados llegan a ${mine}, con ${rival} a ${theirs}, y van primero los menos`,
  ],
  [
    /^it is the turn of (.+): with this one they come to (.+?), while with (.+) its families would come to ([\d.]+)$/,
    ([whose = '', mine, rival = '', theirs]) =>
      `les toca a ${whose === 'those who wanted it' ? 'quienes la querían' : families(whose)}: con esta llegan a ${amount(mine)}, mientras que con ${rival} sus familias llegarían a ${theirs}`,
  ],
];
const WHY: readonly Clause[] = [
  [
    /^(of what all can have, )?it has the most points, ([\d.]+), and (.+)$/,
    ([among, points, rest = '']) =>
      `${among ? 'de lo que les sirve a todos, ' : ''}tiene más puntos que ninguna, ${points}, y ${clause(rest, REST)}`,
  ],
  [
    /^of what all can have it got the most, (.+?), and (no .+)$/,
    ([most, rest = '']) => `de lo que les sirve a todos fue la que más tuvo, ${amount(most)}, y ${clause(rest, REST)}`,
  ],
  [/^the one family that voted chose it$/, () => 'la eligió la única familia que votó'],
  [/^both families that voted chose it$/, () => 'la eligieron las dos familias que votaron'],
  [/^all (\d+) families that voted chose it$/, ([voted]) => `la eligieron las ${voted} familias que votaron`],
  [
    /^(\d+) of the (\d+) families that voted chose it, and (.+)$/,
    ([glad, voted, rest = '']) =>
      `la ${glad === '1' ? 'eligió' : 'eligieron'} ${glad} de las ${voted} familias que votaron, y ${clause(rest, REST)}`,
  ],
  [
    /^it is level with (.+) one against one, and (.+)$/,
    ([rivals = '', turn = ''], options) =>
      `empata una contra otra con ${named(rivals, options)}, y ${clause(turn, TURNS, options)}`,
  ],
  [/^it is the only one that all can have$/, () => 'es la única que les sirve a todos'],
  [
    /^one against one it beats every other, and (.+) ([\d.]+) to ([\d.]+) at the nearest$/,
    ([nearest, won, lost]) => `una contra otra le gana a todas; la más cercana, ${nearest}, por ${won} a ${lost}`,
  ],
  [
    /^one against one it beats (.+) ([\d.]+) to ([\d.]+)$/,
    ([rival, won, lost]) => `una contra otra le gana a ${rival} por ${won} a ${lost}`,
  ],
  [
    /^none beats every other one against one, but going .+, by no win of fewer than ([\d.]+)$/,
    ([weakest]) =>
      `ninguna les gana a todas una contra otra, pero de victoria en victoria esta queda por delante de cada una con más fuerza que al revés, nunca por menos de ${weakest}`,
  ],
  [
    /^(.+), which with "if need be" counting half comes to ([\d.]+), and no other has more than ([\d.]+)$/,
    ([can = '', total, most]) =>
      `${whoCan(can)}; con "si hace falta" a la mitad suma ${total}, y ninguna otra pasa de ${most}`,
  ],
  [
    /^(\d+ famil(?:y|ies) can come.*), and no other has (?:more than ([\d.]+)|any)$/,
    ([can = '', most]) =>
      `${whoCan(can)}, y ninguna otra ${most === undefined ? 'tiene a alguien' : `pasa de ${most}`}`,
  ],
  [
    /^it is level with (.+) at (.+), "if need be" counting half, and fewer cannot come: ([\d.]+) against ([\d.]+)$/,
    ([rivals = '', level, mine, theirs], options) =>
      `empata con ${named(rivals, options)} con ${amount(level)}, con "si hace falta" a la mitad, y son menos las que no pueden: ${mine} contra ${theirs}`,
  ],
  [
    /^it is level with (.+) at (.+), "if need be" counting half, and as many can come; (.+)$/,
    ([rivals = '', level, turn = ''], options) =>
      `empata con ${named(rivals, options)} con ${amount(level)}, con "si hace falta" a la mitad, y pueden ir las mismas; ${clause(turn, TURNS, options)}`,
  ],
  [
    /^it is level with (.+) at ([\d.]+ \w+), and (.+)$/,
    ([rivals = '', level, turn = ''], options) =>
      `empata con ${named(rivals, options)} con ${amount(level)}, y ${clause(turn, TURNS, options)}`,
  ],
  [
    /^(.+) had ([\d.]+ \w+) to its ([\d.]+), but (.+)$/,
    ([rivals = '', theirs, mine, turn = ''], options) =>
      `${named(rivals, options)} tenía ${amount(theirs)} y esta ${mine}, pero ${clause(turn, TURNS, options)}`,
  ],
];

/** `3 families can come, 1 can if need be and 2 cannot`. */
const whoCan = (said: string): string =>
  LIST.format(
    said.split(/, | and /).map((part) =>
      part
        .replace(/^1 family can come$/, '1 familia puede ir')
        .replace(/^(\d+) families can come$/, '$1 familias pueden ir')
        .replace(/^1 can if need be$/, '1 si hace falta')
        .replace(/^(\d+) can if need be$/, '$1 si hace falta')
        .replace(/^1 cannot$/, '1 no puede')
        .replace(/^(\d+) cannot$/, '$1 no pueden')
        .replace(/^1 has not said$/, '1 no ha dicho')
        .replace(/^(\d+) have not said$/, '$1 no han dicho'),
    ),
  );

/** Thrown up to where the explanation is asked for: half of it in English is worse than the count alone. */
class Unknown extends Error {}

const clause = (said: string, clauses: readonly Clause[], options: readonly string[] = []): string => {
  for (const [english, spanish] of clauses) {
    const match = english.exec(said);
    if (match) return spanish(match.slice(1), options);
  }
  throw new Unknown(said);
};

const why = (said: string, options: readonly string[]): string => {
  const [, reason = said, duel] = /^(.+); one against one, (.+) would beat every other$/.exec(said) ?? [];
  return `${clause(reason, WHY, options)}${duel === undefined ? '' : `; una contra otra, ${duel} les ganaría a todas`}`;
};

const sentences = (options: readonly string[]): readonly Opening[] => [
  [
    /^(If it closed now: )?(.+?) it is: (.+?)((?:; [^;]+? was out, [^;]+?)*)\.(?: |$)/,
    (now, winner = '', said = '', out) =>
      `${now ? 'Si cerrara ahora: gana' : 'Gana'} ${named(winner, options)}: ${why(said, options)}${outs(out)}.`,
  ],
  [/^Nobody voted\.(?: |$)/, () => 'Nadie votó.'],
  [
    /^Nobody voted for what all can have((?:; [^;]+? was out, [^;]+?)*)\.(?: |$)/,
    (out) => `Nadie votó por algo que les sirva a todos${outs(out)}.`,
  ],
  [
    /^It's a tie between (.+?), (level one against one|[\d.]+ \w+ each(?: and as many who cannot come)?), and it is nobody's turn before the others'((?:; [^;]+? was out, [^;]+?)*)\.(?: |$)/,
    (tied = '', level = '', out) =>
      `Empate entre ${named(tied, options)}, ${
        level === 'level one against one'
          ? 'parejas una contra otra'
          : `${amount(level.split(' each')[0])} cada una${level.endsWith('come') ? ' y las mismas que no pueden' : ''}`
      }, y a nadie le toca antes que a los demás${outs(out)}.`,
  ],
  [
    /^None of these suits every family: (.+?)\.(?: |$)/,
    (all = '') =>
      `Ninguna les sirve a todas las familias: ${all
        .split('; ')
        .map((one) =>
          one.replace(/^(.+?)(?: is|:) (.+)$/, (_, option: string, said: string) => `${option}: ${breaches(said)}`),
        )
        .join('; ')}.`,
  ],
  [/^Each family counts once\.(?: |$)/, () => 'Cada familia cuenta una vez.'],
  [
    /^Counted by (people|share of the budget): (.+?)\.(?: |$)/,
    (by, all = '') =>
      `Se cuenta por ${by === 'people' ? 'personas' : 'parte del presupuesto'}: ${LIST.format(all.split(/, | and /))}.`,
  ],
  [
    /^Only (\d+) of the (\d+) families asked for had answered\.(?: |$)/,
    (answered, asked) =>
      `Solo ${answered === '1' ? 'había respondido 1' : `habían respondido ${answered}`} de las ${asked} familias que hacían falta.`,
  ],
  [
    /^(.+?) can come on none of these dates\.(?: |$)/,
    (who) =>
      `${capital(families(who))} no ${/^one family$/i.test(who ?? '') ? 'puede' : 'pueden'} en ninguna de estas fechas.`,
  ],
  [
    /^(.+?) sits? this one out: they do something else meanwhile(, and all meet again afterwards)?\.(?: |$)/,
    (who, rest) =>
      `${capital(families(who))} no ${/^one family$/i.test(who ?? '') ? 'participa' : 'participan'} esta vez: mientras hacen otra cosa${rest ? ', y después se reúnen todos' : ''}.`,
  ],
];

/** Why a poll came out so; nothing where a part of it is not known in Spanish. */
export const explained = (said: string, options: readonly string[]): string | undefined => {
  try {
    return inTurn(said, sentences(options));
  } catch (error) {
    if (error instanceof Unknown) return undefined;
    throw error;
  }
};
