// Posts webhooks to one address: gathers, signs, sends with keep-alive, and repeats until the receiver says 200.

import { Pool } from 'undici';
import type { Dice } from './dice.ts';
import { post } from './post.ts';
import type { Schedule } from './schedule.ts';
import type { Settings } from './settings.ts';
import { signature, webhookBytes } from './signature.ts';
import { envelope, type Update } from './webhook-batch.ts';

/** Waits before each repetition; after the last one it repeats every hour. */
const RETRY_AFTER_MS = [0, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 300_000, 900_000, 3_600_000];

export interface WebhookCounts {
  posts: number;
  updates: number;
  accepted: number;
  refused: number;
  abandoned: number;
}

interface Parcel {
  bytes: Buffer;
  attempts: number;
  firstAt: number;
}

export interface QueueWorld {
  schedule: Schedule;
  settings: Settings;
  dice: Dice;
  now: () => number;
}

export class WebhookQueue {
  counts: WebhookCounts = { posts: 0, updates: 0, accepted: 0, refused: 0, abandoned: 0 };
  lastError: string | undefined;
  #world: QueueWorld;
  #pool: Pool;
  #target: URL;
  #secret: string;
  #gathered: Update[] = [];
  #ready: Parcel[] = [];
  #running = 0;
  #retrying = 0;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(world: QueueWorld, url: string, secret: string) {
    this.#world = world;
    this.#target = new URL(url);
    this.#secret = secret;
    this.#pool = new Pool(this.#target.origin, {
      connections: world.settings.webhooks.concurrency,
      keepAliveTimeout: 30_000,
      headersTimeout: world.settings.webhooks.timeoutMs,
      bodyTimeout: world.settings.webhooks.timeoutMs,
    });
  }

  /** Updates and posts that have not been accepted yet. */
  get pending(): number {
    return this.#gathered.length + this.#ready.length + this.#running + this.#retrying;
  }

  add(update: Update): void {
    if (this.#closed) return;
    const { webhooks } = this.#world.settings;
    this.#gathered.push(update);
    if (this.#world.dice.happens(webhooks.duplicateRate)) this.#gathered.push(update);
    if (this.#gathered.length >= webhooks.maxUpdates) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), Math.max(webhooks.waitMs, webhooks.delayMs));
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#gathered = [];
    this.#ready = [];
    await this.#pool.destroy();
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { maxUpdates, reorder } = this.#world.settings.webhooks;
    if (reorder) shuffle(this.#gathered, this.#world.dice);
    const size = Math.max(1, maxUpdates);
    for (let at = 0; at < this.#gathered.length; at += size) {
      const updates = this.#gathered.slice(at, at + size);
      this.counts.updates += updates.length;
      this.#ready.push({ bytes: webhookBytes(envelope(updates)), attempts: 0, firstAt: this.#world.now() });
    }
    this.#gathered = [];
    this.#pump();
  }

  #pump(): void {
    while (
      !this.#closed &&
      this.#running < this.#world.settings.webhooks.concurrency &&
      this.#ready.length > 0
    ) {
      const parcel = this.#ready.shift()!;
      this.#running++;
      void this.#post(parcel).then((accepted) => {
        this.#running--;
        if (accepted) this.counts.accepted++;
        else this.#again(parcel);
        this.#pump();
      });
    }
  }

  async #post(parcel: Parcel): Promise<boolean> {
    parcel.attempts++;
    this.counts.posts++;
    try {
      const { timeoutMs } = this.#world.settings.webhooks;
      const status = await post(this.#pool, {
        path: this.#target.pathname + this.#target.search,
        headers: {
          'content-type': 'application/json',
          'user-agent': 'facebookexternalua',
          'x-hub-signature-256': signature(parcel.bytes, this.#secret),
        },
        body: parcel.bytes,
        timeoutMs,
      });
      if (status === 200) return true;
      this.lastError = `HTTP ${status}`;
    } catch (error) {
      this.lastError = error instanceof Error ? error.message || error.name : String(error);
    }
    return false;
  }

  #again(parcel: Parcel): void {
    this.counts.refused++;
    const { retrySpeed, giveUpAfterMs } = this.#world.settings.webhooks;
    const wait =
      RETRY_AFTER_MS[Math.min(parcel.attempts - 1, RETRY_AFTER_MS.length - 1)]! / (retrySpeed || 1);
    if (this.#world.now() + wait - parcel.firstAt > giveUpAfterMs) {
      this.counts.abandoned++;
      return;
    }
    this.#retrying++;
    this.#world.schedule.after(wait, () => {
      this.#retrying--;
      if (this.#closed) return;
      this.#ready.push(parcel);
      this.#pump();
    });
  }
}

function shuffle<T>(list: T[], dice: Dice): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(dice.roll() * (at + 1));
    [list[at], list[other]] = [list[other]!, list[at]!];
  }
}
