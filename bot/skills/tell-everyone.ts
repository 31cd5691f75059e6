import { z } from 'zod';
import { MAX_MESSAGE } from '../../trips/messages/message.ts';
import { postMessage } from '../../trips/messages/post-message.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import { sayRejection } from './say-rejection.ts';
import { skill } from './skill.ts';

const WORDS =
  /^(?:please |pls |(?:can|could|cld|will|would) (?:you|u) )*(?:tell|let|message|text|write (?:to )?|announce (?:to )?|inform|pass on to|say to)\s*(?:all (?:of )?(?:the )?|the )?(?:everyone|everybody|others|other families|families|group|whole group|all)(?: know)?(?: that)?\s*[:,-]?\s*([\s\S]{2,})$/i;

/** Something said before is to be passed on: what it says, only whoever means it knows. */
const PASS_IT_ON =
  /^(?:please |pls |(?:can|could|will|would) (?:you|u) )*(?:send|forward|pass|share|give|show) (?:it|this|that|them|these)(?: on| along| over)? (?:to|with) (?:everyone|everybody|(?:all )?the (?:others?|other families|group|rest|families)|them|all)\b[\s.!]*(?:please|pls)?[.!]*$/i;

export const tellEveryoneSkill = skill({
  name: 'tell-everyone',
  description: 'Passes your message on to all families of the trip',
  who: 'member',
  asksFirst: true,
  input: z.object({ text: z.string().min(1).max(MAX_MESSAGE).optional(), sure: z.boolean().optional() }),
  runsOn: true,
  commands: ['tell everyone', 'tell everybody', 'tell the others', 'tell all', 'message everyone'],
  wordSlots: ['text'],
  sentenceSlots: ['text'],
  claims: (text) =>
    PASS_IT_ON.test(text.trim()) ||
    (WORDS.test(text.trim()) && !/\b(?:vote|choose|decide|pick|poll|rank)\b/i.test(text)),
  examples: [
    'tell everyone we are running late',
    'let the others know that dinner moved to 8',
    'tell all families the taxi is here',
    'message everybody: we meet at the fountain',
    'can you tell the other families we found the keys',
    'pass on to everyone that the pool is open',
    'write to the group that we land at ten',
    'let everybody know Mia feels better',
    'tell everybody that lunch is at one',
    'please let the other families know that we are stuck in traffic',
    'say to all that the bus leaves at 9',
    'inform everyone the key is under the mat',
    'write to everybody: pool party at 4',
    'give everyone a heads up that it will rain',
    'pass this on to the others: bring towels',
    'let the group know Tim is ill',
    'shout to the others that dinner is ready',
    'announce that breakfast is from 8',
    'let the others know that we have the keys',
    'please say to everybody that the bus is late',
    'forward to all families: bring towels',
    'give the group the message that we are here',
  ],
  read: (text, context) =>
    context.expectedSlot === 'text' ? { text: text.trim() } : { text: WORDS.exec(text.trim())?.[1]?.trim() },
  run: async (context, { text, sure }) => {
    const { house, member, conversation, words } = context;
    const said = words.everyone;
    if (text === undefined) {
      context.expect('text', {});
      return { text: said.what };
    }
    const others = (await familiesIn(house.records, member.trip.id)).length - 1;
    if (others === 0) return { text: said.nobody };
    if (!sure) {
      return {
        text: said.shallI(others, text),
        choices: [
          { label: said.yes, act: { skill: 'tell-everyone', input: { text, sure: true } } },
          { label: said.no, act: { skill: 'back', input: {} } },
        ],
      };
    }
    const posted = await postMessage(
      house.records,
      house.clock,
      member,
      { text, everywhere: true, key: `${conversation} ${context.eventId}` },
      conversation,
    );
    if (!posted.ok) return sayRejection(posted, words);
    context.changed(words.things.toldEveryone);
    return { text: said.told(text) };
  },
});
