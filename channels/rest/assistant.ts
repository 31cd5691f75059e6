import { z } from 'zod';
import { answerFacts } from '../../cards/answer-facts.ts';
import { renderAdaptive } from '../../cards/render-adaptive.ts';
import { wordsIn } from '../../cards/words/words.ts';
import type { Answer } from '../../rag/library.ts';
import { memberOf } from '../../trips/roles/permission.ts';
import type { RestHouse } from './house.ts';
import { type Route, route } from './route.ts';
import { sent, shown } from './schema-names.ts';

const NOT_FOUND =
  "I could not find that in your trip's documents. You could add the document that says it, or ask whoever booked.";

const citationsShown = z.array(
  z.object({
    n: z.int(),
    documentId: z.string(),
    document: z.string(),
    page: z.int().optional(),
    quote: z.string(),
    spans: z
      .array(z.tuple([z.int(), z.int()]))
      .optional()
      .meta({
        description:
          "Where the quoted sentences stand in the document's text (`readDocumentText`), in UTF-16 code units.",
      }),
    kind: z.enum(['chat', 'poll', 'itinerary', 'reservation', 'wishes']).optional().meta({
      description: 'What it is, where it is no document.',
    }),
  }),
);

const answerShown = shown(
  'AssistantAnswer',
  z.object({
    found: z.boolean().meta({
      description:
        'Whether the documents answer it. Where they do not, `answer` says so; it may quote the lines that stand nearest, which `citations` then name.',
    }),
    answer: z.string().meta({ description: 'With [n] marks that number the citations.' }),
    citations: citationsShown,
    unanswered: z.array(z.string()).optional().meta({
      description: 'Parts of the question, as they were understood, that the documents do not answer for sure.',
    }),
    nearest: z
      .object({ text: z.string(), citations: citationsShown })
      .optional()
      .meta({ description: 'Beside `unanswered`: the lines that stand nearest to those parts. They are no answer.' }),
    degradation: z
      .object({
        reason: z.enum(['off', 'budget', 'throttled', 'unavailable']),
        scope: z.enum(['user', 'trip', 'platform']).optional(),
      })
      .optional()
      .meta({ description: 'Why no language model, or a smaller one, worded the answer where one is configured.' }),
    cards: z.array(z.record(z.string(), z.unknown())).meta({
      description: 'Adaptive Cards 1.5 with the facts of the answer, where it quotes a table or labelled lines.',
    }),
  }),
);

const querySent = sent(
  'AssistantQuery',
  z.object({
    query: z.string().trim().min(1).max(1_000),
    tripId: z.string().max(100),
    history: z.array(z.string().max(2_000)).max(20).optional().meta({
      description: 'What was said before, the oldest first: what "it" and "there" mean.',
    }),
  }),
);

/** Lines that stand nearest where nothing answers for sure. */
const MOST_NEAREST = 3;

type Found = Extract<Answer, { found: true }>;
type NotFound = Extract<Answer, { found: false }>;

const foundBody = ({ text, citations, unanswered, nearest, degradation }: Found) => ({
  ...{ found: true, answer: text, citations, unanswered: unanswered && [...unanswered], nearest, degradation },
  cards: renderAdaptive(answerFacts(citations), [], { actions: 'submit' }).map((card) => ({ ...card })),
});

const notFoundBody = ({ nearest, degradation }: NotFound) => ({
  ...{ found: false, citations: nearest?.citations ?? [], cards: [], degradation },
  answer: nearest ? wordsIn().documents.notForSure(nearest.text) : NOT_FOUND,
});

/** Questions to the trip's documents, answered from what the caller may read. */
export const assistantRoutes = ({ records, library }: RestHouse): readonly Route[] => [
  route({
    method: 'post',
    path: '/ai/assistant/query',
    operationId: 'askAssistant',
    summary: "An answer from the trip's documents, with its sources",
    tag: 'ai',
    body: querySent,
    gives: { statuses: [200], body: answerShown },
    refuses: [403],
    handle: async ({ userId, body: { query, tripId, history = [] } }) => {
      const mine = await memberOf(records, userId, tripId);
      if (!mine.ok) return mine;
      const scope = { tripId, familyId: mine.member.participation.familyId };
      const answer = await library.ask({ text: query, scope, history, asker: userId, nearest: MOST_NEAREST });
      return { ok: true, status: 200, body: answer.found ? foundBody(answer) : notFoundBody(answer) };
    },
  }),
];
