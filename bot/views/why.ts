import type { FactsCard } from '../../cards/reply.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import { bar } from '../../trips/consensus/agreement.ts';
import type { ShownAnalysis } from '../../trips/consensus/shown-to.ts';
import { ballotKind } from '../../trips/polls/ballot-kinds.ts';
import type { Standing } from '../../trips/polls/standing.ts';
import { sayOutcome } from './poll.ts';

/** Why a poll came out so: the reason, the rule, and the turns that the families have used by now. */
export const sayWhy = (
  standing: Standing,
  { status, suggestedCompromises }: ShownAnalysis,
  turns: Readonly<Record<string, number>>,
  words: Words,
): string => {
  const used = standing.seats.map(
    ({ familyId, familyName }) => `${familyName} ${Math.round((turns[familyId] ?? 0) * 100) / 100}`,
  );
  const ways = status === 'resolved' ? [] : suggestedCompromises.map(({ text }) => words.reasons.said(text));
  return [
    sayOutcome(standing, words),
    words.why.rules[ballotKind(standing.poll.kind).rule],
    words.why.turnsUsed(used.join(', ')),
    ...ways,
  ].join(' ');
};

/** What stands between the families over an open poll, and where they could meet. */
export const sayCommonGround = (
  { poll }: Pick<Standing, 'poll'>,
  { conflicts, suggestedCompromises }: ShownAnalysis,
  { why, reasons }: Pick<Words, 'why' | 'reasons'>,
): string => {
  const found = conflicts.map(({ details }) => reasons.said(details));
  const ways = suggestedCompromises.map(({ text }) => reasons.said(text));
  const nothing = found.length === 0 && ways.length > 0 ? [why.nothingInTheWay] : [];
  return why.ground(poll.question, [...nothing, ...found, ...ways].join(' '));
};

/** The numbers behind it, an option a line: who wants it how much, and what it would cost in turns. */
export const whyCard = (
  { poll, seats, tally }: Standing,
  analysis: ShownAnalysis,
  { why, say, reasons }: Pick<Words, 'why' | 'say' | 'reasons'>,
): FactsCard => ({
  kind: 'facts',
  title: poll.question,
  facts: poll.options.map(({ optionId, text }) => {
    const out = analysis.options.find((option) => option.optionId === optionId)?.out ?? [];
    const agreed = analysis.agreement.find((option) => option.optionId === optionId);
    const level = analysis.finalDecision?.levels[optionId];
    const votes = tally.options.find((option) => option.optionId === optionId)?.votes ?? 0;
    const joys = seats.flatMap(({ familyId, familyName }) => {
      const joy = agreed?.families[familyId];
      return joy === undefined ? [] : [{ name: say.family(familyName), joy }];
    });
    // Where a family is for one option and against the rest, names say all that bars would.
    const graded = joys.some(({ joy }) => joy > 0 && joy < 1);
    const wanted = joys.filter(({ joy }) => joy === 1).map(({ name }) => name);
    const facts = [
      say.votes(votes),
      ...(level === undefined ? [] : [why.wouldBring(Math.round(level * 100) / 100)]),
      ...(out.length > 0 ? [why.out(out.map((one) => reasons.phrases(one)))] : []),
      ...(graded ? joys.map(({ name, joy }) => `${name} ${bar(joy)}`) : []),
      ...(!graded && wanted.length > 0 ? [why.wantedBy(say.list(wanted))] : []),
    ];
    return { label: text, value: facts.join('; ') };
  }),
});
