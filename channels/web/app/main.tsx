import './app.css';
import { createRoot } from 'react-dom/client';
import { Page } from './page.tsx';
import { pageLanguage } from './page-words.ts';
import { Simulator } from './simulator.tsx';

document.documentElement.lang = pageLanguage;

const root = document.getElementById('app');
if (root) createRoot(root).render(root.dataset.page === 'simulator' ? <Simulator /> : <Page />);

if ('serviceWorker' in navigator && root?.dataset.page !== 'simulator') {
  // Without it the page works as well; it only is not there offline.
  navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
}
