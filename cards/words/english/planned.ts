/** What is said around what a language model took apart, or understood and would do. */
export const planned = {
  working: 'Working it out…',
  goAhead: (words: string): string => `I understood: "${words}". Shall I go ahead?`,
  several: 'I understood several things. Shall I do all of them?',
  yes: 'Yes, go ahead',
  yesAll: 'Yes, all of them',
  only: (words: string): string => `Only: ${words}`,
  no: 'No, leave it',
  fits: (spans: string): string => `There is time, not counting the way between: ${spans}.`,
  fitsNot: 'There is not enough time for all of it on one day.',
  stopped: '🐢 The AI budget is used up: I stopped there and say what I have.',
  partly: 'I did not find everything that this takes.',
};
