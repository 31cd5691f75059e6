import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Courier } from '../bot/delivery.ts';
import { renderText } from '../cards/render-text.ts';
import { PathfinderError } from '../trips/pathfinder-error.ts';
import { personBehind } from '../trips/people/merged-person.ts';
import type { Records } from '../trips/records.ts';
import type { Environment, NotificationChannel, Plugin } from './plugin.ts';

const opener = z.custom<NonNullable<Plugin['models']>>((value) => typeof value === 'function', 'a function');
const exported = z.object({
  plugin: z.object({
    name: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, 'lower-case letters, digits and dashes'),
    models: opener.optional(),
    notifications: z
      .custom<NonNullable<Plugin['notifications']>>((value) => typeof value === 'function', 'a function')
      .optional(),
  }),
});

/** The plugins of this process. */
export interface Plugins {
  readonly all: readonly Plugin[];
  /** Names of those that bring news. */
  readonly channels: readonly string[];
  readonly courier: Courier | undefined;
}

/**
 * Loads the modules that PLUGINS names: files (`./`, `/`) from the working directory, else packages installed there. They
 * run with every right of this process: name none that you would not run. Throws `configuration`.
 */
export const loadPlugins = async (
  modules: readonly string[],
  environment: Environment,
  records: Records,
): Promise<Plugins> => {
  const all: Plugin[] = [];
  for (const specifier of modules) {
    const plugin = await load(specifier);
    if (all.some(({ name }) => name === plugin.name)) throw refused(specifier, `there are two called ${plugin.name}`);
    all.push(plugin);
  }
  const channels = new Map<string, NotificationChannel>();
  for (const { name, notifications } of all) if (notifications) channels.set(name, await notifications(environment));
  return {
    all,
    channels: [...channels.keys()],
    courier: channels.size === 0 ? undefined : pluginCourier(channels, records),
  };
};

const refused = (specifier: string, why: string, cause?: unknown): PathfinderError =>
  new PathfinderError('configuration', `PLUGINS: ${specifier}: ${why}`, cause);

const load = async (specifier: string): Promise<Plugin> => {
  const here = process.cwd();
  try {
    const path = /^[./]/.test(specifier)
      ? resolve(here, specifier)
      : createRequire(join(here, 'package.json')).resolve(specifier);
    return exported.parse(await import(pathToFileURL(path).href)).plugin;
  } catch (cause) {
    const why =
      cause instanceof z.ZodError
        ? `it must export a plugin: ${cause.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`
        : `it cannot be loaded: ${cause instanceof Error ? cause.message : String(cause)}`;
    throw refused(specifier, why, cause);
  }
};

/** Brings news to the channels of plugins: a conversation there is the plugin's name and the person's id. */
const pluginCourier = (channels: ReadonlyMap<string, NotificationChannel>, records: Records): Courier => ({
  door: 'plugin',
  deliver: async ({ conversation }, reply, key) => {
    const [name = '', userId = ''] = conversation.split(' ');
    const channel = channels.get(name);
    const person = await personBehind(records, userId);
    if (!channel || !person) return { status: 'refused', why: 'nobody is there' };
    try {
      await channel.send({ key, userId: person.id, name: person.name, text: renderText(reply) });
    } catch (cause) {
      // It is named by its key, so that a plugin can tell a repeat.
      throw new PathfinderError('far-end-unavailable', `the plugin ${name} could not bring news`, cause);
    }
    return { status: 'sent' };
  },
});
