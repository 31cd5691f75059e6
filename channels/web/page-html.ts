export interface PageParts {
  readonly page: 'chat' | 'simulator';
  /** Lets in the styles and scripts of this answer. */
  readonly nonce: string;
  readonly pushKey?: string | undefined;
  /** Bytes of files that are taken with one message. */
  readonly maxUploadBytes?: number | undefined;
}

/** The first thing a browser gets: it shows at once, and the script fills it when it has come. */
export const pageHtml = ({ page, nonce, pushKey, maxUploadBytes }: PageParts): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#f6f3ec" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#12191b" media="(prefers-color-scheme: dark)">
<meta name="description" content="Pathfinder helps several families agree on one trip, by text message, Teams or here.">
<title>${page === 'chat' ? 'Pathfinder' : 'Pathfinder simulator'}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="manifest" href="/manifest.webmanifest">
<style nonce="${nonce}">${SHELL}</style>
<link rel="stylesheet" href="/app.css">
</head>
<body>
<div id="app" data-page="${page}"${pushKey === undefined ? '' : ` data-push-key="${pushKey}"`}${maxUploadBytes === undefined ? '' : ` data-max-upload="${maxUploadBytes}"`}><main class="shell"><h1>Pathfinder</h1><p role="status">Opening the chat…</p>
<noscript><p>This page needs JavaScript. You can also text Pathfinder or talk to it in Teams.</p></noscript></main></div>
<script type="module" src="/app.js" nonce="${nonce}"></script>
</body>
</html>
`;

const SHELL = `:root{color-scheme:light dark}body{margin:0;background:light-dark(#f6f3ec,#12191b);color:light-dark(#1d2a2b,#eaf0ef)}
.shell{display:grid;place-content:center;min-height:100dvh;text-align:center;font:1rem/1.5 system-ui,sans-serif}.shell h1{margin:0;font-size:1.375rem}`;

/** The mark of Pathfinder: a dotted way from here to a place. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">
<rect width="512" height="512" rx="112" fill="#0d6165"/>
<path d="M130 384c104 0 62-128 150-128 80 0 106-44 106-118" fill="none" stroke="#fff" stroke-width="30" stroke-linecap="round" stroke-dasharray="48 52"/>
<circle cx="130" cy="384" r="42" fill="#fff"/>
<path d="M386 66c-38 0-66 28-66 64 0 46 66 98 66 98s66-52 66-98c0-36-28-64-66-64z" fill="#ffc78f"/>
</svg>
`;

export const MANIFEST = JSON.stringify({
  name: 'Pathfinder',
  short_name: 'Pathfinder',
  description: 'Several families, one plan you all agree on.',
  start_url: '/',
  display: 'standalone',
  background_color: '#f6f3ec',
  theme_color: '#0d6165',
  icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
});
