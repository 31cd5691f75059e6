import { PathfinderError } from '../trips/pathfinder-error.ts';
import { madePhoto, madePicture } from './made-picture.ts';
import { openTalk } from './talk.ts';

const photo = (bytes: Uint8Array, name = 'texted-a.jpg') => ({
  name,
  mediaType: 'image/jpeg',
  read: async () => bytes,
});

test('a photo "for our memories" is kept and not read, once, and shared when the family says so', async () => {
  const talk = await openTalk();
  try {
    const texter = talk.stranger();
    const say = async (...said: Parameters<typeof texter.say>) =>
      (await texter.say(...said)).map(({ text }) => text).join('\n');
    await say('demo');
    const taken = photo(await madePhoto());
    expect(await say('Tram 28, for our memories', [taken])).toMatch(/Kept the photo for your family alone/);
    expect(await say('for our memories', [taken])).toMatch(/have that photo already/);
    expect(await say('para los recuerdos', [photo(await madePicture())])).toMatch(/Guardé la foto|Kept the photo/);
    expect(await say('for our memories', [photo(new Uint8Array([1, 2, 3]))])).toMatch(/no photo I can keep/);
    const away = {
      ...taken,
      read: async () => {
        throw new PathfinderError('far-end-unavailable', 'no carrier');
      },
    };
    expect(await say('for our memories', [away])).toMatch(/couldn't fetch texted-a\.jpg/);
    expect(await say('share our photos')).toMatch(/Shared 2 photos/);
    expect(await say('hide our photos')).toMatch(/2 photos of yours are off/);
    expect(await say('show our memories')).toMatch(/isn't over yet/);
  } finally {
    await talk.close();
  }
});
