import { type Browser, chromium } from 'playwright-core';
import { ensureChromium } from '../chromium.ts';

/** No sandbox (as root Chromium refuses it), no GPU, and nothing that calls home. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless Chromium of this machine. Throws, saying what to do, when there is none or it does not start. */
export const openBrowser = async (): Promise<Browser> => {
  const executablePath = ensureChromium();
  try {
    return await chromium.launch({ executablePath, headless: true, args: FLAGS });
  } catch (cause) {
    throw new Error(`${executablePath} did not start. Set CHROMIUM_PATH to another Chromium or Chrome.`, { cause });
  }
};
