// The shapes that pass between the files of campaigns.
import type { SendingCall } from '#features/sending/sending.ts';
import { AUDIENCE_STATES, type CampaignState } from './campaigns.contract.ts';

/** What campaigns need of a call; engines make one of their own. */
export type CampaignCall = SendingCall;

/** Columns that count each person of the audience in exactly one place. */
export const COUNTERS = AUDIENCE_STATES;
export type Counter = (typeof COUNTERS)[number];

/** Changes of counters; what is left out stays. */
export type Deltas = Partial<
  Record<Counter | 'audience' | 'replied' | 'clicked' | 'link_clicked' | 'opted_out', number>
>;

/** States in which nothing has been sent and everything may be changed. */
export const EDITABLE: readonly CampaignState[] = ['draft', 'scheduled'];

/** Topic of the signal that wakes the feeder; its key is the campaign's id. */
export const CAMPAIGN_SIGNAL = 'campaign';

/** Why a campaign stands still; `params` are what the words are made of, for those who say them in another language. */
export type PauseReason = { kind: string; text: string; params?: Record<string, string | number> };
