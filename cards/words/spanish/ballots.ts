import type { Words } from '../catalogue.ts';
import type { DayAnswer, OptionStands, OwnAnswer } from '../english/ballots.ts';
import { say } from './say.ts';

const DAYS: Readonly<Record<DayAnswer, string>> = { yes: 'sí', 'if-need-be': 'si hace falta', no: 'no' };

const nth = (place: number): string => `${place}.º`;

const given = ({ score, place, day }: OwnAnswer): string | undefined =>
  score !== undefined ? `${score}` : place !== undefined ? nth(place) : day && DAYS[day];

const graded = (
  kind: 'score' | 'rank' | 'dates',
  { votes, score, beats = 0, ifNeedBe = 0, cannot = 0 }: OptionStands,
): string | undefined => {
  if (kind === 'score') return score === undefined ? undefined : `${score} de 5`;
  if (kind === 'rank') return `por delante de ${beats}${votes > 0 ? `, primera para ${votes}` : ''}`;
  return [`${votes} sí`, ifNeedBe > 0 && `${ifNeedBe} si hace falta`, cannot > 0 && `${cannot} no`]
    .filter(Boolean)
    .join(', ');
};

export const ballots: Words['ballots'] = {
  asks: (kind) =>
    ({
      choice: 'Cada familia tiene un voto',
      score: 'Cada familia califica todas las opciones, 5 es la mejor nota',
      approval: 'Cada familia elige todas las que le sirvan',
      rank: 'Cada familia ordena las opciones, la mejor primero',
      dates: 'Cada familia dice cuándo puede: sí, si hace falta o no',
    })[kind],
  chooses: (kind, named) =>
    kind === 'rank'
      ? `pone ${named.map((one, place) => (place === 0 ? `primero ${one}` : `luego ${one}`)).join(', ')}`
      : `${{ choice: 'vota', score: 'califica', approval: 'elige' }[kind]} ${say.list(named)}`,
  canCome: (yes, ifNeedBe) =>
    ifNeedBe.length === 0
      ? `dice que sí a ${say.list(yes)}`
      : yes.length === 0
        ? `puede solo si hace falta: ${say.list(ifNeedBe)}`
        : `dice que sí a ${say.list(yes)}, y si hace falta a ${say.list(ifNeedBe)}`,
  canNever: 'dice que no a todas',
  stands: (kind, option) =>
    kind === 'choice' || kind === 'approval' ? say.families(option.votes) : (graded(kind, option) ?? 'sin notas'),
  counted: (kind, option) =>
    kind === 'choice' || kind === 'approval' ? say.votes(option.votes) : (graded(kind, option) ?? ''),
  soFar: (kind, text, { votes, score, beats = 0, ifNeedBe = 0 }, weighed) => {
    switch (kind) {
      case 'score':
        return `${text} ${score ?? ''}`.trim();
      case 'rank':
        return `${text} por delante de ${beats}`;
      case 'dates':
        return `${text} ${votes} sí${ifNeedBe > 0 ? ` + ${ifNeedBe} si hace falta` : ''}`;
      default:
        return `${text} ${weighed === undefined ? votes : `${votes} (cuenta ${weighed})`}`;
    }
  },
  mine: (answer) => {
    const said = given(answer);
    return said === undefined ? ' (lo que eligió tu familia)' : ` (tu familia: ${said})`;
  },
  yours: (answer) => {
    const said = given(answer);
    return said === undefined
      ? ' (tu voto)'
      : answer.score === undefined
        ? ` (ustedes: ${said})`
        : ` (tu nota: ${said})`;
  },
  howTo: (kind, last) =>
    ({
      score: `califica cada una, 5 es la mejor nota; p. ej. "1=4 ${last}=2"`,
      approval: `responde todas las que les sirvan; p. ej. "1 ${last}"`,
      rank: `ordénalas, la mejor primero; p. ej. "${last} 1"`,
      dates: `di cuándo pueden; p. ej. "1 sí, 2 tal vez${last > 2 ? `, ${last} no` : ''}"`,
    })[kind],
  byClick: (kind) =>
    ({
      choice: 'una familia, un voto.',
      score: 'califica cada opción, 5 es la mejor nota. Elige una para calificarla o cambiar su nota.',
      approval: 'elige todas las que les sirvan; elige una otra vez para quitarla.',
      rank: 'dale un lugar a cada opción, 1 es la mejor, y envía. Lo que no tiene lugar queda al final.',
      dates: 'di en cada fecha si pueden ir, y envía.',
    })[kind],
  needs: (kind, question, last) =>
    ({
      choice: `En "${question}" se elige una sola opción: responde un número del 1 al ${last}.`,
      score: 'En esta votación cada opción lleva una nota, 5 es la mejor: p. ej. "1=4 2=2".',
      approval: 'En esta votación eliges todas las que les sirvan, sin notas: p. ej. "1 3".',
      rank: `En esta votación ordenas las opciones, la mejor primero: p. ej. "${last} 1".`,
      dates: 'En esta votación dices cuándo pueden: p. ej. "1 sí, 2 tal vez, 3 no".',
    })[kind],
  oneOfThem: (named) => `En esta votación cada familia elige una sola. ¿Cuál de ellas: ${say.either(named)}?`,
  whichOfThem: (named) => `¿Cuál de ellas quieres decir: ${say.either(named)}?`,
  notThose: (kind, not, others) =>
    others.length === 1
      ? `Entonces no ${say.either(not)}. ¿Es ${say.list(others)}? Manda su número.`
      : `Entonces no ${say.either(not)}. ${
          kind === 'choice'
            ? `¿Cuál de las otras: ${say.either(others)}?`
            : kind === 'dates' || kind === 'approval'
              ? `¿Cuáles de las otras les sirven: ${say.either(others)}? Todas: "todas menos ${not.map((one) => one.split(')', 1)[0]).join(' y ')}".`
              : ballots.needs(kind, '', not.length + others.length)
        }`,
  day: (answer) => ({ yes: 'Sí', 'if-need-be': 'Si hace falta', no: 'No' })[answer],
  place: nth,
  noPlace: 'Sin lugar',
  send: 'Enviar nuestra respuesta',
  newOption: '¿Otra cosa?',
  newOptionExample: 'Otra opción',
  add: 'Agregarla',
  mayAdd: 'Para agregar una: "otra opción: ...".',
  canYou: (date) => `¿Puede ir tu familia en ${date}?`,
  placeTwice: 'Dos opciones tienen el mismo lugar: dale a cada una el suyo, o ninguno.',
  nothingSaid: 'Aún no dijiste nada: responde al menos por una opción.',
};
