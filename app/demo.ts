import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readConfig } from './config.ts';
import { phone, type Speaker, webPage } from './demo/people.ts';
import { SCRIPT, type Step } from './demo/script.ts';
import { listen } from './listen.ts';
import { openLog } from './log.ts';

/** How long an answer may take before the demonstration ends with an error, on a slow machine. */
const PATIENCE_MS = 60_000;
/** A person's glance at the screen. */
const LOOK_MS = 100;

const COLOUR = { Ana: '\u001b[36m', Bea: '\u001b[33m', none: '\u001b[0m' };
const plain = !process.stdout.isTTY;

const print = (who: string, door: string, arrow: string, text: string): void => {
  const colour = plain ? '' : who === 'Ana' ? COLOUR.Ana : COLOUR.Bea;
  const label = `${who} (${door})`.padEnd(10);
  const lines = text.split('\n').map((line, index) => `${index === 0 ? `${label} ${arrow}` : ' '.repeat(12)} ${line}`);
  console.log(`${colour}${lines.join('\n')}${plain ? '' : COLOUR.none}`);
};

/** `npm run demo`: two families at two doors of a real server, from nothing to a plan, printed as they see it. */
const demo = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'pathfinder-demo-'));
  const config = readConfig({ PORT: '0', DATA_DIR: folder, MESSAGES_PER_MINUTE: '100000' });
  const server = await listen(config, openLog('silent'));
  const began = performance.now();
  try {
    const heard: { readonly who: string; readonly text: string }[] = [];
    const hear = (to: Speaker, text: string): void => {
      heard.push({ who: to.name, text });
      print(to.name, to.door, '<', text);
    };
    const speakers: Readonly<Record<Step['who'], Speaker>> = {
      Ana: await webPage(server.url, 'Ana', hear),
      Bea: phone(server.url, 'Bea', '+15550111', hear),
    };
    const captured: Record<string, string> = {};
    for (const step of SCRIPT) await play(step, speakers, heard, captured);
    console.log(`\nTwo families, two doors, one plan: ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

const play = async (
  step: Step,
  speakers: Readonly<Record<Step['who'], Speaker>>,
  heard: readonly { readonly who: string; readonly text: string }[],
  captured: Record<string, string>,
): Promise<void> => {
  const speaker = speakers[step.who];
  const from = heard.length;
  if (step.sends) {
    print(step.who, speaker.door, '>', `[${step.sends.name}]`);
    await speaker.send?.(step.sends.name, new TextEncoder().encode(step.sends.text), step.sends.mediaType);
  }
  if (step.says !== undefined) {
    const text = step.says.replace(/\{(\w+)\}/g, (_, name: string) => captured[name] ?? '');
    print(step.who, speaker.door, '>', text);
    await speaker.say(text);
  }
  const until = performance.now() + PATIENCE_MS;
  for (const { who, words } of step.hears) {
    for (;;) {
      for (const one of Object.values(speakers)) await one.look();
      const found = heard.slice(from).find((line) => line.who === who && words.test(line.text));
      if (found) {
        Object.assign(captured, words.exec(found.text)?.groups);
        break;
      }
      if (performance.now() > until)
        throw new Error(`${who} did not hear ${words} after "${step.says ?? 'the file'}".`);
      await pause(LOOK_MS);
    }
  }
};

demo().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
