import type { Words } from '../catalogue.ts';

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

export const budget: Words['budget'] = {
  ownAlone: (own) => `El presupuesto de tu familia: ${own}.`,
  none: 'Todavía no hay presupuesto para todos. Quien organiza dice, p. ej., "el presupuesto para todos es de 6000 euros".',
  divided: 'Repartido:',
  forEveryone: (total, by) =>
    `${total} entre todos, ${{ family: 'por igual entre familias', head: 'según cuántas personas son', share: 'en partes acordadas' }[by]}.`,
  yourPart: (part) => `La parte de tu familia: ${part}.`,
  parts: (parts) =>
    `${capital(parts.map(([family, part]) => `${family} ${part}`).join(', '))}. Cada familia ve solo su parte.`,
  howToDivide:
    'Para repartirlo di, p. ej., "reparte el presupuesto por persona", o "reparte el presupuesto: Silva 2 partes, Chen 1".',
};
