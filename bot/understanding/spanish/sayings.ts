import { FAMILIES_AND_PAPERS } from './sayings-of-families-and-papers.ts';
import { POLLS_AND_PLANS } from './sayings-of-polls-and-plans.ts';
import { RARE } from './sayings-of-rare-skills.ts';
import { TRIPS } from './sayings-of-trips.ts';
import { UPKEEP } from './sayings-of-upkeep.ts';

/** How people ask for a skill in Spanish. */
export interface SpanishSayings {
  /** Words that, as a whole message or at its beginning, mean the skill; without accents. */
  readonly commands?: readonly string[];
  readonly examples: readonly string[];
}

/** The core skills in Spanish, by the skill's name: what is learned from beside its English sayings. */
export const SPANISH_SAYINGS: Readonly<Record<string, SpanishSayings>> = {
  ...TRIPS,
  ...FAMILIES_AND_PAPERS,
  ...POLLS_AND_PLANS,
  ...UPKEEP,
  ...RARE,
};

/** What people also say in Spanish, and no skill is for. */
export const SPANISH_ELSEWHERE: readonly string[] = [
  'jajaja',
  'qué risa',
  'qué calor hace hoy',
  'está lloviendo aquí',
  'los niños ya se durmieron',
  'perdón, ese mensaje no era para ti',
  'me equivoqué de chat',
  'mi hijo ganó la carrera',
  'perdí el tren otra vez',
  'se nos fue el bus',
  'mi sobrina ganó un premio',
  'qué paisaje tan bonito',
  'el tráfico está imposible',
  'qué foto más linda',
  'hace un viento terrible',
  'feliz cumpleaños',
  'felicidades',
  'estoy cansadísimo',
  'se me acabó la batería',
  'mi jefe está de vacaciones',
  'hoy comimos pescado',
  'qué lindo día',
  'no puedo esperar',
  'va a estar divertido',
  'cuéntame un chiste',
  'cuánto es dos más dos',
  'quién ganó el partido',
  'pon música',
  'cuál es la capital de Francia',
  'llámame un taxi',
  'enciende la luz',
  'te quiero mucho',
  'qué opinas de la política',
  'nos vemos el lunes en la oficina',
  'el perro se comió mi tarea',
  'ya salí del trabajo',
  'traduce esto al francés',
  'escríbeme un poema',
  'cuánto cuesta un carro nuevo',
  'qué hora es en Tokio',
  'tengo hambre',
  'me duele la cabeza',
  'jaja buenísimo',
  'jajaja no puede ser',
  'qué tráfico hay',
  'qué horror de día',
  'qué cansancio',
  'se me perdió el celular',
  'olvidé las llaves en casa',
  'mi perro está malito',
  'te llamo más tarde',
  'hoy es mi aniversario',
  'qué bonito',
  'qué foto tan linda',
  'qué frío hizo ayer',
  'el domingo juega el equipo',
  'qué pena',
  'no me digas',
  'estuvo buenísimo el partido',
  'voy tarde al trabajo',
  'tengo cita con el médico',
  'mis papás mandan saludos',
  'se cayó el internet en la casa',
  'qué cosas pasan',
];
