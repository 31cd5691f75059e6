import type { Words } from '../catalogue.ts';

export const talk: Words['talk'] = {
  privateInGroup: 'Eso es asunto de tu familia, así que no lo digo en un grupo. Escríbeme directamente y te cuento.',
};
