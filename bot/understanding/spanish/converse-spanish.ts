import type { Asked, Expecting, Lately } from '../../session.ts';
import type { Skill } from '../../skills/skill.ts';
import { bareNumber } from '../answers.ts';
import type { Commands } from '../commands.ts';
import { mayBeName } from '../names.ts';
import { correcting, forSkill, type Reads, type Understood } from '../understood.ts';
import { heardBy } from './heard.ts';
import { correctedInSpanish, spanishCutsOf, takesBackInSpanish } from './second-thoughts.ts';
import type { SpanishUnderstanding } from './understand-spanish.ts';

export interface SpanishParts {
  readonly spanish: SpanishUnderstanding;
  readonly commands: Commands;
  readonly byName: ReadonlyMap<string, Skill>;
  readonly readSlots: ReadonlySet<string>;
  readonly nameSlots: ReadonlySet<string>;
  readonly sentenceSlots: ReadonlySet<string>;
  readonly leadSlots: ReadonlySet<string>;
}

/** Seams of a message that are looked at. */
const MOST_SEAMS = 4;
/** Said around a request, and none itself. */
const COURTESY = new Set(['thanks', 'help']);

/** Understands the messages of a Spanish conversation: its forms, several requests, second thoughts, and then what is likest. */
export const understandingSpanish = ({
  spanish,
  commands,
  byName,
  readSlots,
  nameSlots,
  sentenceSlots,
  leadSlots,
}: SpanishParts) => {
  const several = async (text: string): Promise<Understood | undefined> => {
    for (const { left, right, sentence } of spanishCutsOf(text).slice(0, MOST_SEAMS)) {
      const number = bareNumber(left) !== undefined;
      const first = number ? 'vote' : await spanish.surely(left);
      if (first === undefined || (byName.get(first)?.runsOn && !sentence)) continue;
      if (byName.get(first)?.takesIn?.(heardBy(first, right), heardBy(first, left))) continue;
      const rest = await several(right);
      const second = rest ? undefined : await spanish.surely(right);
      const requests = rest?.kind === 'several' ? rest.requests : second ? [forSkill(second, right)] : [];
      const [next] = requests;
      if (!next || COURTESY.has(next.skill)) continue;
      if (COURTESY.has(first)) return rest ?? next;
      if (next.skill !== first || byName.get(first)?.oneAtATime)
        return { kind: 'several', requests: [forSkill(first, left), ...requests] };
    }
    return undefined;
  };

  /** What a message of a Spanish conversation asks for; nothing when it is English all the same. */
  return async (
    text: string,
    {
      asked,
      expecting,
      lately,
    }: {
      readonly asked?: Asked | undefined;
      readonly expecting?: Expecting | undefined;
      readonly lately?: Lately | undefined;
    },
    reads: Reads,
  ): Promise<Understood | undefined> => {
    const form = spanish.form(text, asked?.choices);
    if (form?.kind === 'choice') return { kind: 'act', act: form.choice.act };
    if (form?.kind === 'number') return { kind: 'act', act: { skill: 'vote', input: { number: form.number } } };
    const parts = expecting ? undefined : await several(text);
    if (parts) return parts;
    const plain = form?.skill ?? commands.whole(text) ?? commands.formed(text);
    if (plain !== undefined) return forSkill(plain, text);
    if (expecting) {
      const slot = `${expecting.skill} ${expecting.slot}`;
      const answers = readSlots.has(slot) ? reads(expecting, text) : sentenceSlots.has(slot) || !spanish.asks(text);
      const said = leadSlots.has(slot) ? (text.split(/[,.;!\n]/, 1)[0] ?? text) : text;
      if (answers && !(nameSlots.has(slot) && !mayBeName(said)))
        return { ...forSkill(expecting.skill, text), known: expecting.input, slot: expecting.slot };
    }
    const change = lately?.change;
    const fresh = change !== undefined && change.text === lately?.text;
    if (fresh && takesBackInSpanish(text)) return forSkill('undo', text);
    const meant = fresh ? correctedInSpanish(text, change.text) : undefined;
    if (fresh && meant !== undefined) return correcting(byName.get(change.skill), forSkill(change.skill, meant));
    const likest = await spanish.likest(text);
    return likest === undefined ? undefined : likest === 'none' ? { kind: 'unclear' } : forSkill(likest, text);
  };
};
