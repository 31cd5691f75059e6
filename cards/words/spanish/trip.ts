import type { Words } from '../catalogue.ts';
import { plural } from '../plural.ts';

const at = (trip: string, dates: string | undefined): string => `${trip}${dates === undefined ? '' : ` (${dates})`}`;

const count = plural('es');

export const trip: Words['trip'] = {
  demoProgress: 'Preparando un viaje de muestra y leyendo sus documentos…',
  demoAgain: (where, dates, family, company) =>
    `Tu viaje de muestra sigue aquí: ${where}, ${dates}. Respondes por ${family}, con ${company}.`,
  demo: (where, dates, family, company, documents) =>
    `Este es un viaje de muestra: ${where}, ${dates}. Respondes por ${family} (Leo, de 4 años, no puede comer nueces), con ${company}. Leí ${documents} documentos: pregunta "¿a qué hora es el check-in?" o escribe PLANEAR.`,
  demoVote: 'Primero, tu voto decide:',
  demoSettled: 'La cena ya está decidida:',
  lisbon: 'Lisboa',

  askCode: '¿Cuál es el código? Son seis letras y números, como K7QF42.',
  linkGone: 'Ese enlace ya venció o se cerró. Pídele uno nuevo a quien te lo mandó, o manda UNIRME y un código.',
  unknownCode: (code) =>
    `No conozco el código ${code}. Revísalo con quien te lo mandó y prueba otra vez con UNIRME y el código.`,
  askAge: '¿Cuántos años tienes? Dímelo así: tengo 34 años.',
  withFamily: (family, name) =>
    `Ya estás con la familia ${family}, ${name}. Cuando tu familia esté en un viaje, te aviso aquí.`,
  joined: (trip, dates, family, company) =>
    `Estás en ${at(trip, dates)} por la familia ${family}${company === '' ? '' : `, con ${company}`}.`,
  joinedAlready: (trip, dates, family, company) =>
    `Ya estabas en ${at(trip, dates)} por la familia ${family}${company === '' ? '' : `, con ${company}`}.`,
  welcome: (name) => (name === undefined ? '¡Te doy la bienvenida!' : `¡Te doy la bienvenida, ${name}!`),
  whatName: '¿Cómo te llamas?',
  askAnything: 'Pregúntame lo que quieras o escribe MENU.',

  askName: '¿Cómo te llamas? Nombre y apellido, p. ej. Ana Silva.',
  niceToMeet: (name, family) => `Mucho gusto, ${name}. Aquí estás con ${family}.`,
  niceToMeetOne: (name, family) => `Mucho gusto, ${name}. Aquí tu familia es ${family}.`,
  helloFamily: (family) =>
    `¡Saludos a ${family}! Para que se vea quién de ustedes pregunta, di p. ej. "me llamo Ana Silva".`,
  aboutFamily: '¿Cuántos son y qué edad tienen los niños? P. ej. "2 adultos, niños de 4 y 9"',

  askDestination:
    '¡Qué bien! ¿A dónde y cuándo? P. ej. "Lisboa, del 11 al 15 de junio de 2027". Si aún no sabes las fechas, pueden esperar.',
  adminOnly: (family) =>
    `Solo quien responde por la familia ${family} empieza viajes para ella. Pídele que escriba NUEVO VIAJE.`,
  setUp: (trip, dates, budget, rules) =>
    `${trip} está listo${dates === undefined ? '' : `, ${dates}`}${budget === undefined ? '' : `, ${budget} entre todos`}${rules.length === 0 ? '' : `, con estas reglas: ${rules.join(', ')}`}.`,
  datesLater: (days, roughly) => {
    const known = [days && count(days, { one: 'día', other: 'días' }), roughly].filter(Boolean).join(' en ');
    if (known === '') return 'Dime las fechas cuando las tengas.';
    return `${known.charAt(0).toUpperCase()}${known.slice(1)}: dime ${days === undefined ? 'las fechas' : 'el primer día'} cuando lo sepas.`;
  },
  othersToInvite: (families) =>
    `Para ${families === 1 ? 'la otra familia' : `las otras ${families} familias`}, di p. ej. "invita a la familia Silva".`,
  budgetIn: (budget) => `¿${budget} de qué para todos? Di p. ej. "presupuesto de ${budget} euros".`,
  timesAreUtc: 'Las horas van en UTC hasta que digas, p. ej., "nuestra zona horaria es Lisboa".',
  whatIsYourName: 'Para que las otras familias sepan quién pregunta: ¿cómo te llamas? P. ej. Ana Silva.',
  howToInvite:
    'Para invitar a una familia, di, p. ej., "invita a la familia Silva" y te doy un código para ella. Mándame reservas y guías, y te respondo con ellas.',

  whichDays: '¿Qué días? P. ej. "del 11 al 15 de junio de 2027".',
  settled: (trip, dates, budget) =>
    `Anotado: ${trip}${dates === undefined ? '' : `, ${dates}`}${budget === undefined ? '' : `, ${budget} entre todos`}. Escribe PLANEAR y hago el plan.`,

  using: (trip) => `Ahora hablamos de ${trip}. Pregúntame lo que quieras o escribe MENU.`,
  which: '¿Qué viaje?',
  whichInstead: (said) => `No veo un viaje llamado ${said}. ¿Cuál de estos?`,

  whenAndWhere: (where, dates, length) =>
    dates === undefined
      ? `Van a ${where}${length === undefined ? '' : `, ${length}`}. Las fechas están por decidir: di p. ej. "del 11 al 15 de junio".`
      : `Van a ${where}, ${dates}.`,
  atAGlance: (trip) => `${trip} de un vistazo.`,
  where: 'Dónde',
  when: 'Cuándo',
  notSettled: 'por decidir',
  organizer: 'Organiza',
  families: 'Familias',
  budget: 'Presupuesto',
  forEveryone: (budget) => `${budget} entre todos`,
  documents: 'Documentos',
  noDocuments: 'ninguno todavía: mándame uno',
  openPolls: 'Votaciones abiertas',
  none: 'ninguna',
};
