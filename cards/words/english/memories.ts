import type { FamilyTitle } from '../../../trips/memories/superlatives.ts';
import { plural } from '../plural.ts';
import { say } from './say.ts';

const counted = plural('en');

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** What a title is called, and what makes it true. Each is one to be glad of. */
const TITLES: Readonly<Record<FamilyTitle, readonly [name: string, proof: (number: number, of?: number) => string]>> = {
  'answered-all': ['Always there', (number) => `answered ${number === 2 ? 'both' : `all ${number}`} polls`],
  quickest: ['Quickest off the mark', (number, of) => `answered first in ${number} of ${of ?? number} polls`],
  'same-mind': [
    'A nose for what wins',
    (number, of) => `voted for what was chosen in ${number} of ${of ?? number} polls`,
  ],
  generous: ['Most generous', (number) => `went along with the others' choice ${number} times`],
  storyteller: ['Kept us all talking', (number) => `wrote ${number} messages to everyone`],
  librarian: ['Had it all in writing', (number) => `gave us ${number} documents and bookings`],
  photographer: ['Eye of the trip', (number) => `shared ${number} photos`],
  company: ['Good company', (number) => `brought ${counted(number, { one: 'traveller', other: 'travellers' })}`],
};

/** The memory lane: what is kept of a trip when it is over. */
export const memories = {
  title: (trip: string): string => `${trip}: our memories`,
  lane: 'Memory lane',
  numbers: 'The trip in numbers',
  days: (count: number): string => counted(count, { one: 'day', other: 'days' }),
  families: (count: number): string => counted(count, { one: 'family', other: 'families' }),
  people: (count: number): string => counted(count, { one: 'traveller', other: 'travellers' }),
  cities: (names: readonly string[]): string =>
    names.length === 1 ? (names[0] ?? '') : `${names.length} cities: ${say.list(names)}`,
  places: (count: number): string => `${counted(count, { one: 'place', other: 'places' })} in the plan`,
  polls: (polls: number, votes: number): string =>
    `${counted(polls, { one: 'poll', other: 'polls' })}, ${counted(votes, { one: 'vote', other: 'votes' })}`,
  messages: (count: number): string => `${counted(count, { one: 'message', other: 'messages' })} to everyone`,
  spent: (total: string): string => `${total} spent together`,
  superlatives: 'And the medals go to',
  who: (families: readonly string[]): string => capital(say.list(families.map(say.family))),
  medal: (title: FamilyTitle): string => TITLES[title][0],
  proof: (title: FamilyTitle, number: number, of?: number): string => TITLES[title][1](number, of),
  fullestDay: 'The fullest day',
  fullestDayProof: (number: number): string => `${number} places in the plan`,
  favourite: 'Everybody wanted it',
  favouriteProof: (number: number): string => `${number} of ${number} votes`,
  outcomes: 'What we decided',
  votes: (votes: number, of: number): string => (of === 0 ? 'without a vote' : `${votes} of ${of} votes`),
  plan: 'How the days went in the plan',
  photos: 'Photos',
  photoOf: (place: number, family: string, caption: string | undefined): string =>
    caption ?? `Photo ${place}, from ${family}`,
  noPhotos: 'No photos are shared yet. Send me one with the words "for our memories", then say SHARE OUR PHOTOS.',
  pdf: 'PDF to print',
  footer: 'Made with Pathfinder. Whoever has this link can see this page; each family chose what of theirs is on it.',

  begun: "I'm looking back through the trip, and write to you here as soon as your memory lane is ready.",
  already: "I'm at it already, and tell you here as soon as it's ready.",
  tooEarly: (trip: string): string =>
    `${trip} isn't over yet. Its memory lane comes the morning after your last day; until then, send me photos with the words "for our memories".`,
  /** Short enough for a text of two parts, with the link. */
  ready: (trip: string, glance: string, link: string): string =>
    `Your memories of ${trip} are ready: ${glance}. ${link}`,
  here: (trip: string, glance: string, link: string): string => `Your memories of ${trip}: ${glance}. ${link}`,
  renew: 'Say MAKE MEMORIES AGAIN to add what came since.',
  kept: (count: number): string =>
    `Kept ${count === 1 ? 'the photo' : `${count} photos`} for your family alone. Say SHARE OUR PHOTOS when the others may see them.`,
  have: 'I have that photo already.',
  notKept: (name: string, why: string): string => `${name}: ${why}.`,
  sendPhoto:
    'Send me a photo with the words "for our memories", and I keep it with the trip, for your family alone until you share it.',
  shared: (count: number): string =>
    count === 0
      ? 'There is nothing new to share. Send me a photo with the words "for our memories".'
      : `Shared ${counted(count, { one: 'photo', other: 'photos' })}: they are on the memory lane for whoever has its link. Say UNSHARE OUR PHOTOS to take that back.`,
  unshared: (count: number): string =>
    count === 0
      ? 'None of your photos are shared.'
      : `${counted(count, { one: 'photo', other: 'photos' })} of yours ${count === 1 ? 'is' : 'are'} off the memory lane again.`,
  costs: (yes: boolean): string =>
    yes
      ? 'Noted: as far as you are concerned the memory lane may show what the trip cost in all. It does once every family says so.'
      : 'The memory lane does not show what the trip cost.',
  named: (yes: boolean): string =>
    yes
      ? 'Your family is named on the memory lane.'
      : 'Your family is no longer named among the medals of the memory lane.',
};
