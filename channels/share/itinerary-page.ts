import { sayDay, sayRange } from '../../trips/dates.ts';
import { CHECK_NAMES } from '../../trips/itineraries/check-names.ts';
import type { Itinerary, ItineraryItem } from '../../trips/itineraries/itinerary.ts';
import { sayRain } from '../../trips/itineraries/say-rain.ts';
import { sayMoney } from '../../trips/money.ts';
import type { Trip } from '../../trips/trips/trip.ts';
import { html, type Markup } from './markup.ts';
import { page } from './page.ts';

/** Where a map finds it. The service learns what is looked for, and neither this page nor its link. */
const mapLink = ({ kind, place, title, city }: ItineraryItem, destination: string): string | undefined => {
  if (kind !== 'meal' && kind !== 'sight' && kind !== 'lodging') return undefined;
  const query = [place ?? title, city ?? destination].filter((part) => part !== '').join(', ');
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(query)}`;
};

const itemMarkup = (item: ItineraryItem, destination: string): Markup => {
  const map = mapLink(item, destination);
  const source =
    item.source && `${item.source.name}${item.source.page === undefined ? '' : `, page ${item.source.page}`}`;
  const rain = sayRain(item);
  const more = [
    item.note !== undefined && html`<span>${item.note}</span>`,
    item.place !== undefined && !item.title.includes(item.place) && html`<span>${item.place}</span>`,
    map !== undefined &&
      html`<a class="map" href="${map}" rel="noreferrer noopener" target="_blank">Map<span class="said"> of ${item.title}</span></a>`,
    source !== undefined && html`<span class="from">from ${source}</span>`,
  ].filter((part) => part !== false);
  return html`<li class="item ${item.kind}"><time>${item.start}<small>${item.end}</small></time><div><p class="what"><b>${item.title}</b>${item.cost && html`<span>${item.cost.amount === 0 ? 'free' : sayMoney(item.cost)}</span>`}</p>${more.length > 0 && html`<p class="more">${more}</p>`}${rain !== undefined && html`<p class="rain">${rain}</p>`}</div></li>`;
};

const dayMarkup = (day: Itinerary['days'][number], index: number, destination: string): Markup =>
  html`<section class="day"><header><h2>Day ${index + 1}</h2><p class="date">${sayDay(day.date)}</p></header><ol>${
    day.items.length > 0
      ? day.items.map((item) => itemMarkup(item, destination))
      : html`<li class="item free"><div><p class="what"><b>A free day</b></p></div></li>`
  }</ol></section>`;

/** The page of a plan at `link`, for whoever has it: complete without any script, and fit to be printed. */
export const itineraryPage = (
  itinerary: Itinerary,
  trip: Pick<Trip, 'name' | 'destination' | 'budget'>,
  link: string,
): string => {
  const { days, total, checks, gaps } = itinerary;
  const [first, last] = [days[0]?.date, days.at(-1)?.date];
  const failed = checks.filter(({ ok }) => !ok).length;
  const body = html`<main><header><p class="place">${trip.destination}</p><h1>${trip.name}</h1>${
    first !== undefined && last !== undefined && html`<p class="when">${sayRange(first, last)}</p>`
  }<ul class="glance"><li><strong>${days.length}</strong> ${days.length === 1 ? 'day' : 'days'}</li>${
    total &&
    html`<li><strong>${sayMoney(total)}</strong>${trip.budget && trip.budget.currency === total.currency && html` of ${sayMoney(trip.budget)}`} for everyone</li>`
  }${
    checks.length > 0 &&
    (failed === 0
      ? html`<li class="ok">All ${checks.length} checks passed</li>`
      : html`<li class="no">${failed} of ${checks.length} checks need a look</li>`)
  }<li><a href="${link}.pdf">PDF to print</a></li><li><a href="${link}.ics">Add to a calendar</a></li></ul></header>${days.map((day, index) => dayMarkup(day, index, trip.destination))}${
    gaps.length > 0 &&
    html`<section class="box open"><h2>Still open</h2><ul>${gaps.map((gap) => html`<li><span>${gap}</span></li>`)}</ul></section>`
  }${
    checks.length > 0 &&
    html`<section class="box proof"><h2>Checked after planning</h2><ul>${checks.map(
      ({ constraint, ok, detail }) =>
        html`<li class="${ok ? 'ok' : 'no'}"><span><span class="label">${CHECK_NAMES[constraint]}:</span> ${detail}</span></li>`,
    )}</ul></section>`
  }<footer><p>Version ${itinerary.version}, made with Pathfinder. Whoever has this link can read this page.</p></footer></main>`;
  return page(`${trip.name} - the plan`, body);
};
