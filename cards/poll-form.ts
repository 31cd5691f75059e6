import { type InputChoiceSet, type InputText, line, type RichTextBlock, run } from './adaptive-elements.ts';
import type { Words } from './words/catalogue.ts';
import { wordsIn } from './words/words.ts';

/** What somebody has written into the form so far. */
export interface PollFormValues {
  readonly tripId?: string | undefined;
  readonly question?: string | undefined;
  /** One option a line. */
  readonly options?: string | undefined;
}

/** The content of an attachment of type ADAPTIVE_CARD. */
export interface PollForm {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: '1.5';
  readonly body: readonly (RichTextBlock | InputText | InputChoiceSet)[];
  readonly actions: readonly { readonly type: 'Action.Submit'; readonly title: string }[];
}

/** The longest question the form takes, and the most characters of its options together. */
export const MAX_QUESTION = 300;
export const MAX_OPTIONS_TEXT = 2_100;

/**
 * A form to ask all families of a trip, as an Adaptive Card 1.5 for clients that know inputs. Submitting gives
 * `{ tripId, question, options }`. `trouble` says what was wrong with what was submitted.
 */
export const pollForm = (
  trips: readonly { readonly id: string; readonly name: string }[],
  { tripId, question, options }: PollFormValues = {},
  trouble?: string,
  { form }: Pick<Words, 'form'> = wordsIn(),
): PollForm => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  body: [
    ...(trouble ? [line([run(trouble, { weight: 'Bolder' })])] : []),
    ...(trips.length > 1
      ? [
          {
            type: 'Input.ChoiceSet' as const,
            id: 'tripId',
            label: form.trip,
            style: 'compact' as const,
            value: trips.find(({ id }) => id === tripId)?.id ?? trips[0]?.id ?? '',
            choices: trips.map(({ id, name }) => ({ title: name, value: id })),
          },
        ]
      : []),
    {
      type: 'Input.Text',
      id: 'question',
      label: form.question,
      placeholder: form.questionExample,
      ...(question ? { value: question } : {}),
      maxLength: MAX_QUESTION,
      isRequired: true,
      errorMessage: form.questionMissing,
    },
    {
      type: 'Input.Text',
      id: 'options',
      label: form.options,
      placeholder: form.optionsExample,
      ...(options ? { value: options } : {}),
      maxLength: MAX_OPTIONS_TEXT,
      isMultiline: true,
      isRequired: true,
      errorMessage: form.optionsMissing,
    },
    line([run(form.oneVote, { isSubtle: true })]),
  ],
  actions: [{ type: 'Action.Submit', title: form.send }],
});
