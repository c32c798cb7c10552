// The parts of a message that are not text: pictures, files, places, people.

import { icon, icons, make } from '../../pages/web/make.ts';
import { type MediaPart, sourceOf } from './api.ts';

export function mediaView(type: string, media: MediaPart | undefined): HTMLElement {
  const source = sourceOf(media);
  if (type === 'document') return fileView(media, source);
  if (type === 'audio') {
    const audio = make('audio', { controls: true, src: source ?? '', preload: 'none' });
    return make('div', { className: 'audio' }, audio);
  }
  if (type === 'video') {
    const video = make('video', { controls: true, src: source ?? '', preload: 'metadata' });
    return withFallback(make('div', { className: 'picture' }, video), video, icons.play);
  }
  const image = make('img', { src: source ?? '', alt: media?.caption ?? 'Picture', loading: 'lazy' });
  const frame = make('div', { className: type === 'sticker' ? 'sticker' : 'picture' }, image);
  return withFallback(frame, image, icons.image);
}

function withFallback(frame: HTMLElement, media: HTMLElement, shape: string): HTMLElement {
  media.addEventListener('error', () => {
    frame.classList.add('missing');
    frame.replaceChildren(icon(shape, 'Picture that could not be loaded'));
  });
  return frame;
}

function fileView(media: MediaPart | undefined, source: string | undefined): HTMLElement {
  const name = media?.filename ?? 'Document';
  const kind = name.includes('.') ? name.split('.').at(-1)!.toUpperCase() : 'FILE';
  const text = make('span', {}, make('b', { textContent: name }), make('small', { textContent: kind }));
  return make('a', { className: 'file', href: source ?? '#', target: '_blank' }, icon(icons.file), text);
}

export function locationView(place: Record<string, unknown>): HTMLElement {
  const at = `${Number(place.latitude).toFixed(5)}, ${Number(place.longitude).toFixed(5)}`;
  const map = make('div', { className: 'map', attrs: { 'aria-hidden': 'true' } }, icon(icons.pin));
  return make(
    'div',
    { className: 'place' },
    map,
    make('b', { textContent: String(place.name ?? 'Location') }),
    make('small', { textContent: String(place.address ?? at) }),
  );
}

export function contactsView(
  contacts: { name?: { formatted_name?: string }; phones?: { phone?: string }[] }[],
): HTMLElement {
  const rows = contacts.slice(0, 3).map(({ name, phones }) => {
    const text = make(
      'span',
      {},
      make('b', { textContent: name?.formatted_name ?? 'Contact' }),
      make('small', { textContent: phones?.[0]?.phone ?? '' }),
    );
    return make('div', { className: 'file' }, icon(icons.person), text);
  });
  const rest = contacts.length - rows.length;
  return make('div', {}, ...rows, rest > 0 && make('small', { textContent: `and ${rest} more` }));
}
