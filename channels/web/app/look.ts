/** How Web Chat looks. Colours are variables of app.css, so that light and dark change without a reload. */
export const look = {
  accent: 'var(--accent)',
  subtle: 'var(--subtle)',
  backgroundColor: 'transparent',
  primaryFont: 'var(--font)',
  fontSizeSmall: '0.8125rem',
  rootHeight: '100%',
  rootWidth: '100%',
  paddingRegular: 12,
  paddingWide: 16,

  bubbleBackground: 'var(--surface)',
  bubbleTextColor: 'var(--ink)',
  bubbleBorderColor: 'var(--edge)',
  bubbleBorderRadius: 16,
  bubbleBorderWidth: 1,
  bubbleFromUserBackground: 'var(--mine)',
  bubbleFromUserTextColor: 'var(--on-mine)',
  bubbleFromUserBorderColor: 'var(--mine)',
  bubbleFromUserBorderRadius: 16,
  bubbleFromUserBorderWidth: 1,
  bubbleMinHeight: 40,
  bubbleMaxWidth: 560,
  messageActivityWordBreak: 'break-word',

  timestampColor: 'var(--subtle)',
  timestampFormat: 'relative',

  sendBoxBackground: 'var(--surface)',
  sendBoxTextColor: 'var(--ink)',
  sendBoxDisabledTextColor: 'var(--subtle)',
  sendBoxPlaceholderColor: 'var(--subtle)',
  sendBoxButtonColor: 'var(--accent)',
  sendBoxButtonColorOnHover: 'var(--accent-strong)',
  sendBoxButtonColorOnFocus: 'var(--accent-strong)',
  sendBoxButtonColorOnActive: 'var(--accent-strong)',
  sendBoxButtonShadeColorOnHover: 'var(--tint)',
  sendBoxButtonShadeColorOnFocus: 'var(--tint)',
  sendBoxButtonShadeColorOnActive: 'var(--tint)',
  sendBoxButtonShadeBorderRadius: 12,
  sendBoxHeight: 52,
  sendBoxMaxHeight: 160,
  sendBoxTextWrap: true,
  sendBoxBorderTop: '0',
  hideTelephoneKeypadButton: true,
  // Of a long card its beginning is shown, not its end.
  autoScrollSnapOnPage: true,
  // A message that has not got through is sent again by itself; only what the server refused is shown as failed.
  sendTimeout: 300_000,
  sendTimeoutForAttachments: 300_000,
  sendAttachmentOn: 'send',
  uploadAccept: '.pdf,.docx,.txt,.md,.markdown,.html,.htm,.ics,.eml,image/png,image/jpeg,image/webp,image/gif',

  transcriptVisualKeyboardIndicatorColor: 'var(--accent)',
  transcriptActivityVisualKeyboardIndicatorColor: 'var(--accent)',
  transcriptOverlayButtonBackground: 'var(--mine)',
  transcriptOverlayButtonColor: 'var(--on-mine)',
  transcriptOverlayButtonBackgroundOnHover: 'var(--accent-strong)',
  transcriptOverlayButtonColorOnHover: 'var(--on-mine)',
  transcriptOverlayButtonBackgroundOnFocus: 'var(--accent-strong)',
  transcriptOverlayButtonColorOnFocus: 'var(--on-mine)',
  hideToaster: false,
} as const;

const text = (colour: string, subtle: string) => ({ default: colour, subtle });

/** Colours and spacing of Adaptive Cards. */
export const cardLook = {
  fontFamily: 'var(--font)',
  supportsInteractivity: true,
  spacing: { small: 6, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--edge)' },
  fontSizes: { small: 14, default: 16, medium: 17, large: 19, extraLarge: 23 },
  fontWeights: { lighter: 300, default: 400, bolder: 650 },
  actions: {
    maxActions: 10,
    spacing: 'default',
    buttonSpacing: 8,
    allowTitleToWrap: true,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    showCard: { actionMode: 'inline', inlineTopMargin: 12 },
  },
  containerStyles: {
    default: {
      backgroundColor: 'transparent',
      foregroundColors: {
        default: text('var(--ink)', 'var(--subtle)'),
        accent: text('var(--accent)', 'var(--accent)'),
        good: text('var(--good)', 'var(--good)'),
        attention: text('var(--attention)', 'var(--attention)'),
        warning: text('var(--attention)', 'var(--attention)'),
        dark: text('var(--ink)', 'var(--subtle)'),
        light: text('var(--subtle)', 'var(--subtle)'),
      },
    },
  },
};
