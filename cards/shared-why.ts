import type { FoundOption } from './reply.ts';

/** What speaks for every one of several options alike. */
export const sharedWhy = (options: readonly Pick<FoundOption, 'why'>[]): readonly string[] => {
  const [first, ...others] = options.map(({ why = '' }) => partsOf(why));
  if (!first || others.length === 0) return [];
  return first.filter((one) => others.every((other) => other.includes(one)));
};

/** The option without what is said for all of them together. */
export const withoutShared = <O extends Pick<FoundOption, 'why'>>(option: O, shared: readonly string[]): O => {
  if (option.why === undefined || shared.length === 0) return option;
  const own = partsOf(option.why).filter((part) => !shared.includes(part));
  return { ...option, why: own.length > 0 ? own.join(', ') : undefined };
};

const partsOf = (why: string): readonly string[] =>
  why
    .replace(/\s+/g, ' ')
    .split(', ')
    .map((part) => part.trim())
    .filter((part) => part !== '');
