import { z } from 'zod';
import { documents } from '../../trips/documents/document.ts';
import { idFrom } from '../../trips/ids.ts';
import { categoryOf } from '../../trips/magic-polls/poll-wish.ts';
import { openPoll } from '../../trips/polls/open-poll.ts';
import { pollKind, quorum } from '../../trips/polls/poll.ts';
import { readStanding } from '../../trips/polls/standing.ts';
import { readDeadline } from '../understanding/dates.ts';
import { DATES_ASKED, datedOptions, kindAsked, listedOptions, RANKED } from '../understanding/poll-kind-words.ts';
import { ASKED_SECRETLY, goesOn, readTerms } from '../understanding/poll-terms.ts';
import { readPollWords } from '../understanding/poll-words.ts';
import { heardBy } from '../understanding/spanish/heard.ts';
import { pollReply } from '../views/poll.ts';
import { beginMagicPoll } from './magic-poll.ts';
import { sayRejection } from './say-rejection.ts';
import { skill, type TripContext } from './skill.ts';

const CLOSING =
  /[,;.]?\s*\b(?:(?:it(?:'s| is)? |voting |the vote |the poll )?(?:stays? |is )?(?:open|votes?|answers?|decide|reply|replies) )?(?:it |voting |the vote |the poll )?(?:by|until|closes?|closing|deadline:?|ends?)\s+((?:on |at )?[^,;?]{3,40})$/i;

/** Whether a sentence says when voting ends, and nothing else: "open until Sunday 6pm". */
const endsThen = (sentence: string): boolean => {
  const closing = CLOSING.exec(sentence);
  return closing?.index === 0 && readDeadline(closing[1] ?? '', new Date(0), 'UTC') !== undefined;
};

/** Whether options can be looked for: the question is of a sort that documents answer, and there are some for everybody. */
const canPropose = async ({ house, member: { trip } }: TripContext, question: string): Promise<boolean> => {
  const category = categoryOf(question);
  if (category === undefined) return false;
  if (category === 'date') return trip.startDate !== undefined;
  return (await house.records.list(documents, trip.id)).some(({ scope }) => scope === 'trip');
};

/** Whether a question has no words but those of its options: `4-6 June or 11-13 June?`. */
const namesOnly = (question: string, options: readonly string[]): boolean =>
  options.length > 1 &&
  !/[\p{L}\p{N}]/u.test(
    options
      .reduce((rest, option) => rest.replace(option, ' '), question)
      .replace(/(?<!\p{L})(?:or|and|o|u|y)(?!\p{L})/giu, ' '),
  );

export const newPollSkill = skill({
  name: 'new-poll',
  description: 'Asks all families to vote',
  who: 'member',
  input: z.object({
    question: z.string().min(1).max(300).optional(),
    kind: pollKind.optional(),
    options: z.array(z.string().min(1).max(200)).max(40).optional(),
    /** When voting ends, in words: they mean the clocks of the trip. */
    by: z.string().max(60).optional(),
    closesAt: z.iso.datetime().optional(),
    anonymous: z.boolean().optional(),
    quorum: quorum.optional(),
    growing: z.boolean().optional(),
  }),
  runsOn: true,
  takesIn: (rest, before) => goesOn(rest, before) || endsThen(rest),
  sentenceSlots: ['question'],
  pattern: new RegExp(
    `${ASKED_SECRETLY.source}|${DATES_ASKED.source}|${RANKED.source}|^\\s*(?:yes or no|yes\\/no)\\b.{6}`,
    'i',
  ),
  commands: [
    'poll',
    'new poll',
    'create poll',
    'create a poll',
    'start a poll',
    'vote on',
    'ask everyone',
    'ask the families',
    'score poll',
    'rating poll',
    'approval poll',
    'pick several',
    'rank poll',
    'ranking poll',
    'date poll',
    'dates poll',
  ],
  examples: [
    'which of these weekends works: 5-7 June, 12-14 June or 19-21?',
    'when can everybody come? 3 May, 10 May or 17 May',
    'rank the three hotels: Miradouro, Central, Beach House',
    'everyone should rank the restaurants',
    'everyone should decide between the train and the car',
    'put it to a vote',
    'so what do we do on sunday, castle or boat trip?',
    'where shall we have lunch, market or harbour?',
    'open a vote about the hotel',
    'let all families choose: museum or zoo',
    'can we have a poll on which day to leave',
    'we need to decide together, beach or mountains',
    'create a poll about where to eat',
    'set up a vote for the activity on sunday',
    'get everybody to vote on the restaurant',
    'i want to ask the other families whether they prefer hiking or swimming',
    'poll: where do we eat on friday? Taverna, Pelican or Pizza Roma',
    'let us vote on the hotel: Miradouro, Central or Beach House',
    'ask everyone what to do on saturday: museum, beach or boat tour',
    'start a poll about dinner',
    'can we take a vote on the dates',
    'make a poll for the families',
    'i want the families to decide between the zoo and the aquarium',
    'let the families vote where to have dinner',
    "let's vote: mountains or lake",
    'ask everyone if we should rent bikes',
    'ask the others whether they want to go by train or by car',
    'have the families choose between pizza and burgers',
    "i'd like a vote about saturday night",
    'could everybody pick a day for the zoo',
    'put the restaurant to a vote',
    'get a poll going for the last day',
    'run a vote on what time we leave, 8 or 9',
    'find out which hotel people prefer: Park, Plaza or Ritz',
    'everyone should say if they want the boat trip, yes or no',
    'poll for sunday: aquarium, park, nothing',
    'can we get votes on which beach',
    'make everyone decide about the hire car',
    'could we have everyone choose between the park and the pool',
    'let the families pick: early train or late train',
    'do a vote on which hotel: Astoria or Bristol',
    'everyone should say whether they prefer bus or car',
    "let's see what people prefer, beach or hills",
  ],
  read: (typed, context) => {
    const said = readTerms(typed);
    const { text } = said;
    const closing = CLOSING.exec(text);
    const now = new Date(context.house.clock.now());
    const by = closing?.[1] !== undefined && readDeadline(closing[1], now, 'UTC') ? closing[1] : undefined;
    const words = readPollWords(by === undefined || !closing ? text : text.slice(0, closing.index));
    const kind = kindAsked(text);
    const options = kind === 'rank' ? listedOptions(words?.options ?? []) : words?.options;
    const terms = { anonymous: said.anonymous, quorum: said.quorum, growing: said.growing };
    if (context.expectedSlot === 'options') return { options: options?.length ? options : undefined };
    // "Rank: beach, zoo" says what to do with them, and asks nothing.
    const bareRank = /^rank(?: these| them)?[.?]?$/i.test(words?.question ?? '');
    const onlyDates = kind === 'dates' && options !== undefined && namesOnly(words?.question ?? '', options);
    return {
      question: bareRank
        ? context.words.polls.inWhichOrder
        : onlyDates
          ? context.words.polls.whichDates
          : words?.question,
      options: options?.length ? options : undefined,
      by,
      kind,
      ...terms,
    };
  },
  run: async (context, { question, options, by, kind, anonymous, quorum: needed, growing, ...given }) => {
    const now = new Date(context.house.clock.now());
    const closesAt = given.closesAt ?? (by && readDeadline(by, now, context.member.trip.timeZone));
    if (question === undefined) {
      context.expect('question', { kind, anonymous, quorum: needed, growing });
      return { text: context.words.polls.askQuestion };
    }
    if (options === undefined || options.length < 2) {
      context.expect('options', { question, closesAt, kind, anonymous, quorum: needed, growing });
      // Options are looked for by English words; what is asked stays as it was said.
      const spanish = context.words.language === 'es';
      const sought = spanish ? heardBy('magic-poll', question) : question;
      if (options === undefined && (await canPropose(context, sought))) {
        const begun = await beginMagicPoll(context, {
          words: sought,
          ...(spanish ? { question } : {}),
          closesAt,
          kind,
        });
        return { ...begun, text: `${begun.text} ${context.words.drafts.orSendOwn}` };
      }
      return { text: context.words.polls.askOptions(question) };
    }
    const { house, member, conversation, group, words } = context;
    const opened = await openPoll(
      house.records,
      house.clock,
      member,
      {
        id: idFrom('poll', conversation, context.eventId),
        question,
        kind,
        options: kind === 'dates' ? datedOptions(options, now) : options.map((text) => ({ text })),
        closesAt,
        anonymous,
        quorum: needed,
        growing,
      },
      conversation,
    );
    if (!opened.ok) return sayRejection(opened, words);
    context.changed(words.things.poll(opened.poll.question));
    const standing = await readStanding(house.records, member.trip, opened.poll);
    const reader = { familyId: group ? undefined : member.participation.familyId };
    const said = opened.already
      ? words.polls.openAlready
      : words.polls.out(words.ballots.asks(opened.poll.kind ?? 'choice'));
    return pollReply(standing, member.trip, reader, said, words);
  },
});
