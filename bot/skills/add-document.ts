import { z } from 'zod';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import { offerFound } from './add-reservation.ts';
import { readFile } from './read-file.ts';
import { skill } from './skill.ts';

const PRIVATE =
  /\b(?:private|privad[oa]|solo (?:para )?(?:nosotros|m[ií]|mi familia|nuestra familia)|only (?:for )?(?:us|me|our family|my family)|just (?:for )?(?:us|me)|keep (?:it|this) to)\b/i;

export const addDocumentSkill = skill({
  name: 'add-document',
  description: 'Takes in a document (PDF, Word, web page, e-mail, calendar, text) and answers from it',
  who: 'member',
  input: z.object({}),
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
  run: async (context) => {
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
