import { medalOf, numbersOf } from '../../cards/memories.ts';
import type { Words } from '../../cards/words/catalogue.ts';
import type { ShownMemories } from '../../trips/memories/shown-memories.ts';
import { html, type Markup } from './markup.ts';
import { page } from './page.ts';

const part = (title: string, body: Markup): Markup => html`<section class="part"><h2>${title}</h2>${body}</section>`;

/** The page of a memory lane at `link`, for whoever has it: complete without any script, and fit to be printed. */
export const memoriesPage = (shown: ShownMemories, link: string, words: Words): string => {
  const { trip, outcomes, superlatives, photos, itinerary, families } = shown;
  const { memories, say, plan } = words;
  const photo = ({ id, caption, width, height, familyId }: ShownMemories['photos'][number], index: number): Markup => {
    const family = say.family(families.get(familyId) ?? '');
    const about = memories.photoOf(index + 1, family, caption);
    return html`<li><figure><a href="${link}/photos/${id}.jpg"><img src="${link}/photos/${id}.small.jpg" alt="${about}" width="${width}" height="${height}"></a><figcaption>${caption}<span>${family}</span></figcaption></figure></li>`;
  };
  const medal = (one: ShownMemories['superlatives'][number]): Markup => {
    const { name, who, proof } = medalOf(one, families, words);
    return html`<li><p class="name">${name}</p><b>${who}</b><p class="proof">${proof}</p></li>`;
  };
  const body = html`<main><header><p class="place">${memories.lane} · ${trip.destination}</p><h1>${trip.name}</h1>${
    trip.startDate !== undefined &&
    trip.endDate !== undefined &&
    html`<p class="when">${say.range(trip.startDate, trip.endDate)}</p>`
  }<ul class="glance" aria-label="${memories.numbers}">${numbersOf(shown, words).map((line) => html`<li>${line}</li>`)}<li><a href="${link}.pdf${words.language === 'en' ? '' : `?lang=${words.language}`}">${memories.pdf}</a></li></ul></header>${part(
    memories.photos,
    photos.length === 0 ? html`<p>${memories.noPhotos}</p>` : html`<ul class="photos">${photos.map(photo)}</ul>`,
  )}${superlatives.length > 0 && part(memories.superlatives, html`<ul class="medals">${superlatives.map(medal)}</ul>`)}${
    outcomes.length > 0 &&
    part(
      memories.outcomes,
      html`<ul class="decided">${outcomes.map(
        ({ question, choice, votes, of }) =>
          html`<li>${question} <b>${choice}</b> <span>${memories.votes(votes, of)}</span></li>`,
      )}</ul>`,
    )
  }${
    itinerary !== undefined &&
    part(
      memories.plan,
      html`<ul class="decided">${itinerary.days.map(
        ({ date, items }) =>
          html`<li><b>${say.day(date)}</b> <span>${
            items
              .filter(({ kind }) => kind === 'sight' || kind === 'meal')
              .map(({ start, title }) => `${start} ${plan.item(title)}`)
              .join(' · ') || '–'
          }</span></li>`,
      )}</ul>`,
    )
  }<footer><p>${memories.footer}</p></footer></main>`;
  return page(memories.title(trip.name), body, words.language);
};
