import { own } from '../../../trips/own.ts';
import type { Words } from '../catalogue.ts';
import { plural } from '../plural.ts';
import { say } from './say.ts';

const count = plural('es');

/** What is kept in English of what families say, in Spanish. */
const WORDS: Readonly<Record<string, string>> = {
  vegetarian: 'vegetariana',
  vegan: 'vegana',
  halal: 'halal',
  kosher: 'kosher',
  pescatarian: 'pescetariana',
  'gluten-free': 'sin gluten',
  'lactose-free': 'sin lactosa',
  'dairy-free': 'sin lácteos',
  'no nuts': 'sin nueces',
  'no peanuts': 'sin cacahuates',
  'no pork': 'sin cerdo',
  'no beef': 'sin carne de res',
  'no alcohol': 'sin alcohol',
  'no seafood': 'sin mariscos',
  'no shellfish': 'sin mariscos',
  'no fish': 'sin pescado',
  'no eggs': 'sin huevo',
  'no gluten': 'sin gluten',
  'no dairy': 'sin lácteos',
  'no lactose': 'sin lactosa',
  'no meat': 'sin carne',
  nuts: 'nueces',
  peanuts: 'cacahuates',
  eggs: 'huevo',
  milk: 'leche',
  fish: 'pescado',
  shellfish: 'mariscos',
  seafood: 'mariscos',
  'bee stings': 'picaduras de abeja',
  wheelchair: 'silla de ruedas',
  stroller: 'carriola',
  'short walks': 'caminatas cortas',
  'no stairs': 'sin escaleras',
  'easily carsick': 'se marea en el coche',
  'easily seasick': 'se marea en el mar',
  'nap after lunch': 'siesta después del almuerzo',
  'early meals': 'comidas temprano',
  'walking stick': 'bastón',
  crutches: 'muletas',
  'walking frame': 'andador',
  slow: 'tranquilo',
  steady: 'normal',
  full: 'intenso',
  beach: 'playa',
  beaches: 'playas',
  museum: 'museo',
  museums: 'museos',
  shopping: 'compras',
  hiking: 'senderismo',
  aquarium: 'acuario',
  food: 'comida',
  gardens: 'jardines',
  music: 'música',
  history: 'historia',
  nature: 'naturaleza',
  swimming: 'natación',
  mother: 'mamá',
  mum: 'mamá',
  mom: 'mamá',
  father: 'papá',
  dad: 'papá',
  grandmother: 'abuela',
  grandma: 'abuela',
  grandfather: 'abuelo',
  grandpa: 'abuelo',
  aunt: 'tía',
  uncle: 'tío',
  sister: 'hermana',
  brother: 'hermano',
  friend: 'amistad',
  doctor: 'médico',
};
const word = (said: string): string => own(WORDS, said.toLowerCase()) ?? said.replace(/^nap at /, 'siesta a las ');

const MISSING = {
  budget: 'presupuesto',
  walking: 'si alguien camina poco',
  food: 'comida',
  dates: 'días que no pueden',
  likes: 'lo que les gusta',
} as const;

export const family: Words['family'] = {
  word,
  understood: (said) => {
    const { adults, children = [], diet, allergies, mobility, budget, each, pace, interests, away } = said;
    const ages = children.map(({ age }) =>
      age === undefined
        ? 'un niño o niña'
        : age === 0
          ? 'un bebé'
          : `un niño o niña de ${count(age, { one: 'año', other: 'años' })}`,
    );
    const parts = [
      ...(adults === undefined ? [] : [count(adults, { one: 'adulto', other: 'adultos' })]),
      ...ages,
      ...diet.map((item) =>
        item.startsWith('no ') ? `${word(item)} para alguien de ustedes` : `comida ${word(item)}`,
      ),
      ...allergies.map((what) => `alergia: ${word(what)}`),
      ...mobility.map((item) => (item === 'wheelchair' || item === 'stroller' ? `llevan ${word(item)}` : word(item))),
      ...(budget ? [`presupuesto de ${budget}${each ? ` (${each.amount} por persona, son ${each.people})` : ''}`] : []),
      ...(pace ? [`ritmo ${word(pace)}`] : []),
      ...interests.map(([topic, score]) => `${word(topic)} ${score} de 5`),
      ...(away.length > 0
        ? [
            `no pueden ${away.map(([first, last]) => (first === last ? `el ${first}` : `del ${first} al ${last}`)).join(' y ')}`,
          ]
        : []),
    ];
    return `Anotado: ${say.list(parts)}.`;
  },
  anythingElse: (missing) =>
    missing.length === 0
      ? 'Escribe QUIEN SOY para ver todo lo que sé.'
      : `¿Algo más que deba saber: ${missing.map((one) => MISSING[one]).join(', ')}?`,
  memberNoted: (name, now) =>
    typeof now === 'number' ? `Anotado: ${name} tiene ${now}.` : `Anotado: ${name} se llama ${now}.`,
  whichDaysAway: '¿Qué días del viaje no están? P. ej. "no podemos el 12 de junio".',
  whichChild: (age) => `¿Quién tiene ${age} ahora?`,
  whoseAge: (people) =>
    `¿De quién corrijo el nombre o la edad? P. ej. "Leo ya tiene 5" o "Adulto 2 se llama Wei". Tengo a ${people}.`,
  unknownMember: (name, family, people, unnamed) =>
    `No conozco a ${name} en la familia ${family}. Están ${people}.${unnamed === undefined ? '' : ` Si ${name} es una de esas personas, dilo así: "${unnamed} se llama ${name}".`}`,
  agesInPrivate: 'Los nombres y las edades quedan entre tu familia y yo: dímelo en nuestro chat privado.',
  adminCorrects:
    'Solo quien administra tu familia corrige nombres y edades. Pídeselo, o escribe QUIEN SOY para ver quién es.',
  whoOf: (all) =>
    `Son ${all}: ¿cuántos adultos, y qué edades tienen los niños? P. ej. "2 adultos, niños de 4 y 9", o "todos adultos".`,
  eachOfHowMany: (amount) => `${amount} por persona: ¿cuántos son? P. ej. "2 adultos, niños de 4 y 9".`,
  ask: 'Cuéntame de tu familia en una línea: cuántos adultos, edades de los niños, comida, si alguien camina poco, presupuesto. P. ej. "2 adultos, niños de 4 y 9, una vegetariana".',
  notedInGroup: 'Anotado para tu familia. Esas cosas van mejor en nuestro chat privado: quedan solo con tu familia.',

  known: 'Esto es lo que sé de ti; solo lo ve tu familia.',
  knownInGroup: (name) => `Eres ${name}. Lo que sé de tu familia lo cuento solo en nuestro chat privado.`,
  labels: {
    you: 'Tú',
    family: 'Familia',
    members: 'Quiénes son',
    food: 'Comida',
    allergies: 'Alergias',
    mobility: 'Para moverse',
    budget: 'Presupuesto',
    pace: 'Ritmo',
    interests: 'Les gusta',
    away: 'No pueden',
    notes: 'Notas',
    emergency: 'En una emergencia',
    trips: 'Viajes',
  },
  speaksFor: (family) => `${family}, y tú respondes por ella`,
  noTrips: 'ninguno todavía',

  needsCountry: 'Necesito el número con código de país, para escribirle al teléfono correcto: p. ej. "+1 555 0100".',
  whichToInvite: '¿Para qué familia hago el código? Solo el apellido, p. ej. Silva.',
  codeFor: (family, code) => `El código para la familia ${family} es ${code}.`,
  code: (family, code, days, trip) =>
    `Este es el código para la familia ${family}: ${code}. Que me escriban "unirme ${code}" en los próximos ${count(days, { one: 'día', other: 'días' })} y ya están en ${trip}. O dame su número o correo y se lo mando: "invita a la familia ${family} al +1 555 0100".`,
  codes: (codes, days, trip) =>
    `Estos son los códigos, para los próximos ${count(days, { one: 'día', other: 'días' })}:\n${codes.map(([family, code]) => `${family}: unirme ${code}`).join('\n')}\nQue cada familia me escriba su línea y ya está en ${trip}.`,
  shallISend: (said, door, hint) =>
    `${said} ¿Le mando la invitación ${door === 'email' ? 'por correo' : 'por mensaje'} a ${hint} en tu nombre? Solo si la espera: dice quién invita y cómo no recibir más.`,
  yesExpected: 'Sí, la espera',
  noByHand: 'No, yo se la doy',
  invitedAlready: (_detail) => 'Esa familia ya está invitada o ya está en el viaje.',
  sendAgain: 'Mandarla otra vez',
  cancelInvitation: 'Cancelar esa invitación',
  whoIsInvited: '¿Quién está invitado?',
  whomToAdd: '¿A quién agrego a tu familia? Dime el nombre, y la edad si es menor.',
  adminAdds: 'Solo quien responde por tu familia agrega gente a ella.',
  added: (name, family) => `${name} ya está en la familia ${family}.`,
  addedAlready: (name, family) => `${name} ya estaba en la familia ${family}.`,
  addedWithCode: (name, family, code) =>
    `${name} ya está en la familia ${family}. Para participar, que me escriba "unirme ${code}". El voto sigue siendo uno por familia.`,
};
