import { z } from 'zod';
import { openPolls } from '../../trips/polls/open-poll.ts';
import { ballots, type Poll, pollPreferences } from '../../trips/polls/poll.ts';
import { readPoll, readStanding } from '../../trips/polls/standing.ts';
import { takeBackBallot } from '../../trips/polls/take-back-ballot.ts';
import { pollReply } from '../views/poll.ts';
import { saidAs } from './cast-vote.ts';
import { sayRejection } from './say-rejection.ts';
import { skill, type TripContext } from './skill.ts';
import { matchPoll } from './which-poll.ts';

const TAKES_BACK =
  /^\W*(?:please |pls )?(?:(?:can|could) (?:i|we|you) )?(?:(?:take|pull) (?:back )?(?:my|our|the) (?:vote|ballot|answer|votes)(?: back| out)?|(?:withdraw|remove|delete|retract|cancel|undo|unvote|revoke|retira(?:r|mos)?|quita(?:r|mos)?|borra(?:r)?|anula(?:r|mos)?) (?:my|our|the|mi|nuestro|el) (?:vote|ballot|answer|votes|voto)|unvote)\b/i;

/** The open polls in which the family, or its member, has said something; the latest first. */
const answeredPolls = async ({ house: { records }, member }: TripContext): Promise<readonly Poll[]> => {
  const { trip, person, participation } = member;
  const said = member.isFamilyAdmin
    ? (await records.list(ballots, trip.id)).filter(({ familyId }) => familyId === participation.familyId)
    : (await records.list(pollPreferences, trip.id)).filter(({ userId }) => userId === person.id);
  const when = new Map(said.map(({ pollId, timestamp }) => [pollId, timestamp]));
  return (await openPolls(records, trip.id))
    .filter(({ id }) => when.has(id))
    .sort((a, b) => (when.get(b.id) ?? '').localeCompare(when.get(a.id) ?? ''));
};

export const takeBackVoteSkill = skill({
  name: 'take-back-vote',
  description: 'Takes your vote back while the poll is open',
  who: 'member',
  input: z.object({ pollId: z.string().max(80).optional(), words: z.string().max(300).optional() }),
  meansByWords: true,
  pattern: TAKES_BACK,
  commands: [
    'take my vote back',
    'take back my vote',
    'take our vote back',
    'take back our vote',
    'withdraw my vote',
    'withdraw our vote',
    'remove my vote',
    'remove our vote',
    'delete my vote',
    'unvote',
  ],
  examples: [
    'i want to take back our vote on the hotel',
    'please withdraw my vote in the dinner poll',
    'we have not decided yet, remove our vote',
    'forget our vote, we need to think about it',
    'our vote should not count any more',
    'delete what we voted',
    'pull our vote from the poll',
    'we would rather have not voted yet',
    'we want to withdraw our vote',
    'please remove what we voted',
    'cancel our vote, we need to think',
  ],
  read: (text) => ({ words: text }),
  run: async (context, { pollId, words: said }) => {
    const { house, member, conversation, group, words } = context;
    const { records } = house;
    const answered = await answeredPolls(context);
    const named =
      pollId === undefined ? matchPoll(answered, said ?? '') : await readPoll(records, member.trip.id, pollId);
    const [latest, other] = answered;
    const poll = named ?? (other === undefined ? latest : undefined);
    if (!poll) {
      if (latest === undefined) return { text: words.polls.nothingToTakeBack };
      return {
        text: words.polls.whichToTakeBack,
        choices: answered.map(({ id, question }) => ({
          label: question,
          act: { skill: 'take-back-vote', input: { pollId: id } },
        })),
      };
    }
    const taken = await takeBackBallot(records, house.clock, member, poll.id, conversation);
    if (!taken.ok) return sayRejection(taken, words);
    if (taken.as === undefined) return { text: words.polls.nothingToTakeBack };
    context.changed(
      words.things.takingBack,
      taken.before && { skill: 'vote', input: { pollId: poll.id, ...saidAs(taken.before) } },
    );
    const standing = await readStanding(records, member.trip, taken.poll);
    const reader = { familyId: group ? undefined : member.participation.familyId };
    const family = words.say.family(member.participation.familyName);
    return pollReply(standing, member.trip, reader, words.polls.tookBack(family, taken.as), words);
  },
});
