import type { Reply } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import type { PollDraft } from '../../trips/magic-polls/poll-draft.ts';
import type { PollOption } from '../../trips/polls/poll.ts';
import type { Records } from '../../trips/records.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import type { Participation, Trip } from '../../trips/trips/trip.ts';
import { ownWords } from './own-words.ts';
import { foundOption, ruledOut } from './poll.ts';

/** `Chens EUR 56, Silvas EUR 42`: what each family would pay; nothing where that is nothing. */
const sharesOf = (
  { total, shares }: NonNullable<PollOption['cost']>,
  seats: readonly Participation[],
  { say, drafts }: Pick<Words, 'say' | 'drafts'>,
): string | undefined =>
  total.amount === 0
    ? undefined
    : seats
        .flatMap(({ familyId, familyName }) => {
          const share = shares[familyId];
          return share === undefined
            ? []
            : [drafts.share(say.family(familyName), say.money({ ...total, amount: share }))];
        })
        .join(', ');

/** A draft for who may open it; `familyId` is absent in a group, where nobody's own is said. */
export const draftReply = async (
  records: Records,
  draft: PollDraft,
  trip: Pick<Trip, 'id' | 'timeZone'>,
  familyId: string | undefined,
  { text, how, words }: { readonly text: string; readonly how?: string | undefined; readonly words: Words },
): Promise<Reply> => {
  const seats = await familiesIn(records, trip.id);
  const own = await ownWords(records, trip.id, familyId, draft.options, words);
  const { drafts, reasons, say } = words;
  const next = how ?? drafts.how;
  const input = { tripId: trip.id, draftId: draft.id };
  return {
    ...(words.language === 'en' ? {} : { language: words.language }),
    text: [text, draft.note && reasons.said(draft.note), next, draft.saving && next !== '' ? drafts.saving : '']
      .filter(Boolean)
      .join(' '),
    card: {
      kind: 'draft',
      question: draft.question,
      options: draft.options.map((option) => ({
        ...foundOption(option, { familyId, own }, words),
        shares: option.cost && sharesOf(option.cost, seats, words),
      })),
      ruledOut: ruledOut(draft.ruledOut, words),
      closes: draft.closesAt && say.instant(draft.closesAt, trip.timeZone),
    },
    choices: [
      { label: drafts.open, act: { skill: 'poll-draft', input: { ...input, what: 'open' } } },
      { label: drafts.throwAway, act: { skill: 'poll-draft', input: { ...input, what: 'drop' } } },
    ],
    expects: { skill: 'poll-draft', slot: 'change', input },
  };
};
