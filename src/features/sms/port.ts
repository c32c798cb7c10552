// What the product needs of an SMS provider, in its own words.

export type OutgoingSms = {
  /** E.164. */
  to: string;
  text: string;
  /** Our id of it, by which receipts name it. */
  reference: string;
  /** Where the provider tells what became of it. */
  callbackUrl: string;
};

export type SmsOutcome =
  | { outcome: 'accepted'; providerId: string | null }
  /** This number or text will never do. */
  | { outcome: 'refused'; text: string }
  /** Certainly not sent: later it may be. `all`: the next one would meet the same. */
  | { outcome: 'later'; afterMs: number; text: string; all: boolean }
  /** It may have been sent: no answer came. */
  | { outcome: 'uncertain'; text: string };

export type SmsProvider = { send(sms: OutgoingSms): Promise<SmsOutcome> };

/** What a provider tells us. */
export type SmsNews =
  | {
      kind: 'status';
      reference: string | null;
      providerId: string | null;
      state: 'sent' | 'delivered' | 'failed';
      failure: string | null;
    }
  | { kind: 'received'; from: string; text: string }
  | { kind: 'other' };
