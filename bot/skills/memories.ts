import { z } from 'zod';
import type { Reply } from '../../cards/reply.ts';
import { chooseMemories } from '../../trips/memories/choose-memories.ts';
import { memoryPhotos } from '../../trips/memories/memory-photo.ts';
import { addPhoto, sharePhoto } from '../../trips/memories/photos.ts';
import { requestMemories } from '../../trips/memories/request-memories.ts';
import { shownMemories } from '../../trips/memories/shown-memories.ts';
import { PathfinderError } from '../../trips/pathfinder-error.ts';
import type { IncomingFile } from '../incoming.ts';
import { memoriesReply } from '../views/memories.ts';
import { sayRejection } from './say-rejection.ts';
import { skill, type TripContext } from './skill.ts';

const AGAIN = /\b(?:again|anew|refresh|update|remake|otra vez|de nuevo|actualiza\w*)\b/i;

export const memoriesSkill = skill({
  name: 'memories',
  description: 'Makes and shows the memory lane of a trip that is over: numbers, medals, photos',
  who: 'member',
  input: z.object({ again: z.boolean().optional() }),
  commands: [
    'memories',
    'memory lane',
    'show our memories',
    'make our memory lane',
    'make memories again',
    'our memories',
  ],
  examples: [
    'show our memories',
    'make our memory lane',
    'can we see the memory lane of the trip',
    'how was our trip in numbers',
    'make the memories of this holiday',
    'give me the memories page of our trip',
    'what were the superlatives of our trip',
    'update our memory lane with the new photos',
    'I would like to look back at the trip',
    'the link to our memories please',
  ],
  read: (text) => ({ again: AGAIN.test(text) || undefined }),
  run: async ({ house, member, words, eventId, textOnly }, { again }) => {
    const { records, clock } = house;
    const { trip, person } = member;
    const shown = await shownMemories(records, trip.id);
    if (shown && !again) {
      const reply = memoriesReply(house, shown, words, 'here', textOnly);
      return textOnly ? reply : { ...reply, text: `${reply.text} ${words.memories.renew}` };
    }
    const asked = await requestMemories(records, clock, { tripId: trip.id, userId: person.id, key: eventId });
    if (!asked.ok)
      return asked.reason === 'wrong-status'
        ? { text: words.memories.tooEarly(trip.name) }
        : sayRejection(asked, words);
    return { text: asked.already ? words.memories.already : words.memories.begun };
  },
});

/** Words that come with a photo and are for nobody to read later. */
const FOR_MEMORIES =
  /[,.;:\s-]*\b(?:(?:this (?:one )?is |it's |here(?:'s| is) )?(?:a |one |another |the )?(?:photos?|pictures?|pics?) )?(?:for|to|into|in) (?:our |the |my )?(?:memor(?:y lane|ies)|(?:photo )?album)\b[.!]*|[,.;:\s-]*\b(?:una? (?:fotos?) )?para (?:los |nuestros |el )?(?:recuerdos|álbum|album)(?!\p{L})[.!]*/iu;

/** Whether a photo that comes with these words is for the memories, and not a paper to be read. */
export const isForMemories = (text: string): boolean => FOR_MEMORIES.test(text);

/** The bytes of a file; nothing when its door cannot be reached now. */
const fetched = async (file: IncomingFile): Promise<Uint8Array | undefined> => {
  try {
    return await file.read();
  } catch (error) {
    if (error instanceof PathfinderError && error.code === 'far-end-unavailable') return undefined;
    throw error;
  }
};

export const addPhotoSkill = skill({
  name: 'add-photo',
  description: 'Keeps photos of the trip for its memory lane, for your family alone until you share them',
  who: 'member',
  input: z.object({}),
  commands: ['add photo', 'add a photo', 'add photos'],
  examples: [
    'I have photos for our memories',
    'how do I add a photo to the memory lane',
    'can you keep a picture of the trip for us',
    'where do the holiday photos go',
    'a photo for the album',
    'I want to put pictures in our memories',
  ],
  run: async (context): Promise<Reply> => {
    const { house, member, files, text, words } = context;
    const said = words.memories;
    if (files.length === 0) return { text: said.sendPhoto };
    const caption = text.replace(FOR_MEMORIES, '').trim() || undefined;
    const lines: string[] = [];
    let kept = 0;
    for (const file of files) {
      const bytes = await fetched(file);
      if (!bytes) {
        lines.push(words.documents.notFetched(file.name));
        continue;
      }
      const added = await addPhoto(house.records, house.clock, house.album, member, { bytes, caption });
      if (added.ok && !added.already) kept += 1;
      else lines.push(added.ok ? said.have : said.notKept(file.name, added.detail ?? added.reason));
    }
    return { text: [...(kept > 0 ? [said.kept(kept)] : []), ...new Set(lines)].join(' ') };
  },
});

const UNSHARE = /\b(?:unshare|hide|stop|don'?t|do not|no longer|take|remove|quita\w*|ocult\w*|deja\w*|no)\b/i;

/** Shares all photos of the family that are not shared, or takes all back; says how many. */
const shareAll = async ({ house, member, words }: TripContext, shared: boolean): Promise<Reply> => {
  const { records, clock } = house;
  const all = await records.list(memoryPhotos, member.trip.id);
  const mine = all.filter((one) => one.familyId === member.participation.familyId && one.shared !== shared);
  for (const { id } of mine) {
    const done = await sharePhoto(records, clock, member, id, shared);
    if (!done.ok) return sayRejection(done, words);
  }
  return { text: shared ? words.memories.shared(mine.length) : words.memories.unshared(mine.length) };
};

const shareWish = z.enum(['photos', 'costs', 'name']);

export const shareMemoriesSkill = skill({
  name: 'share-memories',
  description: "Says what of your family's the memory lane shows: your photos, the trip's costs, your name",
  who: 'member',
  input: z.object({ what: shareWish, yes: z.boolean() }),
  evenDenied: true,
  commands: [
    'share our photos',
    'share my photos',
    'unshare our photos',
    'unshare my photos',
    'hide our photos',
    'share our costs in the memories',
    'hide our costs in the memories',
    'name us in the memories',
    'do not name us in the memories',
  ],
  examples: [
    'share our photos with the other families',
    'the others may see our pictures of the trip',
    'hide our photos from the memory lane',
    'take our photos off the memories again',
    'show what the trip cost on the memory lane',
    "don't name us in the memory lane",
    'the memories may show the costs',
    'leave our family out of the medals',
  ],
  read: (text) => ({
    what: /\b(?:costs?|spen[dt]\w*|money|expenses|gast\w*|costo\w*)\b/i.test(text)
      ? 'costs'
      : /\b(?:name|medals?|nombr\w*|medallas?|leave (?:us|our family) out)\b/i.test(text)
        ? 'name'
        : 'photos',
    yes: !(UNSHARE.test(text) || /\bleave\b.*\bout\b/i.test(text)),
  }),
  run: async (context, { what, yes }) => {
    const { house, member, words } = context;
    if (what === 'photos') return shareAll(context, yes);
    const wish = what === 'costs' ? { costs: yes } : { named: yes };
    const chosen = await chooseMemories(house.records, house.clock, member, wish);
    if (!chosen.ok) return sayRejection(chosen, words);
    return { text: what === 'costs' ? words.memories.costs(yes) : words.memories.named(yes) };
  },
});
