import type { FactsCard } from '../../cards/reply.ts';
import { bar } from '../../trips/consensus/agreement.ts';
import type { ShownAnalysis } from '../../trips/consensus/shown-to.ts';
import { sayFamily } from '../../trips/families/family.ts';
import type { Standing } from '../../trips/polls/standing.ts';
import { listed, sayOutcome } from './poll.ts';

/** The rule by which polls are settled, in words for everybody. */
export const RULE =
  'How it works: each decision costs one turn, shared by the families that wanted it. The option wins that brings its families to the fewest turns; if level, the one with most votes.';

/** Why a poll came out so, or where it stands and what could be agreed on, in words. */
export const sayWhy = (standing: Standing, analysis: ShownAnalysis): string => {
  const open = standing.poll.status === 'open';
  const ways = analysis.suggestedCompromises.map(({ text }) => text);
  const said = open
    ? [
        'Voting is still open.',
        ...(analysis.conflicts.length > 0
          ? analysis.conflicts.map(({ details }) => details)
          : ['I see nothing that stands in the way of an agreement.']),
        ...ways,
      ]
    : [sayOutcome(standing), RULE, ...(analysis.status === 'resolved' ? [] : ways)];
  return said.join(' ');
};

/** The numbers behind it, an option a line: who wants it how much, and what it would cost in turns. */
export const whyCard = ({ poll, seats, tally }: Standing, analysis: ShownAnalysis): FactsCard => ({
  kind: 'facts',
  title: poll.question,
  facts: poll.options.map(({ optionId, text }) => {
    const out = analysis.options.find((option) => option.optionId === optionId)?.out ?? [];
    const agreed = analysis.agreement.find((option) => option.optionId === optionId);
    const level = analysis.finalDecision?.levels[optionId];
    const votes = tally.options.find((option) => option.optionId === optionId)?.families.length ?? 0;
    const bars = seats.flatMap(({ familyId, familyName }) => {
      const joy = agreed?.families[familyId];
      return joy === undefined ? [] : [`${sayFamily(familyName)} ${bar(joy)}`];
    });
    const facts = [
      `${votes} ${votes === 1 ? 'vote' : 'votes'}`,
      ...(level === undefined ? [] : [`would bring its families to ${Math.round(level * 100) / 100} turns`]),
      ...(out.length > 0 ? [`out: ${listed(out)}`] : []),
      ...bars,
    ];
    return { label: text, value: facts.join('; ') };
  }),
});
