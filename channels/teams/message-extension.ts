import type { InvokeResponse } from 'botbuilder';
import { z } from 'zod';
import type { PollDesk, SharedPoll } from '../../bot/poll-desk.ts';
import { MAX_OPTIONS_TEXT, MAX_QUESTION, type PollFormValues, pollForm } from '../../cards/poll-form.ts';
import { ADAPTIVE_CARD, type OwnViews, renderAdaptive } from '../../cards/render-adaptive.ts';
import type { Reply } from '../../cards/reply.ts';
import type { Address } from '../../trips/people/person.ts';
import { conversationOf, type InboundActivity } from './activity.ts';
import { BAD_INVOKE, type Invokes } from './invoke.ts';
import type { OwnViewsFor } from './own-views.ts';
import { wordsOf } from './render-teams.ts';

/** The commands of the message extension, as the app package names them. */
export const EXTENSION_COMMANDS = { share: 'sharePoll', ask: 'askFamilies' } as const;

const MAX_RESULTS = 25;
/** https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search */
const query = z.object({
  commandId: z.literal(EXTENSION_COMMANDS.share),
  parameters: z.array(z.object({ name: z.string(), value: z.unknown() })).catch([]),
  queryOptions: z
    .object({
      skip: z.int().min(0).max(10_000).catch(0),
      count: z.int().min(1).max(MAX_RESULTS).catch(MAX_RESULTS),
    })
    .catch({ skip: 0, count: MAX_RESULTS }),
});

/** https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module */
const fetched = z.object({ commandId: z.literal(EXTENSION_COMMANDS.ask) });
const submitted = z.object({
  commandId: z.literal(EXTENSION_COMMANDS.ask),
  data: z.object({
    tripId: z.string().max(80).optional(),
    question: z.string().trim().max(MAX_QUESTION).catch(''),
    options: z.string().max(MAX_OPTIONS_TEXT).catch(''),
  }),
});

const STRANGER = 'I do not know you yet. Open our own chat and say hello: then I can find your trips.';
const TRIPLESS = 'You are in no trip yet. Say "new trip" in our own chat, or "join" and the code of a friend.';

/** What people write in Teams to share a poll or to ask for one, answered within the request. */
export const messageExtension = (desk: PollDesk, ownViews: OwnViewsFor): Invokes => ({
  'composeExtension/query': async (activity, address) => {
    const asked = query.safeParse(activity.value).data;
    if (!asked) return BAD_INVOKE;
    const { skip, count } = asked.queryOptions;
    const words = asked.parameters.find(({ name }) => name === 'words')?.value;
    const polls = await desk.find(address, typeof words === 'string' ? words.slice(0, 200) : '', skip, count);
    if (!polls) return message(STRANGER);
    if (polls.length === 0 && skip === 0) return message('No poll of your trips says that. Ask the families one.');
    return result(await Promise.all(polls.map(async (poll) => found(poll, await ownViews(poll.reply, true)))));
  },

  'composeExtension/fetchTask': async (activity, address) =>
    fetched.safeParse(activity.value).success ? form(desk, address) : BAD_INVOKE,

  'composeExtension/submitAction': async (activity, address) => {
    const data = submitted.safeParse(activity.value).data?.data;
    return data ? open(desk, ownViews, activity, address, data) : BAD_INVOKE;
  },
});

const open = async (
  desk: PollDesk,
  ownViews: OwnViewsFor,
  activity: InboundActivity,
  address: Address,
  data: z.infer<typeof submitted>['data'],
): Promise<InvokeResponse> => {
  const trips = await desk.trips(address);
  const tripId = data.tripId ?? trips?.[0]?.id;
  if (!trips || tripId === undefined) return form(desk, address);
  const options = data.options
    .split('\n')
    .map((option) => option.trim())
    .filter(Boolean);
  if (data.question === '') return form(desk, address, data, 'Ask the families something.');
  const opened = await desk.open(address, {
    tripId,
    question: data.question,
    options,
    eventId: activity.id ?? '',
    door: 'teams',
    conversation: conversationOf(activity),
  });
  if (!opened.ok) return form(desk, address, data, opened.why);
  if (opened.told) return task({ type: 'message', value: 'Your poll is out to every family, here as well.' });
  return result([attachment(opened.poll, await ownViews(opened.poll, true))]);
};

const form = async (
  desk: PollDesk,
  address: Address,
  values?: PollFormValues,
  trouble?: string,
): Promise<InvokeResponse> => {
  const trips = await desk.trips(address);
  if (!trips || trips.length === 0) return task({ type: 'message', value: trips ? TRIPLESS : STRANGER });
  const card = { contentType: ADAPTIVE_CARD, content: pollForm(trips, values, trouble) };
  return task({ type: 'continue', value: { title: 'Ask all families', height: 'medium', width: 'medium', card } });
};

const task = (body: object): InvokeResponse => ({ status: 200, body: { task: body } });
const message = (text: string): InvokeResponse => ({
  status: 200,
  body: { composeExtension: { type: 'message', text } },
});
const result = (attachments: readonly object[]): InvokeResponse => ({
  status: 200,
  body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } },
});

const attachment = ({ card, choices, ...reply }: Reply, ownViews: OwnViews | undefined) => {
  const [content] = renderAdaptive(card, choices, {
    actions: 'execute',
    text: wordsOf(reply),
    ownViews,
    language: reply.language,
  });
  return { contentType: ADAPTIVE_CARD, content };
};

/** The preview reads HTML: what people wrote must not be any. */
const plain = (text: string): string => text.replaceAll('<', '‹').replaceAll('>', '›').replaceAll('&', '＆');

const found = ({ tripName, question, voted, families, reply }: SharedPoll, ownViews: OwnViews | undefined) => ({
  ...attachment(reply, ownViews),
  preview: {
    contentType: 'application/vnd.microsoft.card.thumbnail',
    content: { title: plain(question), text: `${plain(tripName)} · ${voted} of ${families} families voted` },
  },
});
