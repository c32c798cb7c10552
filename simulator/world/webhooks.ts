// Decides where each webhook goes: the number's own address, else the account's, else the app's.

import { request } from 'undici';
import type { App, Businesses, Phone, Waba } from './businesses.ts';
import type { Update } from './webhook-batch.ts';
import { type QueueWorld, WebhookQueue } from './webhook-queue.ts';

export class Webhooks {
  #queues = new Map<string, WebhookQueue>();
  #businesses: Businesses;
  #world: QueueWorld;

  constructor(businesses: Businesses, world: QueueWorld) {
    this.#businesses = businesses;
    this.#world = world;
  }

  /** Something about messages of one number; overrides apply. */
  aboutMessages(phone: Phone, value: Record<string, unknown>): void {
    const waba = this.#businesses.wabaOf(phone);
    for (const [appId, subscription] of waba.subscribed) {
      const app = this.#businesses.apps.get(appId);
      if (!app) continue;
      const own = phone.webhookOverride?.appId === appId ? phone.webhookOverride.uri : undefined;
      const url = own ?? subscription.overrideUri ?? callbackOf(app, 'messages');
      if (url) this.#queue(url, app).add({ wabaId: waba.id, field: 'messages', value });
    }
  }

  /** Any other field: always to the app's own callback; with a setting, to an override where there is no callback. */
  aboutAccount(waba: Waba, field: string, value: Record<string, unknown>, at: number): void {
    const { accountFieldsToOverride } = this.#world.settings.webhooks;
    const update: Update = { wabaId: waba.id, field, time: Math.floor(at / 1000), value };
    for (const [appId, subscription] of waba.subscribed) {
      const app = this.#businesses.apps.get(appId);
      if (!app) continue;
      const override = accountFieldsToOverride ? subscription.overrideUri : undefined;
      const url = app.callback ? callbackOf(app, field) : override;
      if (url) this.#queue(url, app).add(update);
    }
  }

  /** Asks a callback for its consent, as is done when it is saved; returns why it failed, or nothing. */
  async handshake(url: string, verifyToken: string): Promise<string | undefined> {
    const challenge = String(1_000_000_000 + Math.floor(this.#world.dice.roll() * 1_000_000_000));
    try {
      const target = new URL(url);
      target.searchParams.set('hub.mode', 'subscribe');
      target.searchParams.set('hub.challenge', challenge);
      target.searchParams.set('hub.verify_token', verifyToken);
      const answer = await request(target, { headersTimeout: 10_000, bodyTimeout: 10_000 });
      const body = (await answer.body.text()).trim();
      if (answer.statusCode !== 200) return `Callback answered HTTP ${answer.statusCode} instead of 200.`;
      if (body !== challenge) return 'Callback did not answer with hub.challenge.';
      return undefined;
    } catch (error) {
      return `Callback could not be reached: ${error instanceof Error ? error.message : String(error)}.`;
    }
  }

  /** What was sent where, for the control API. */
  report() {
    return [...this.#queues].map(([key, queue]) => ({
      url: key.slice(key.indexOf(' ') + 1),
      ...queue.counts,
      pending: queue.pending,
      lastError: queue.lastError,
    }));
  }

  get pending(): number {
    let pending = 0;
    for (const queue of this.#queues.values()) pending += queue.pending;
    return pending;
  }

  async clear(): Promise<void> {
    const queues = [...this.#queues.values()];
    this.#queues.clear();
    await Promise.all(queues.map((queue) => queue.close()));
  }

  #queue(url: string, app: App): WebhookQueue {
    const key = `${app.id} ${url}`;
    let queue = this.#queues.get(key);
    if (!queue) {
      queue = new WebhookQueue(this.#world, url, app.secret);
      this.#queues.set(key, queue);
    }
    return queue;
  }
}

function callbackOf(app: App, field: string): string | undefined {
  return app.callback?.fields.has(field) ? app.callback.url : undefined;
}
