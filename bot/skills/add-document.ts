import { z } from 'zod';
import { type DocumentScope, documentScope } from '../../trips/documents/document.ts';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import { nameOfPasted } from '../understanding/pasted.ts';
import { offerFound } from './add-reservation.ts';
import { readFile } from './read-file.ts';
import { type Said, skill, type TripContext } from './skill.ts';

const PRIVATE =
  /\b(?:private|privad[oa]|solo (?:para )?(?:nosotros|m[ií]|mi familia|nuestra familia)|only (?:for )?(?:us|me|our family|my family)|just (?:for )?(?:us|me)|keep (?:it|this) to)\b/i;

export const addDocumentSkill = skill({
  name: 'add-document',
  description: 'Takes in a document (PDF, Word, web page, e-mail, calendar, text) and answers from it',
  who: 'member',
  input: z.object({
    /** A text that came as a message, and for whom it is to be kept once that is decided. */
    pasted: z.string().max(100_000).optional(),
    scope: documentScope.optional(),
  }),
  commands: ['add document', 'upload', 'add a document'],
  examples: [
    'i have a booking to send you',
    'how can i share a file with you',
    'please read our hotel confirmation',
    'can you read pdf files',
    'where do i put the guide',
    'i will send you our tickets as a file',
    'how do I give you a document',
    'i want to upload the hotel booking',
    'can i send you a pdf',
    'here is our confirmation',
    'add this file to the trip',
    'upload a guide for the families',
    'how can i send you a pdf',
    'i have our tickets here, shall i send them',
    'can you take a photo of the booking',
    'want to send you the hotel mail',
    'where can i upload something',
    'do you read word files',
    'i would like to add the guidebook',
    'are you able to look at an attachment',
    'where should our tickets go',
    'where do the booking papers go',
  ],
  run: async (context, { pasted, scope: decided }) => {
    if (pasted !== undefined) return decided ? keep(context, pasted, decided) : offerToKeep(context, pasted);
    const {
      files,
      text,
      group,
      progress,
      words: { documents: said },
    } = context;
    if (files.length === 0) {
      return { text: said.sendFile };
    }
    const scope = PRIVATE.test(text) && !group ? ('family' as const) : ('trip' as const);
    const lines: string[] = [];
    const read: string[] = [];
    for (const file of files) {
      progress.doing(said.reading(file.name));
      try {
        const one = await readFile(context, file.name, await file.read(), scope);
        lines.push(one.said);
        if (one.documentId !== undefined) read.push(one.documentId);
      } catch (error) {
        if (!(error instanceof PathfinderError) || error.code !== 'far-end-unavailable') throw error;
        lines.push(said.notFetched(file.name));
      }
    }
    const found = read.length > 0 ? await offerFound(context, read) : undefined;
    if (found) return { ...found, text: `${lines.join(' ')} ${found.text}`, private: scope === 'family' };
    const invitation = read.length > 0 ? ` ${said.askAbout(files.length > 1)}` : '';
    return { text: `${lines.join(' ')}${invitation}` };
  },
});

/** The longest text that is kept from a message: a longer one is a file. */
const MOST_PASTED = 4_000;

/** Asks what is to become of a text from elsewhere; until that is said it changes nothing. */
const offerToKeep = ({ group, words: { documents: said } }: TripContext, pasted: string): Said => {
  if (pasted.length > MOST_PASTED) return { text: said.pastedTooLong };
  const keepIt = (scope: DocumentScope) => ({ skill: 'add-document', input: { pasted, scope } });
  return {
    text: said.pasted,
    choices: [
      { label: said.keepForAll, act: keepIt('trip') },
      ...(group ? [] : [{ label: said.keepForUs, act: keepIt('family') }]),
      { label: said.keepNot, act: { skill: 'back', input: {} } },
    ],
  };
};

const keep = async (context: TripContext, pasted: string, scope: DocumentScope): Promise<Said> => {
  const { documents: said } = context.words;
  // What was said to keep it is no line that describes it.
  const file = { ...context, text: '' };
  const one = await readFile(file, nameOfPasted(pasted), new TextEncoder().encode(pasted), scope);
  const found = one.documentId === undefined ? undefined : await offerFound(file, [one.documentId]);
  if (found) return { ...found, text: `${one.said} ${found.text}`, private: scope === 'family' };
  return { text: one.documentId === undefined ? one.said : `${one.said} ${said.askAbout(false)}` };
};
