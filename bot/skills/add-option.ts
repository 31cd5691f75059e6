import { z } from 'zod';
import { addOption, mayAddOption } from '../../trips/polls/add-option.ts';
import { openPolls } from '../../trips/polls/open-poll.ts';
import type { Poll } from '../../trips/polls/poll.ts';
import { readPoll, readStanding } from '../../trips/polls/standing.ts';
import { onOrAfter } from '../understanding/days/calendar.ts';
import { weekdayIn } from '../understanding/named-days.ts';
import { datedOptions } from '../understanding/poll-kind-words.ts';
import { pollReply } from '../views/poll.ts';
import { sayRejection } from './say-rejection.ts';
import { skill } from './skill.ts';
import { matchPoll } from './which-poll.ts';

/** `add an option: Cafe Rio`, `another option for dinner: Cafe Rio`, `add Cafe Rio to the poll`. */
const ADDS =
  /^\s*(?:please |pls )?(?:(?:can|could) (?:we|you|i) )?(?:(?:add|suggest|put in) (?:an?|another|one more|this|the) (?:(?:more|new) )?(?:option|choice|idea|date)|(?:another|one more|a new|new) (?:option|choice|date)|otra opci[oó]n|(?:a[ñn]ade|agrega|suma) (?:una|otra) opci[oó]n)(?: (?:to|for|in|on|a|en|para) ([^:]{1,80}?))?\s*:\s*(.{1,300})$/i;
const ADDED_TO =
  /^\s*(?:please |pls )?(?:(?:can|could) (?:we|you|i) )?(?:also )?(?:add|put|a[ñn]ade|agrega|suma|pon) (.{1,200}?) (?:to|in|into|on|a|en) (?:the|this|our|la|esta|nuestra) ((?:[\p{L}\p{N}' ]{1,60} )?(?:poll|vote|options|choices|encuesta|votaci[oó]n))(?: (?:about|on|for|sobre|de) (.{1,80}))?\W*$/iu;
/** `add Burger Bar as an option`, `put Thai Corner up as another choice`. */
const ADDED_AS =
  /^\s*(?:please |pls )?(?:(?:can|could) (?:we|you|i) )?(?:also )?(?:add|put|suggest|include) (.{1,200}?)(?: up| in)? as (?:an?|another|one more)(?: (?:more|new|further|extra))? (?:option|choice|date)(?: (?:to|for|in|on) (.{1,80}?))?\W*$/iu;

/** Of single days: the first such weekday from the earliest of them on, as its option calls it where there is one. */
const nextSuch = (
  { kind, options }: Pick<Poll, 'kind' | 'options'>,
  said: string,
  sayDay: (day: string) => string,
): { readonly text: string; readonly days: string[] } | undefined => {
  const weekday = kind === 'dates' ? weekdayIn(said) : undefined;
  const days = options.flatMap((option) => (option.days?.length === 1 ? option.days : []));
  const [first] = days.toSorted();
  if (weekday === undefined || first === undefined || days.length < options.length) return undefined;
  const day = onOrAfter(first, weekday);
  return { text: options.find((option) => option.days?.[0] === day)?.text ?? sayDay(day), days: [day] };
};

export const addOptionSkill = skill({
  name: 'add-option',
  description: 'Adds an option to a poll that is open',
  who: 'member',
  input: z.object({
    pollId: z.string().max(80).optional(),
    option: z.string().min(1).max(200).optional(),
    /** Words by which the poll is meant. */
    about: z.string().max(300).optional(),
    /** Whether to add it is asked first: it was only wondered about. */
    wondered: z.boolean().optional(),
    filled: z.object({ new_option: z.string().max(200).optional() }).optional(),
  }),
  runsOn: true,
  sentenceSlots: ['option'],
  claims: (text) => ADDS.test(text) || ADDED_TO.test(text) || ADDED_AS.test(text),
  commands: ['add option', 'add an option', 'add another option', 'another option'],
  examples: [
    'add an option: the aquarium',
    'another option for dinner: Cafe Rio',
    'add the sushi place to the poll',
    'one more option: we stay at home',
    'can we add the lake to the vote',
    'put the botanical garden in the poll as well',
    'i would like to add a further choice to the hotel poll',
    'there should be one more thing to choose from',
    'put Thai Corner up as another choice',
    'the vote should offer the boat, too',
    'one more choice for the poll: Gusto',
  ],
  read: (text) => {
    const [, about, option] = ADDS.exec(text) ?? [];
    if (option !== undefined) return { option: option.trim(), about };
    const [, offered, question] = ADDED_AS.exec(text) ?? [];
    if (offered !== undefined) return { option: offered.trim(), about: question };
    const [, added, poll = '', further = ''] = ADDED_TO.exec(text) ?? [];
    return added === undefined ? {} : { option: added.trim(), about: `${poll} ${further}` };
  },
  run: async (context, { pollId, option, about, wondered, filled }) => {
    const { house, member, conversation, group, words } = context;
    const text = (filled?.new_option ?? option)?.replace(/[.!\s]+$/, '').trim();
    const open = await openPolls(house.records, member.trip.id);
    const named =
      pollId === undefined ? matchPoll(open, about ?? '') : await readPoll(house.records, member.trip.id, pollId);
    const poll = named ?? (open.length === 1 ? open[0] : undefined);
    if (!poll && open.length === 0) return { text: words.polls.noneOpen };
    if (poll && (text === undefined || text === '')) {
      const may = mayAddOption(poll, member);
      if (!may.ok) return sayRejection(may, words);
    }
    if (text === undefined || text === '') {
      context.expect('option', { pollId: poll?.id });
      return { text: words.polls.askNewOption };
    }
    if (!poll)
      return {
        text: words.polls.whichToAddTo(text),
        choices: open.map(({ id, question }) => ({
          label: question,
          act: { skill: 'add-option', input: { pollId: id, option: text } },
        })),
      };
    const [dated] =
      poll.kind === 'dates'
        ? datedOptions([...poll.options.map((one) => one.text), text], new Date(house.clock.now())).slice(-1)
        : [];
    const wanted = nextSuch(poll, text, words.say.day) ?? dated ?? { text };
    if (wondered) {
      const may = mayAddOption(poll, member);
      if (!may.ok) return sayRejection(may, words);
      return {
        text: words.polls.whetherToAdd(wanted.text, poll.question),
        choices: [
          { label: words.polls.yesAdd, act: { skill: 'add-option', input: { pollId: poll.id, option: text } } },
          { label: words.polls.noAdd, act: { skill: 'back', input: {} } },
        ],
      };
    }
    const added = await addOption(house.records, house.clock, member, poll.id, wanted, conversation);
    if (!added.ok) return sayRejection(added, words);
    if (!added.already) context.changed(words.things.option(added.option.text));
    const number = 1 + added.poll.options.findIndex(({ optionId }) => optionId === added.option.optionId);
    const standing = await readStanding(house.records, member.trip, added.poll);
    const reader = { familyId: group ? undefined : member.participation.familyId };
    const said = added.already
      ? words.polls.optionThere(number, added.option.text)
      : words.polls.optionAdded(number, added.option.text);
    return pollReply(standing, member.trip, reader, said, words);
  },
});
