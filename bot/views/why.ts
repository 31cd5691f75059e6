import type { FactsCard } from '../../cards/reply.ts';
import { wordsIn } from '../../cards/words/words.ts';
import { bar } from '../../trips/consensus/agreement.ts';
import type { Rule } from '../../trips/consensus/decide.ts';
import type { ShownAnalysis } from '../../trips/consensus/shown-to.ts';
import { counted } from '../../trips/consensus/speak.ts';
import { sayFamily } from '../../trips/families/family.ts';
import { listed } from '../../trips/listed.ts';
import { ballotKind } from '../../trips/polls/ballot-kinds.ts';
import type { Standing } from '../../trips/polls/standing.ts';
import { sayOutcome } from './poll.ts';

/** The rules by which polls are settled, in words for everybody. */
const RULES: Readonly<Record<Rule, string>> = {
  turns: 'Each decision costs one turn, shared by those who wanted it; fewest turns goes first, then most votes.',
  'one-against-one':
    'Every two options are compared: how many families rank the one before the other. What beats all others wins; fewest turns breaks a tie.',
  days: 'A yes counts one, "if need be" half. On a tie the date goes first on which fewest cannot come, then fewest turns.',
};

/** Why a poll came out so: the reason, the rule, and the turns that the families have used by now. */
export const sayWhy = (
  standing: Standing,
  { status, suggestedCompromises }: ShownAnalysis,
  turns: Readonly<Record<string, number>>,
): string => {
  const used = standing.seats.map(
    ({ familyId, familyName }) => `${familyName} ${Math.round((turns[familyId] ?? 0) * 100) / 100}`,
  );
  const ways = status === 'resolved' ? [] : suggestedCompromises.map(({ text }) => text);
  return [
    sayOutcome(standing, wordsIn()),
    RULES[ballotKind(standing.poll.kind).rule],
    `Turns used so far: ${used.join(', ')}.`,
    ...ways,
  ].join(' ');
};

/** What stands between the families over an open poll, and where they could meet. */
export const sayCommonGround = ({ poll }: Pick<Standing, 'poll'>, analysis: ShownAnalysis): string => {
  const conflicts = analysis.conflicts.map(({ details }) => details);
  const ways = analysis.suggestedCompromises.map(({ text }) => text);
  const said = [...(conflicts.length > 0 ? conflicts : ['nothing I know of stands in the way.']), ...ways];
  return `"${poll.question}": ${said.join(' ')}`;
};

/** The numbers behind it, an option a line: who wants it how much, and what it would cost in turns. */
export const whyCard = ({ poll, seats, tally }: Standing, analysis: ShownAnalysis): FactsCard => ({
  kind: 'facts',
  title: poll.question,
  facts: poll.options.map(({ optionId, text }) => {
    const out = analysis.options.find((option) => option.optionId === optionId)?.out ?? [];
    const agreed = analysis.agreement.find((option) => option.optionId === optionId);
    const level = analysis.finalDecision?.levels[optionId];
    const votes = tally.options.find((option) => option.optionId === optionId)?.votes ?? 0;
    const joys = seats.flatMap(({ familyId, familyName }) => {
      const joy = agreed?.families[familyId];
      return joy === undefined ? [] : [{ name: sayFamily(familyName), joy }];
    });
    // Where a family is for one option and against the rest, names say all that bars would.
    const graded = joys.some(({ joy }) => joy > 0 && joy < 1);
    const wanted = joys.filter(({ joy }) => joy === 1).map(({ name }) => name);
    const facts = [
      counted(votes, 'vote'),
      ...(level === undefined ? [] : [`would bring its families to ${counted(Math.round(level * 100) / 100, 'turn')}`]),
      ...(out.length > 0 ? [`out: ${listed(out)}`] : []),
      ...(graded ? joys.map(({ name, joy }) => `${name} ${bar(joy)}`) : []),
      ...(!graded && wanted.length > 0 ? [`wanted by ${listed(wanted)}`] : []),
    ];
    return { label: text, value: facts.join('; ') };
  }),
});
