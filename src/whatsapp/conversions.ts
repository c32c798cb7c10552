// What the product needs of Meta's Conversions API, in our words: telling what became of people who wrote on WhatsApp.

/** `lost` is a view at Meta, which has no name for it. */
export const CONVERSION_KINDS = ['lead', 'view', 'lost', 'purchase'] as const;
export type ConversionKind = (typeof CONVERSION_KINDS)[number];

/** One event about one person, found by at least one of `clickId`, `phone` and `email`. */
export type ConversionEvent = {
  id: string;
  kind: ConversionKind;
  at: Date;
  /** Of the advertisement by which they came, as the provider wrote it. */
  clickId: string | null;
  /** E.164. */
  phone: string | null;
  email: string | null;
  /** In whole units of the currency, e.g. 1250.5; a purchase needs it. */
  worth: { value: number; currency: string } | null;
};

/** What keeps all events from being taken until somebody mends it. */
export const CONVERSION_TROUBLES = [
  'token_invalid',
  'permission_missing',
  'dataset_unknown',
  'account_restricted',
  'account_disconnected',
  'call_refused',
] as const;
export type ConversionTrouble = (typeof CONVERSION_TROUBLES)[number];

/** What may be wrong with one event. */
export const CONVERSION_FAULTS = ['event_refused', 'click_refused'] as const;
export type ConversionFault = (typeof CONVERSION_FAULTS)[number];

/** What became of a call; `detail` in the provider's own words. */
export type ConversionOutcome =
  | { outcome: 'received' }
  /** At least one event will never do, and none was taken. */
  | { outcome: 'refused'; why: ConversionFault; detail: string }
  /** None was taken: an event is wrong, or the settings are, which the provider does not say. */
  | { outcome: 'doubtful'; detail: string }
  /** The call was taken and its events were not. */
  | { outcome: 'dropped' }
  /** None was taken, and none will be before the trouble is mended. */
  | { outcome: 'halted'; why: ConversionTrouble; detail: string }
  /** Certainly not taken: later they may be. */
  | { outcome: 'later'; waitSeconds: number | null; detail: string }
  /** They may have been taken. Events are not told apart by their ids: the same again would count twice. */
  | { outcome: 'uncertain'; detail: string };

/** Events that one call may hold. */
export const MOST_CONVERSIONS = 1_000;

/** One dataset. */
export type ConversionsProvider = {
  /** At most `MOST_CONVERSIONS`: all of them are taken, or none. Never throws for what the provider or network does. */
  send(events: readonly ConversionEvent[], options?: { testCode?: string }): Promise<ConversionOutcome>;
};
