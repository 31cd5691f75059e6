import { createWriteStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';
import { fractionOf } from '../../trips/consensus/fraction.ts';
import type { Committee, Profile } from '../../trips/consensus/profile.ts';
import { approval, satisfactionApproval } from '../../trips/consensus/rules/approval.ts';
import { equalShares, equalSharesByIncrement } from '../../trips/consensus/rules/equal-shares.ts';
import { phragmen } from '../../trips/consensus/rules/phragmen.ts';
import { proportionalApproval } from '../../trips/consensus/rules/proportional-approval.ts';
import type { Evaluation } from './evaluation.ts';

type Count = (profile: Profile, seats: number) => readonly Committee[];

/** The rules by the names that the instances give them (https://github.com/martinlackner/abcvoting). */
const RULES: Readonly<Record<string, Count>> = {
  av: approval,
  sav: satisfactionApproval,
  pav: proportionalApproval,
  seqphragmen: phragmen,
  'equal-shares': (profile, seats) => equalShares(profile, seats, 'phragmen'),
  'equal-shares-with-av-completion': (profile, seats) => equalShares(profile, seats, 'approval'),
  'equal-shares-without-completion': (profile, seats) => equalShares(profile, seats, 'none'),
  'equal-shares-with-increment-completion': (profile, seats) => [equalSharesByIncrement(profile, seats)],
};

const instance = z.object({
  profile: z.array(z.array(z.int().min(0))),
  /** As many as the profile names when absent. */
  num_cand: z.int().positive().optional(),
  committeesize: z.int().positive(),
  voter_weights: z.array(z.number().positive()).optional(),
  compute: z
    .array(
      z.object({
        rule_id: z.string(),
        resolute: z.boolean().optional(),
        result: z.array(z.array(z.int())).nullish(),
      }),
    )
    .optional(),
});

interface Score {
  instances: number;
  right: number;
  /** Without an expected result. */
  unknown: number;
  slowestMs: number;
}

/** Committees as their members' numbers, so that the same ones compare equal whatever their order. */
const written = (found: readonly (readonly number[])[]): readonly string[] =>
  found.map((members) => [...members].sort((a, b) => a - b).join()).sort();

export const evaluation: Evaluation = {
  usage: '<dir of *.abc.yaml> [--out results.jsonl]',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string' } },
    });
    const [dir] = positionals;
    if (dir === undefined) throw new Error(`usage: votes ${evaluation.usage}`);
    const out = values.out === undefined ? undefined : createWriteStream(values.out);
    const scores = new Map<string, Score>();
    const wrong: string[] = [];
    for (const file of readdirSync(dir)
      .filter((name) => /\.ya?ml$/.test(name))
      .sort()) {
      const given = instance.parse(parse(readFileSync(join(dir, file), 'utf8')));
      const name = file.replace(/\.abc\.ya?ml$|\.ya?ml$/, '');
      const profile: Profile = {
        options: Array.from(
          { length: given.num_cand ?? Math.max(...given.profile.flat()) + 1 },
          (_, candidate) => `${candidate}`,
        ),
        ballots: given.profile.map((approves, voter) => ({
          voter: `${voter}`,
          approves: approves.map(String),
          weight: fractionOf(given.voter_weights?.[voter] ?? 1),
        })),
      };
      const asked =
        given.compute ??
        Object.keys(RULES).flatMap((rule_id) => [false, true].map((resolute) => ({ rule_id, resolute })));
      for (const { rule_id: rule, resolute = false, ...answer } of asked) {
        const count = RULES[rule];
        if (!count) continue;
        const started = performance.now();
        const all = count(profile, given.committeesize).map((members) => members.map(Number));
        const took = performance.now() - started;
        const result = resolute ? all.slice(0, 1) : all;
        out?.write(`${JSON.stringify({ instance: name, rule, resolute, result })}\n`);
        const key = `${rule} ${resolute ? 'resolute' : 'irresolute'}`;
        const score = scores.get(key) ?? { instances: 0, right: 0, unknown: 0, slowestMs: 0 };
        scores.set(key, score);
        score.instances += 1;
        score.slowestMs = Math.max(score.slowestMs, took);
        const expected = 'result' in answer && answer.result ? written(answer.result) : undefined;
        const found = written(result);
        const right = resolute
          ? found.length === 1 && found.every((members) => expected?.includes(members))
          : found.join(' ') === expected?.join(' ');
        if (!expected) score.unknown += 1;
        else if (right) score.right += 1;
        else wrong.push(`${name} ${key}: ${found.join(' ')} instead of ${expected.join(' ')}`);
      }
    }
    await new Promise((resolve) => (out ? out.end(resolve) : resolve(undefined)));
    const rows = [...scores].sort(([a], [b]) => (a < b ? -1 : 1));
    const total = { instances: 0, right: 0, unknown: 0 };
    for (const [key, { instances, right, unknown, slowestMs }] of rows) {
      console.log(`${key.padEnd(54)} ${right}/${instances - unknown} right, slowest ${slowestMs.toFixed(1)} ms`);
      total.instances += instances;
      total.right += right;
      total.unknown += unknown;
    }
    for (const line of wrong.slice(0, 20)) console.log(line);
    console.log(
      JSON.stringify({ suite: 'votes', ...total, share: total.right / Math.max(1, total.instances - total.unknown) }),
    );
  },
};
