import { z } from 'zod';
import { DAY_SCORES } from '../../trips/consensus/ballot.ts';
import { sayFamily } from '../../trips/families/family.ts';
import { recordBallot } from '../../trips/polls/cast-ballot.ts';
import { type Said as Choosing, SIT_OUT } from '../../trips/polls/choice.ts';
import { openPolls } from '../../trips/polls/open-poll.ts';
import type { Poll } from '../../trips/polls/poll.ts';
import { readStanding } from '../../trips/polls/standing.ts';
import { asOrganizer } from '../../trips/roles/permission.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import { readBallotWords } from '../understanding/ballot-words.ts';
import { matchOption, optionsInOrder } from '../understanding/option-words.ts';
import { sayChoice } from '../views/ballot.ts';
import { pollReply } from '../views/poll.ts';
import { sayRejection } from './say-rejection.ts';
import { skill } from './skill.ts';

const RECORD =
  /^(?:please )?(?:record|note|put down)\b:?\s*(?:that )?(?:the )?([\p{L}][\p{L}'’ -]{0,40}?)(?: family)? (?:votes?|voted|picks?|scores?|chose|chooses?|takes?|wants?)(?: for)? (.{1,200})$/iu;

/** What a family's answer says in this poll: its numbers, or words of one option. */
const choosingOf = (poll: Poll, words: string): Choosing | undefined => {
  if (/^(?:to )?(?:sit(?:ting)? (?:this|it)(?: one)? out|none(?: of them)?)\W*$/i.test(words)) return SIT_OUT;
  const idOf = (number: string): string => poll.options[Number(number) - 1]?.optionId ?? `option ${number}`;
  const { scores, picks, days } = readBallotWords(words);
  if (picks) return picks.map((number) => idOf(`${number}`));
  const several =
    scores ?? (days && Object.fromEntries(Object.entries(days).map(([number, day]) => [number, DAY_SCORES[day]])));
  if (several) return Object.fromEntries(Object.entries(several).map(([number, score]) => [idOf(number), score]));
  const number = /^(?:option |number )?(\d{1,2})[.!]?$/i.exec(words.trim())?.[1];
  if (number !== undefined) return idOf(number);
  const named = poll.kind === 'rank' || poll.kind === 'dates' ? optionsInOrder(poll, words) : [];
  return named.length > 0 ? named : matchOption(poll, words);
};

export const recordVoteSkill = skill({
  name: 'record-vote',
  description: 'Records the vote of a family that answered elsewhere, marked as such',
  who: 'member',
  organizerOnly: true,
  input: z.object({ family: z.string().max(60).optional(), words: z.string().max(200).optional() }),
  commands: ['record vote', 'record a vote'],
  pattern: RECORD,
  examples: [
    'record: the Okoyes vote 2',
    'record that the Chens voted for the taverna',
    'put down that the Silvas vote 1',
    'note that the Okoye family chose the museum',
    'the Bergs told me on the phone they vote 2',
    'note the Webers picked the lake',
    'enter a vote for the Contis: number 1',
    'put in option 3 for the Larsens, they have no phone',
    "record the Duponts' vote for the zoo",
    'the Larsens called, they want the lake',
    'the Webers told me they pick number 2, write that down',
    'put the Contis in for the zoo, they asked me to',
    'the Duponts are for the museum, note that for them',
    'Mrs Berg phoned, her family takes option 1',
    "for the Hansens it's the beach, they texted me",
  ],
  read: (text) => {
    const [, family, words] = RECORD.exec(text.trim()) ?? [];
    return { family, words };
  },
  run: async (context, { family, words: choosing }) => {
    const { house, member, conversation, group, changed, words } = context;
    const { settling } = words;
    const may = asOrganizer(member, 'only the organizer records a vote for another family');
    if (!may.ok) return sayRejection(may, words);
    if (family === undefined || choosing === undefined) return { text: settling.askWhose };
    const plain = (name: string): string =>
      name
        .toLowerCase()
        .replace(/^the /, '')
        .replace(/(?:es|s)$/, '');
    const seat = (await familiesIn(house.records, member.trip.id)).find(
      ({ familyName }) => plain(familyName) === plain(family) || plain(sayFamily(familyName)) === plain(family),
    );
    if (!seat) return { text: settling.noFamily(family) };
    const open = await openPolls(house.records, member.trip.id);
    const found = open
      .map((poll) => ({ poll, said: choosingOf(poll, choosing) }))
      .filter(({ said }) => said !== undefined)
      .at(-1);
    if (!found?.said) return { text: open.length === 0 ? settling.noPoll : settling.noOption };
    const { poll, said } = found;
    const done = await recordBallot(house.records, house.clock, may.organizer, poll.id, {
      familyId: seat.familyId,
      said,
      heardIn: conversation,
    });
    if (!done.ok) return sayRejection(done, words);
    const whose = words.say.family(seat.familyName);
    changed(words.things.voteOf(whose));
    return pollReply(
      await readStanding(house.records, member.trip, done.cast.poll),
      member.trip,
      { familyId: group ? undefined : member.participation.familyId },
      settling.recorded(whose, sayChoice(poll, done.cast.choice, words)),
      words,
    );
  },
});
