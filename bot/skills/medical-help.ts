import { z } from 'zod';
import type { Choice, Reply } from '../../cards/reply.ts';
import { families } from '../../trips/families/family.ts';
import { latestItinerary } from '../../trips/itineraries/latest-itinerary.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import { namesHelp, tellsOfIllness, wantsCare } from '../understanding/care-words.ts';
import { askLibrary } from '../understanding/spanish/ask-library.ts';
import { planContext } from './change-plan.ts';
import { listContacts } from './emergency-contacts.ts';
import { bookedHere } from './reservations.ts';
import { skill, type TripContext } from './skill.ts';

/** What papers call those who help: each is asked for by itself, in both languages of papers. */
const HELPERS = {
  en: ['doctor', 'hospital', 'pharmacy', 'emergency number'],
  es: ['médico', 'hospital', 'farmacia', 'número de emergencias'],
} as const;
/** Lines that are told: more are not read in a hurry. */
const MOST_LINES = 4;

type Citation = NonNullable<Reply['citations']>[number];

interface Line {
  readonly text: string;
  readonly source: Citation;
}

/** The lines of an answer that name help, each with what it is quoted from. */
const linesOf = (text: string, citations: readonly Citation[]): readonly Line[] =>
  text.split(/(?<=\[\d+\]\.)\s+/).flatMap((sentence): readonly Line[] => {
    const [, said = '', number] = /^(.*?)\s*\[(\d+)\]/s.exec(sentence) ?? [];
    const source = citations.find(({ n }) => n === Number(number));
    return source && namesHelp(said) ? [{ text: said.replace(/[.\s]+$/, ''), source }] : [];
  });

/** What the trip's papers say of doctors, hospitals and pharmacies. */
const helpInPapers = async ({ house, member, group, words }: TripContext): Promise<readonly Line[]> => {
  const scope = { tripId: member.trip.id, familyId: group ? undefined : member.participation.familyId };
  const asked = words.language === 'es' ? [...HELPERS.es, ...HELPERS.en] : HELPERS.en;
  const found = new Map<string, Line>();
  for (const text of asked) {
    const answer = await house.library.ask({ text, scope, history: [] });
    if (answer.found) for (const line of linesOf(answer.text, answer.citations)) found.set(line.text, line);
  }
  return [...found.values()].slice(0, MOST_LINES);
};

/** What may be done beside: the others told, a day made lighter. */
const nextSteps = async (context: TripContext): Promise<readonly Choice[]> => {
  const { house, member, words } = context;
  const { trip } = member;
  const others = (await familiesIn(house.records, trip.id)).length - 1;
  const plan = await latestItinerary(house.records, trip.id);
  const today = plan && (await planContext(context, plan))?.today;
  const busy = plan?.days.some(({ date, items }) => date === today && items.some(({ kind }) => kind === 'sight'));
  return [
    ...(others > 0 ? [{ label: words.care.tellOthers, act: { skill: 'tell-everyone', input: {} } }] : []),
    ...(busy && today !== undefined
      ? [
          {
            label: words.care.easyDay,
            act: { skill: 'change-plan', input: { edit: { kind: 'lighten', on: today } } },
          },
        ]
      : []),
  ];
};

export const medicalHelpSkill = skill({
  name: 'medical-help',
  description: 'Says where help is when somebody is ill or hurt: from your papers, with your emergency contacts',
  who: 'member',
  reads: true,
  input: z.object({ said: z.string().max(300).optional() }),
  commands: ['we need a doctor', 'i need a doctor'],
  claims: wantsCare,
  examples: [
    "mia has a fever, where's a doctor",
    'my daughter is ill, what do we do',
    'we need a doctor for the little one',
    'Leo fell and hurt his arm',
    'grandma feels really sick',
    'he threw up all night',
  ],
  read: (text) => ({ said: text.slice(0, 300) }),
  run: async (context, { said = '' }) => {
    const { house, member, group, words, person } = context;
    const ill = tellsOfIllness(said);
    const lines = await helpInPapers(context);
    // What is asked of one thing, and is told, needs no more than that.
    if (!ill && lines.length > 0) {
      const scope = { tripId: member.trip.id, familyId: group ? undefined : member.participation.familyId };
      const answer = await askLibrary(house.library, { text: said, scope, history: [] }, words.language);
      if (answer.found && namesHelp(answer.text)) return { text: answer.text, citations: answer.citations };
    }
    const stay = (await bookedHere(context)).find(({ kind }) => kind === 'lodging')?.name;
    const family = person && !group ? await house.records.read(families, person.familyId, person.familyId) : undefined;
    const contacts = family?.emergencyContacts ?? [];
    const { care } = words;
    const told = [
      ...(ill ? [care.sorry] : []),
      care.serious,
      lines.length > 0
        ? care.fromPapers(lines.map(({ text }, index) => `${text} [${index + 1}].`).join(' '))
        : care.nowhere(stay),
      ...(contacts.length > 0 ? [care.contacts(listContacts(contacts, words))] : []),
    ];
    const choices = await nextSteps(context);
    return {
      text: told.join(' '),
      citations: lines.map(({ source }, index) => ({ ...source, n: index + 1 })),
      ...(choices.length > 0 ? { choices } : {}),
      private: contacts.length > 0,
    } satisfies Reply;
  },
});
