import { SKILLS } from '../../../bot/skills/every-skill.ts';
import type { Skill } from '../../../bot/skills/skill.ts';
import { granted } from '../../../test/granted.ts';
import { openTalk, TALKED_AT } from '../../../test/talk.ts';
import { closePoll } from '../../../trips/polls/close-poll.ts';
import { openPolls } from '../../../trips/polls/open-poll.ts';
import { memberOf } from '../../../trips/roles/permission.ts';
import { familiesIn } from '../../../trips/trips/create-trip.ts';
import type { Utterance } from './case.ts';
import type { Around, Ran } from './slots-of.ts';

/** What came of a saying. `consulted`: the trip's documents were asked, whichever skill did so. */
export interface Heard {
  readonly ran: readonly Ran[];
  readonly consulted: boolean;
  readonly around?: Around | undefined;
  readonly replies: readonly string[];
  readonly ms: number;
}

/** The product's whole conversation, in which every skill that runs is noted. */
export const peopleTalk = async () => {
  let ran: Ran[] = [];
  let consulted = false;
  const noted = SKILLS.map(
    (one): Skill =>
      ({
        ...one,
        run: (context: never, input: never) => {
          ran.push({ skill: one.name, input });
          return one.run(context, input);
        },
      }) as Skill,
  );
  const talk = await openTalk(noted, (library) => ({
    ...library,
    ask: (question) => {
      consulted = true;
      return library.ask(question);
    },
  }));
  const { records, clock } = talk;

  const memberIn = async (tripId: string, userId: string) => granted(await memberOf(records, userId, tripId)).member;
  const around = async (tripId: string, userId: string): Promise<Around> => {
    const { trip, participation } = await memberIn(tripId, userId);
    return {
      ...{ trip, own: participation.familyId, now: new Date(TALKED_AT) },
      seats: await familiesIn(records, trip.id),
      polls: await openPolls(records, trip.id),
    };
  };

  /** Says one thing in a conversation and a trip of its own. */
  const hear = async ({ world, before = [], text }: Utterance): Promise<Heard> => {
    const known = world === 'new' ? undefined : await talk.organizer();
    if (known && world === 'quiet')
      await closePoll(records, clock, await memberIn(known.tripId, known.userId), known.pollId, 'elsewhere');
    const { say } = known ?? talk.stranger();
    for (const words of before) await say(words);
    const there = known && (await around(known.tripId, known.userId));
    ran = [];
    consulted = false;
    const started = performance.now();
    const replies = await say(text);
    const ms = performance.now() - started;
    return { ran: [...ran], consulted, around: there, replies: replies.map((reply) => reply.text), ms };
  };

  return { hear, close: talk.close };
};
