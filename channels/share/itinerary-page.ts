import { capital } from '../../cards/found-text.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import type { FamilyId } from '../../trips/ids.ts';
import type { ItineraryItem, PlanCheck } from '../../trips/itineraries/itinerary.ts';
import { familiesPart } from '../../trips/itineraries/plan-for.ts';
import type { Trip } from '../../trips/trips/trip.ts';
import { html, type Markup } from './markup.ts';
import { page } from './page.ts';
import { type PlanLine, type ShownDay, type ShownPlan, shownDays, whereIs } from './shown-plan.ts';

/** The addresses of a plan. `ending`: nothing, `.pdf` or `.ics`; of everybody's plan, or of one family's. */
export type PlanAddress = (ending: '' | '.pdf' | '.ics', only?: FamilyId) => string;

/** Where a map finds it. The service learns what is looked for, and neither this page nor its link. */
const mapLink = (item: ItineraryItem, trip: Trip): string | undefined => {
  const { kind } = item;
  if (kind !== 'meal' && kind !== 'sight' && kind !== 'lodging') return undefined;
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(whereIs(item, trip))}`;
};

const lineMarkup = (line: PlanLine, { trip, words: { planSheet } }: ShownPlan): Markup => {
  const { item, title, cost, who, place, note, source, rain } = line;
  const map = mapLink(item, trip);
  const more = [
    note !== undefined && html`<span>${note}</span>`,
    place !== undefined && html`<span>${place}</span>`,
    map !== undefined &&
      html`<a class="map" href="${map}" rel="noreferrer noopener" target="_blank">${planSheet.map}<span class="said">${planSheet.mapOf(title)}</span></a>`,
    source !== undefined && html`<span class="from">${source}</span>`,
  ].filter((part) => part !== false);
  return html`<li class="item ${item.kind}"><time>${item.start}<small>${item.end}</small></time><div><p class="what"><b>${title}</b>${cost !== undefined && html`<span>${cost}</span>`}</p>${who !== undefined && html`<p class="who">${who}</p>`}${more.length > 0 && html`<p class="more">${more}</p>`}${rain !== undefined && html`<p class="rain">${rain}</p>`}</div></li>`;
};

const dayMarkup = ({ number, when, lines }: ShownDay, plan: ShownPlan): Markup =>
  html`<section class="day"><header><h2>${plan.words.planSheet.day(number)}</h2><p class="date">${when}</p></header><ol>${
    lines.length > 0
      ? lines.map((line) => lineMarkup(line, plan))
      : html`<li class="item free"><div><p class="what"><b>${plan.words.planSheet.freeDay}</b></p></div></li>`
  }</ol></section>`;

/** Everybody's plan, or the days of one family: to choose from where families part. */
const whoseMarkup = ({ itinerary, seats, words, only }: ShownPlan, address: PlanAddress): Markup | false => {
  if (!familiesPart(itinerary) || seats.length < 2) return false;
  const entry = (name: string, family: FamilyId | undefined): Markup =>
    html`<li><a href="${address('', family)}"${family === only && html` aria-current="page"`}>${name}</a></li>`;
  return html`<nav aria-label="${words.planSheet.whose}"><ul class="glance">${entry(words.planSheet.everyone, undefined)}${seats.map(
    ({ familyId, familyName }) => entry(capital(words.say.family(familyName)), familyId),
  )}</ul></nav>`;
};

/** A check with its proof, where the sentence is not that already. */
const checkMarkup = (check: PlanCheck, { plan }: Words): Markup => {
  const said = plan.check(check);
  const proof = plan.proof(check);
  return html`<li class="${check.ok ? 'ok' : 'no'}"><span><span class="label">${plan.checkName(check.constraint)}:</span> ${said}${proof !== undefined && html` ${capital(proof)}.`}</span></li>`;
};

/** The page of a plan, for whoever has its link: complete without any script, and fit to be printed. */
export const itineraryPage = (shown: ShownPlan, address: PlanAddress): string => {
  const { itinerary, trip, words, only } = shown;
  const { days, total, checks, gaps, version } = itinerary;
  const { planSheet, plan, say } = words;
  const [first, last] = [days[0]?.date, days.at(-1)?.date];
  const failed = checks.filter(({ ok }) => !ok).length;
  const sum =
    total &&
    (trip.budget && trip.budget.currency === total.currency
      ? plan.of(say.money(total), say.money(trip.budget))
      : say.money(total));
  const body = html`<main><header><p class="place">${trip.destination}</p><h1>${trip.name}</h1>${
    first !== undefined && last !== undefined && html`<p class="when">${say.range(first, last)}</p>`
  }<ul class="glance"><li>${say.days(days.length)}</li>${sum !== undefined && html`<li>${planSheet.forEveryone(sum)}</li>`}${
    checks.length > 0 &&
    (failed === 0
      ? html`<li class="ok">${planSheet.checksHold(checks.length)}</li>`
      : html`<li class="no">${planSheet.checksFail(failed, checks.length)}</li>`)
  }<li class="way"><a href="${address('.pdf', only)}">${planSheet.print}</a></li><li class="way"><a href="${address('.ics', only)}">${planSheet.calendar}</a></li></ul>${whoseMarkup(shown, address)}</header>${shownDays(
    shown,
  ).map((day) => dayMarkup(day, shown))}${
    gaps.length > 0 &&
    html`<section class="box open"><h2>${planSheet.open}</h2><ul>${gaps.map((gap) => html`<li><span>${plan.gap(gap)}</span></li>`)}</ul></section>`
  }${
    checks.length > 0 &&
    html`<section class="box proof"><h2>${planSheet.checked}</h2><ul>${checks.map((check) => checkMarkup(check, words))}</ul></section>`
  }<footer><p>${planSheet.made(version)}</p></footer></main>`;
  return page(planSheet.title(trip.name), body, words.language);
};
