import type { Words } from '../catalogue.ts';
import { plural } from '../plural.ts';
import { say } from './say.ts';

const count = plural('es');

export const why: Words['why'] = {
  nothing: 'Todavía no se ha votado nada. Empieza una encuesta: "encuesta: ¿dónde cenamos? A, B o C".',
  noNumbers: (question) => `No tengo números de "${question}": se decidió antes de que los guardara.`,
  stillOpen: (ground) => `La votación sigue abierta. ${ground}`,
  rules: {
    turns:
      'Cada decisión gasta un turno, repartido entre quienes la querían; va primero lo que menos turnos ha gastado, y luego lo que tiene más votos.',
    'one-against-one':
      'Se comparan las opciones de dos en dos: cuántas familias ponen una antes que la otra. Gana la que le gana a todas; si hay empate, la que menos turnos ha gastado.',
    days: 'Un sí cuenta uno, y "si hace falta", medio. Si hay empate, va primero la fecha en que menos familias faltan, y luego la que menos turnos ha gastado.',
  },
  turnsUsed: (used) => `Turnos gastados hasta ahora: ${used}.`,
  ground: (question, ground) => `"${question}": ${ground === '' ? 'que yo sepa, nada se interpone.' : ground}`,
  nothingInTheWay: 'que yo sepa, nada se interpone.',
  nothingBetween: 'Que yo sepa, nada se interpone entre ustedes. Pónganlo a votación: "encuesta: ¿A o B?"',
  wouldBring: (turns) => `dejaría a sus familias en ${count(turns, { one: 'turno', other: 'turnos' })}`,
  out: (reasons) => `fuera: ${say.list(reasons)}`,
  wantedBy: (families) => `la quieren ${families}`,
};
