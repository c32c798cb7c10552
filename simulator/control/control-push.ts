// The push service from outside: browsers that subscribe, their moods, and what they were brought.

import type { PushMood } from '../world/push-desk.ts';
import type { World } from '../world/world.ts';
import { type AddRoute, BadWish } from './control.ts';

const MOODS: readonly PushMood[] = ['open', 'gone', 'busy'];

export function controlPush(add: AddRoute, world: World): void {
  add('GET', '/push', 'Pushes that came, decrypted as the browser would, newest last.', () =>
    world.push.received.list(),
  );
  add(
    'POST',
    '/push/browsers',
    'A browser that subscribes: {"server_key"?} (the key that pushes must be signed with). Answers its subscription.',
    ({ body }) => {
      const { server_key: serverKey } = body as { server_key?: string };
      const browser = world.push.subscribe(serverKey);
      return {
        id: browser.id,
        endpoint: `${world.url}/_push/${browser.id}`,
        keys: {
          p256dh: browser.publicKey.toString('base64url'),
          auth: browser.secret.toString('base64url'),
        },
      };
    },
  );
  add('POST', '/push/browsers/:id', 'Its mood: {"mood":"open"|"gone"|"busy"}.', ({ params, body }) => {
    const browser = world.push.find(params.id!);
    if (!browser) throw new BadWish('There is no such browser.', 404);
    const mood = MOODS.find((each) => each === body.mood);
    if (!mood) throw new BadWish('mood must be open, gone or busy.');
    browser.mood = mood;
    return { id: browser.id, mood };
  });
}
