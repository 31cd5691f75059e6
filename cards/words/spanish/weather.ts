import type { Sky } from '../../../trips/weather/forecast.ts';
import type { Words } from '../catalogue.ts';

const CIELOS: Readonly<Record<Sky, string>> = {
  clear: 'despejado',
  'partly-cloudy': 'parcialmente nublado',
  cloudy: 'nublado',
  fog: 'niebla',
  drizzle: 'llovizna',
  rain: 'lluvia',
  'freezing-rain': 'lluvia helada',
  snow: 'nieve',
  showers: 'chubascos',
  'snow-showers': 'chubascos de nieve',
  thunderstorm: 'tormentas',
};

export const weather: Words['weather'] = {
  sky: (sky) => CIELOS[sky],
  rain: (percent) => `${percent}% de probabilidad de lluvia`,
  day: (day, parts) => `el ${day}: ${parts.join(', ')}`,
  forecast: (places, source, at) =>
    `${places.map(({ place, days }) => `${place}: ${days.join('; ')}.`).join(' ')} Pronóstico de ${source}, ${at}.`,
  off: 'No tengo pronóstico del tiempo: este servidor no está configurado para eso.',
  unreachable: 'Ahora no alcanzo el servicio del tiempo. Pregúntame otra vez en unos minutos.',
  unknownPlace: (place) => `El servicio del tiempo no conoce ${place}.`,
  notYet: (day, last) => `El pronóstico llega por ahora hasta el ${last}. Pregúntame otra vez más cerca del ${day}.`,
  over: (day) => `El ${day} ya pasó: solo sé lo que está pronosticado.`,
  instead: (pairs) =>
    `Si llueve: ${pairs
      .map(({ indoors, outdoors, day }) =>
        day === undefined
          ? `${indoors} en vez de ${outdoors}`
          : `${outdoors} cambia de lugar con ${indoors} del ${day}`,
      )
      .join('; ')}.`,
  drier: (what, wet, dry) =>
    `Es probable que llueva el ${wet.day} (${wet.chance}%), cuando toca ${what} al aire libre; el ${dry.day} se ve más seco (${dry.chance}%) y hay lugar. ¿Lo muevo?`,
  moveIt: 'Sí, muévelo',
  keepIt: 'No, déjalo',
  take: (indoors, outdoors) => `${indoors} en vez de ${outdoors}`,
  indoors: (day) => `Ideas bajo techo para el ${day}`,
};
