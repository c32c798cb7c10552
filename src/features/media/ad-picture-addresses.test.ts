// Which addresses of an advertisement are tried, and in which order.
import { expect, it } from 'vitest';
import { pictureAddresses } from './ad-picture-addresses.ts';

const [image, video, thumbnail] = [
  'https://a.example/i.jpg',
  'https://a.example/v.mp4',
  'https://a.example/t.jpg',
];

it('takes the picture of a picture, and the film of a film before what stands for it', () => {
  const all = { imageUrl: image, videoUrl: video, thumbnailUrl: thumbnail };
  expect(pictureAddresses({ mediaType: 'image', ...all })).toEqual([image, thumbnail, video]);
  expect(pictureAddresses({ mediaType: 'video', videoUrl: video, thumbnailUrl: thumbnail })).toEqual([
    video,
    thumbnail,
  ]);
  expect(pictureAddresses({ thumbnailUrl: thumbnail })).toEqual([thumbnail]);
});

it('takes nothing but addresses of the web', () => {
  expect(pictureAddresses({ mediaType: 'image', imageUrl: 'file:///etc/passwd', videoUrl: 7 })).toEqual([]);
  expect(pictureAddresses({})).toEqual([]);
});
