// The shapes that pass between short links and those who use them.
import type { LinkCall } from './links.store.ts';

/** Whose link it is. `variant`: position of the campaign's variant, 0 without variants. */
export type LinkOwner = { campaignId: string; variant: number };

/** A person followed a link for the first time. */
export type FirstTap = { linkId: string; messageId: string; at: Date };

/** Who is told, in the transaction that adds the taps up. Wired in src/app. */
export type LinkWatcher = (call: LinkCall, taps: readonly FirstTap[]) => Promise<void>;
