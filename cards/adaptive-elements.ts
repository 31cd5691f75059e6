import type { Act } from './reply.ts';

/**
 * The parts of Adaptive Cards 1.5 that are used here. Words stand in TextRuns only: a TextRun interprets neither
 * Markdown nor HTML nor `<at>`, so what people wrote shows as they wrote it.
 * https://adaptivecards.io/explorer/TextRun.html
 */
export interface TextRun {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly size?: 'Large' | 'Medium' | 'Small';
  /** The other colours of Teams are too pale for words on one of its themes. */
  readonly color?: 'Accent';
  readonly isSubtle?: boolean;
  readonly strikethrough?: boolean;
}

export interface RichTextBlock {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
  readonly separator?: boolean;
  readonly spacing?: 'None' | 'Small' | 'Medium';
}

interface SubmitAction {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly data: { readonly act: Act };
}

interface ExecuteAction {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly verb: string;
  readonly data: { readonly act: Act };
  readonly fallback: SubmitAction;
}

interface OpenUrlAction {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
}

export type Action = SubmitAction | ExecuteAction | OpenUrlAction;

export interface ActionSet {
  readonly type: 'ActionSet';
  readonly actions: readonly Action[];
}

/** One of several, chosen from a list; what was chosen comes back beside the `act` of the button that sends it. */
export interface InputChoiceSet {
  readonly type: 'Input.ChoiceSet';
  readonly id: string;
  readonly label: string;
  readonly style: 'compact';
  readonly value: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
}

/** Words that are typed; they come back as those of an {@link InputChoiceSet} do. */
export interface InputText {
  readonly type: 'Input.Text';
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly value?: string;
  readonly maxLength: number;
  readonly isMultiline?: boolean;
  readonly isRequired?: true;
  readonly errorMessage?: string;
}

export type Element = RichTextBlock | ActionSet | InputChoiceSet | InputText;

/** `execute` where the client sends Action.Execute to the bot (Teams); `submit` where it knows Action.Submit only (web chat). */
export type ActionStyle = 'execute' | 'submit';

type Look = Omit<TextRun, 'type' | 'text'>;

/** One stretch of words with one look. */
export const run = (text: string, look: Look = {}): TextRun => ({ type: 'TextRun', text, ...look });

/** One line or paragraph. Runs without words are left out. */
export const line = (
  runs: readonly TextRun[],
  placing: Omit<RichTextBlock, 'type' | 'inlines'> = {},
): RichTextBlock => ({
  type: 'RichTextBlock',
  inlines: runs.filter(({ text }) => text !== ''),
  ...placing,
});

/** A button that asks for `act`; it proves nothing about who presses it. */
export const button = (title: string, act: Act, style: ActionStyle): Action => {
  const submit: SubmitAction = { type: 'Action.Submit', title, data: { act } };
  return style === 'submit'
    ? submit
    : { type: 'Action.Execute', title, verb: act.skill, data: { act }, fallback: submit };
};

/** A button that opens a page, or undefined when the link is not plain http(s): no `javascript:`, no `data:`. */
export const linkButton = (title: string, link: string): OpenUrlAction | undefined => {
  const url = URL.parse(link);
  return url?.protocol === 'https:' || url?.protocol === 'http:'
    ? { type: 'Action.OpenUrl', title, url: url.href }
    : undefined;
};

// Control characters would cost six bytes each in JSON and show as nothing.
const CONTROLS = /\p{Cc}/gu;
const CONTROLS_WITHIN_A_LINE = /(?!\n)\p{Cc}/gu;

/** The text on one line, cut at a whole character to at most `maxBytes` of UTF-8, with … where it was cut. */
export const clip = (text: string, maxBytes: number): string => {
  const clean = text.replaceAll(CONTROLS, ' ').toWellFormed();
  if (Buffer.byteLength(clean) <= maxBytes) return clean;
  let bytes = 3;
  let end = 0;
  for (const character of clean) {
    bytes += Buffer.byteLength(character);
    if (bytes > maxBytes) break;
    end += character.length;
  }
  return `${clean.slice(0, end)}…`;
};

/** The text cut, nothing lost, into paragraphs of at most `maxBytes` of UTF-8, at line breaks where there are any. */
export const paragraphs = (text: string, maxBytes: number): readonly string[] => {
  const whole: string[] = [];
  for (const paragraph of text.replaceAll(CONTROLS_WITHIN_A_LINE, ' ').toWellFormed().split('\n')) {
    let part = '';
    let bytes = 0;
    for (const character of paragraph.trimEnd()) {
      const size = Buffer.byteLength(character);
      if (bytes + size > maxBytes) {
        whole.push(part);
        part = '';
        bytes = 0;
      }
      part += character;
      bytes += size;
    }
    if (part.trim() !== '') whole.push(part);
  }
  return whole;
};
