import type { Reply } from '../../cards/reply.ts';
import { wordsIn } from '../../cards/words/words.ts';
import { sayInstant } from '../../trips/dates.ts';
import { sayFamily } from '../../trips/families/family.ts';
import type { PollDraft } from '../../trips/magic-polls/poll-draft.ts';
import { sayMoney } from '../../trips/money.ts';
import type { PollOption } from '../../trips/polls/poll.ts';
import type { Records } from '../../trips/records.ts';
import { familiesIn } from '../../trips/trips/create-trip.ts';
import type { Participation, Trip } from '../../trips/trips/trip.ts';
import { ownWords } from './own-words.ts';
import { foundOption, ruledOut } from './poll.ts';

const HOW = 'Open it, or say e.g. "drop B", "add the beach" or "ask: Where do we meet?".';
const SAVING = "🐢 I'm in saving mode, so it comes straight from your documents.";

/** `Chens EUR 56, Silvas EUR 42`: what each family would pay; nothing where that is nothing. */
const sharesOf = (
  { total, shares }: NonNullable<PollOption['cost']>,
  seats: readonly Participation[],
): string | undefined =>
  total.amount === 0
    ? undefined
    : seats
        .flatMap(({ familyId, familyName }) => {
          const share = shares[familyId];
          return share === undefined
            ? []
            : [`${sayFamily(familyName).replace(/^the /, '')} ${sayMoney({ ...total, amount: share })}`];
        })
        .join(', ');

/** A draft for who may open it, in English, as options are looked for; `familyId` is absent in a group, where nobody's own is said. */
export const draftReply = async (
  records: Records,
  draft: PollDraft,
  trip: Pick<Trip, 'id' | 'timeZone'>,
  familyId: string | undefined,
  text: string,
  how = HOW,
): Promise<Reply> => {
  const seats = await familiesIn(records, trip.id);
  const own = await ownWords(records, trip.id, familyId, draft.options);
  const input = { tripId: trip.id, draftId: draft.id };
  return {
    language: 'en',
    text: [text, draft.note, how, draft.saving && how !== '' ? SAVING : ''].filter(Boolean).join(' '),
    card: {
      kind: 'draft',
      question: draft.question,
      options: draft.options.map((option) => ({
        ...foundOption(option, { familyId, own }, wordsIn()),
        shares: option.cost && sharesOf(option.cost, seats),
      })),
      ruledOut: ruledOut(draft.ruledOut, wordsIn()),
      closes: draft.closesAt && sayInstant(draft.closesAt, trip.timeZone),
    },
    choices: [
      { label: 'Open it for every family', act: { skill: 'poll-draft', input: { ...input, what: 'open' } } },
      { label: 'Throw it away', act: { skill: 'poll-draft', input: { ...input, what: 'drop' } } },
    ],
    expects: { skill: 'poll-draft', slot: 'change', input },
  };
};
