// How a business sends in the simulation: each morning it looks at what WhatsApp shows, and decides about the day.
import type { BulkWorld, DayOutcome, Order } from '../../simulator/bulk/bulk-world.ts';

export interface Player {
  /** Whom to write to today; sees the world only as a business does: quality, limit, status, its own lists. */
  decide(world: BulkWorld): Order;
  /** What the business learns from the day. */
  learn(world: BulkWorld, outcome: DayOutcome): void;
}

export type PlayerName = 'reckless' | 'hasty' | 'overruling' | 'guarded';

/** The texts, judged by the simulator as any template's would be. */
export const TEXTS = {
  loud: '🔥🔥🔥 BEST OFFER OF THE YEAR!!! ONLY TODAY -50% ON EVERYTHING! Click here: bit.ly/aurora-50 🎁🎁',
  decent:
    'Hello Ada, this is Bottega Aurora. The autumn collection is in the shop from Saturday, and as a customer you can come and see it on Friday evening. Reply STOP to hear no more from us.',
};
