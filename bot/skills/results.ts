import { z } from 'zod';
import { surpriseIn } from '../../trips/consensus/read-consensus.ts';
import { closePoll } from '../../trips/polls/close-poll.ts';
import { openPolls, pollsOf } from '../../trips/polls/open-poll.ts';
import { readStanding } from '../../trips/polls/standing.ts';
import { pollDeadlineIn } from '../understanding/poll-deadline.ts';
import { isQuestion } from '../understanding/question.ts';
import { afterClosing } from '../views/after-closing.ts';
import { readerOf } from '../views/own-words.ts';
import { namesOf, pollReply } from '../views/poll.ts';
import { sayRejection } from './say-rejection.ts';
import { skill } from './skill.ts';
import { matchPoll } from './which-poll.ts';

/** Asks what became of something that was to be decided. */
const DECIDED =
  /^(?:(?:ok|so|and|hey|remind me)[, ]+)*(?:what|which|where|when)\b.{0,20}\b(?:did (?:we|they|everyone|everybody|people|the families)(?: all)?|have (?:we|they)|(?:was|is|'s|has been)(?: finally| been)?) (?:decid\w*|settled? on|agreed? on|chosen|choose|chose|picked|pick|voted|vote)\b/i;

const WHEN_ENDS =
  /^(?:(?:ok|so|and|hey)[, ]+)*(?:when|until when|by when|how long|what['’]?s the deadline)\b(?!.*\b(?:did|was)\b).{0,40}\b(?:vot(?:e|es|ing)|polls?|ballots?|decide|have to answer|need to answer)\b/i;
/** `so who won?`, and nothing further: another contest is named. */
const WHO_WON =
  /\bwho(?:['’]s| is| has)? w(?:on|ins|inning)(?: (?:the (?:vote|poll)|yet|then|now|in the end))*[?!.\s]*$/i;
/** `who still has to vote`, `did everyone vote`, `whos missing`: asks for the families and not for the count. */
const ASKS_WHO =
  /\b(?:who|which famil\w+|(?:did|has|have) (?:every|all)\w*)\b.*\b(?:has ?n['’]?o?t|have ?n['’]?o?t|did ?n['’]?o?t|not|still|missing|voted|vote)\b|(?<!\p{L})qui[eé]n(?:es)? (?:falta|no ha)/iu;
const WHO_IS_MISSING = /^(?:so |and |ok,? )?who(?:['’]?s| is| are)? (?:still |left )?missing[?!.\s]*$/i;
/** Asks when voting ends. */
const ASKS_WHEN =
  /^(?!.*\b(?:did|was|have we)\b).*\b(?:when|how long|deadline)\b|(?<!\p{L})(?:cu[aá]ndo|fecha l[ií]mite)(?!\p{L})/iu;

export const resultsSkill = skill({
  name: 'results',
  description: 'Shows where the polls stand',
  who: 'member',
  reads: true,
  input: z.object({ pollId: z.string().max(80).optional(), words: z.string().max(300).optional() }),
  meansByWords: true,
  claims: (text) => DECIDED.test(text) || WHEN_ENDS.test(text) || WHO_WON.test(text) || WHO_IS_MISSING.test(text),
  commands: ['results', 'polls', 'open polls', 'poll results', 'standings', 'votes'],
  examples: [
    'who is ahead in the vote',
    'how many votes does each option have',
    'did everyone vote',
    'has every family voted yet',
    'what was decided in the poll',
    'what did the families choose',
    'where does the voting stand',
    'who still has to vote',
    'tell me the outcome of the vote',
    'how is the vote going',
    'show me the results',
    'who has voted already',
    'what is the current score of the poll',
    'which option is winning',
    'who has not answered yet',
    'are there any open polls',
    'how did the dinner poll end',
    'how are the votes',
    'whats the score in the poll',
    'who is winning the vote',
    'did the Bergs vote yet',
    'has everyone voted',
    'who is missing in the vote',
    'can i see the poll once more',
    'is there something open to vote on',
    'what did people pick',
    'what came out of the vote',
    'how many have voted',
    'are there polls running',
    'which one did we settle on in the vote',
    'are we finished voting or is someone missing',
    "are we still waiting for anybody's vote",
    'is the voting over yet',
    'any word on the winner',
    'is there news on the vote',
    'is everybody done voting',
    'which families are still missing in the vote',
    'how many have voted by now',
    "what's leading in the dinner question",
    'how did people vote so far',
    "who hasn't given an answer",
    'show the poll once more',
    'let me see that vote again',
    'what did tom say',
    'what did the Silvas vote for',
  ],
  read: (text) => ({ words: text }),
  run: async ({ house, member, group, words }, { pollId, words: said }) => {
    const all = await pollsOf(house.records, member.trip.id);
    const open = all.filter(({ status }) => status === 'open');
    const wanted = pollId === undefined ? matchPoll(all, said ?? '') : all.find(({ id }) => id === pollId);
    const shown = wanted ? [wanted] : open.length > 0 ? open : all.slice(-1);
    if (shown.length === 0) return { text: words.polls.none };
    const asksWhen = ASKS_WHEN.test(said ?? '');
    if (asksWhen && open.length === 0) return { text: words.polls.noneOpen };
    const familyId = group ? undefined : member.participation.familyId;
    return Promise.all(
      shown.map(async (poll, index) => {
        const reader = await readerOf(house.records, poll, familyId, words);
        const standing = await readStanding(house.records, member.trip, poll);
        if (poll.status !== 'open') return pollReply(standing, member.trip, reader, words.polls.over, words);
        const soFar = await surpriseIn(house.records, member.trip, standing);
        const names = poll.options.map(({ text }) => text);
        const surprise = soFar && words.reasons.explained(soFar, names);
        const { timeZone } = member.trip;
        if (asksWhen) {
          const until = poll.closesAt === undefined ? undefined : words.say.instant(poll.closesAt, timeZone);
          return pollReply(standing, member.trip, reader, words.polls.openUntil(until), words);
        }
        if (ASKS_WHO.test(said ?? '') || WHO_IS_MISSING.test(said ?? '')) {
          const missing = namesOf(standing, standing.tally.waitingFor, words);
          // Who is missing oneself is shown what to vote on, which says who else is.
          if (familyId !== undefined && standing.tally.waitingFor.includes(familyId))
            return pollReply(standing, member.trip, reader, words.polls.open, words);
          const told = missing.length > 0 ? words.card.waitingFor(words.say.list(missing)) : words.card.everyoneVoted;
          return { text: `${poll.question} ${told}` };
        }
        const stands = [index === 0 ? words.polls.open : words.polls.openToo, surprise].filter(Boolean).join(' ');
        return pollReply(standing, member.trip, reader, stands, words);
      }),
    );
  },
});

/** `ok everyone has voted, shut the poll`; when it is to end later is another's. */
const CLOSES =
  /\b(?:close|shut|end|stop|finish) (?:down |up )?(?:the |this |that |our )?(?:[\w']+ ){0,2}(?:poll|vote|voting)\b(?! (?:messages?|news|reminders?|updates?))/i;

/** To take a poll away, which nobody can once it was asked. */
const WITHDRAWS =
  /\b(?:cancel|scrap|delete|drop|remove|withdraw|bin|kill) (?:the |this |that |our |my )?(?:[\w']+ ){0,2}polls?\b(?! (?:messages?|news|reminders?|updates?|deadline|offers?|options?))/i;

export const closePollSkill = skill({
  name: 'close-poll',
  description: 'Ends a poll and says how it came out',
  who: 'member',
  claims: (text) =>
    (CLOSES.test(text) || WITHDRAWS.test(text)) && !isQuestion(text) && pollDeadlineIn(text) === undefined,
  input: z.object({ pollId: z.string().max(80).optional(), words: z.string().max(300).optional() }),
  meansByWords: true,
  commands: [
    'close',
    'close poll',
    'close the poll',
    'end the poll',
    'close voting',
    'stop the poll',
    'finish the poll',
  ],
  examples: [
    'end voting on the hotel',
    'the vote is over, close it',
    'stop taking votes',
    'we are done voting',
    'please close the poll',
    'end the vote on dinner now',
    'we can stop voting',
    'close the hotel poll',
    'finish the voting',
    'everybody has voted, close it',
    'everyone has answered so close it',
    'you can end the hotel vote',
    'no more votes please, close the poll',
    'time is up for the poll',
    'shut down the voting',
    'end the poll about the zoo now',
    "that's enough votes",
    'wrap the voting up',
    'finish off the poll',
    'the voting is done, end it',
    "that's enough, finish the vote",
    'we have waited long enough, end it',
    'wrap up the voting',
    "it's time to get the vote closed",
    'the poll should be closed by now, do it',
  ],
  read: (text) => ({ words: text }),
  run: async ({ house, member, conversation, group, changed, words }, { pollId, words: said }) => {
    const open = await openPolls(house.records, member.trip.id);
    const all = await pollsOf(house.records, member.trip.id);
    const named = pollId === undefined ? matchPoll(open, said ?? '') : all.find(({ id }) => id === pollId);
    const poll = named ?? (open.length === 1 ? open[0] : undefined);
    if (!poll) {
      if (open.length === 0) return { text: words.polls.noneToClose };
      return {
        text: words.polls.whichToClose,
        choices: open.map(({ id, question }) => ({
          label: question,
          act: { skill: 'close-poll', input: { pollId: id } },
        })),
      };
    }
    if (pollId === undefined && WITHDRAWS.test(said ?? ''))
      return {
        text: words.polls.cannotWithdraw(poll.question),
        choices: [
          { label: words.polls.endIt, act: { skill: 'close-poll', input: { pollId: poll.id } } },
          { label: words.polls.leaveOpen, act: { skill: 'back', input: {} } },
        ],
      };
    const closed = await closePoll(house.records, house.clock, member, poll.id, conversation);
    if (!closed.ok) return sayRejection(closed, words);
    if (!closed.already)
      changed(words.things.poll(poll.question), {
        skill: 'reopen-poll',
        input: { tripId: poll.tripId, pollId: poll.id },
      });
    const standing = await readStanding(house.records, member.trip, closed.poll);
    const reply = pollReply(
      standing,
      member.trip,
      { familyId: group ? undefined : member.participation.familyId },
      closed.already ? words.polls.closedAlready : words.polls.closed,
      words,
    );
    const further = closed.already
      ? undefined
      : afterClosing(standing, member.trip, { userId: member.person.id, group }, words);
    return further ? [reply, further] : reply;
  },
});
