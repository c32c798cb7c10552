// The shapes that pass between SMS and those who use them.
import type { Call } from '#operations/call.ts';
import type { SmsState } from './sms.contract.ts';

/** What SMS need of a call; the engine makes one of its own. */
export type SmsCall = Pick<Call, 'tx' | 'workspaceId' | 'now' | 'actor'>;

export type NewSms = {
  contactId: string;
  /** At most one for each contact of a campaign. */
  campaignId: string | null;
  /** E.164. */
  phone: string;
  text: string;
  parts: number;
  /** Held back when the contact is unsubscribed at the moment of sending. */
  marketing: boolean;
};

/** An SMS that went from one state to another; from null: it is new. */
export type SmsMove = { id: string; campaignId: string | null; from: SmsState | null; to: SmsState };

/** Who is told, in the transaction that moves them. Wired in src/app. */
export type SmsWatcher = {
  moved(call: SmsCall, moves: readonly SmsMove[]): Promise<void>;
  /** Whether somebody who answers with these words wants no more. */
  isStop(call: SmsCall, text: string): Promise<boolean>;
};
