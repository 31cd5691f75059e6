import type { Words } from '../catalogue.ts';

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

export const budget: Words['budget'] = {
  ownAlone: (own) => `El presupuesto de tu familia: ${own}.`,
  none: 'Todavía no hay presupuesto para todos. Quien organiza dice, p. ej., "el presupuesto para todos es de 6000 euros".',
  left: (left, total, spent, each) => `Quedan ${left} de ${total} (van gastados ${spent}): ${each} por persona.`,
  over: (over, total, spent) => `Van gastados ${spent}: ${over} más que el presupuesto de ${total}.`,
  besides: (amounts) => `Además, ${amounts} en otra moneda.`,
  ownLeft: (left, part) => `A tu familia le quedan ${left} de sus ${part}.`,
  ownOver: (over, part) => `Tu familia se pasó por ${over} de su parte de ${part}.`,
  spent: (amounts) => `Gastado hasta ahora: ${amounts}.`,
  divided: 'Repartido:',
  forEveryone: (total, by) =>
    `${total} entre todos, ${{ family: 'por igual entre familias', head: 'según cuántas personas son', share: 'en partes acordadas' }[by]}.`,
  yourPart: (part) => `La parte de tu familia: ${part}.`,
  parts: (parts) =>
    `${capital(parts.map(([family, part]) => `${family} ${part}`).join(', '))}. Cada familia ve solo su parte.`,
  howToDivide:
    'Para repartirlo di, p. ej., "reparte el presupuesto por persona", o "reparte el presupuesto: Silva 2 partes, Chen 1".',
};
