/** When somebody is ill or hurt. `lines` are quoted from papers, each with its mark. */
export const care = {
  sorry: 'Sorry to hear that.',
  serious:
    'If it is serious, call the emergency number first: 112 in Europe and from most mobile phones, 911 in North America.',
  fromPapers: (lines: string): string => `In your papers: ${lines}`,
  /** `stay`: where they sleep, where that is booked. */
  nowhere: (stay: string | undefined): string =>
    `Your papers name no doctor and no pharmacy: ask at ${stay ?? 'the place where you stay'} for the nearest.`,
  contacts: (list: string): string => `Your emergency contacts: ${list}.`,
  tellOthers: 'Tell the other families',
  easyDay: 'Take something off the plan of today',
};
