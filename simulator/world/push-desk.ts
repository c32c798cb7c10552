// The imitated push service's memory: browsers that subscribed, with the keys that only they have, and what came for them.

import { createECDH, randomBytes } from 'node:crypto';
import { Captured } from './captured.ts';

export type PushMood = 'open' | 'gone' | 'busy';

export interface PushBrowser {
  id: string;
  /** Key that pushes must be signed with; anything goes without one. */
  serverKey?: string;
  privateKey: Buffer;
  publicKey: Buffer;
  secret: Buffer;
  /** gone: it unsubscribed; busy: its service asks to come back later. */
  mood: PushMood;
}

export interface PushReceived {
  browser: string;
  at: string;
  ttl: number;
  urgency: string;
  /** Decrypted, as the browser would read it. */
  text: string;
}

export class PushDesk {
  received = new Captured<PushReceived>();
  #browsers = new Map<string, PushBrowser>();

  subscribe(serverKey?: string): PushBrowser {
    const pair = createECDH('prime256v1');
    const publicKey = pair.generateKeys();
    const browser: PushBrowser = {
      id: randomBytes(12).toString('hex'),
      serverKey,
      privateKey: pair.getPrivateKey(),
      publicKey,
      secret: randomBytes(16),
      mood: 'open',
    };
    this.#browsers.set(browser.id, browser);
    return browser;
  }

  find(id: string): PushBrowser | undefined {
    return this.#browsers.get(id);
  }

  clear(): void {
    this.received.clear();
    this.#browsers.clear();
  }
}
