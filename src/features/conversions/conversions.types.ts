// The shapes that pass between the parts of conversions.
import type { KnownContact } from '#features/contacts/contacts.ts';
import type { Call } from '#operations/call.ts';
import type { ConversionKind } from '#whatsapp/conversions.ts';
import type { LEFT_OUT_REASONS } from './conversions.contract.ts';

export type ReadCall = Pick<Call, 'tx' | 'workspaceId'>;
export type StoreCall = ReadCall & Pick<Call, 'now'>;

export type LeftOut = (typeof LEFT_OUT_REASONS)[number];

/** A deal as it is now. */
export type DealNow = {
  contactIds: string[];
  amount: number | null;
  currency: string | null;
  /** Of its stage, per cent. */
  probability: number;
};

/** What happened to a deal, as the outbox tells it. */
export type DealNews = {
  dealId: string;
  name: string;
  at: Date;
  /** How it stood then; an activity’s news does not say. */
  stood: { contactIds: string[]; probability: number; closedAt: Date | null } | null;
  /** By this it came to be lost. */
  wasLost: boolean;
  /** Of a contact that was added. */
  contactId: string | null;
  /** Of an activity. */
  change: string | null;
  now: DealNow;
};

/** One event that is to be told: of each of these people, or of the first whom it may be told of. */
export type Wanted = {
  dealId: string;
  kind: ConversionKind;
  at: Date;
  contactIds: readonly string[];
  amount: number | null;
  currency: string | null;
};

export type Person = Pick<KnownContact, 'phone' | 'email' | 'consent' | 'blocked'> & {
  /** Of the latest advertisement by which they came to the account. */
  clickId: string | null;
};

export type NewConversion = Omit<Wanted, 'contactIds'> & {
  contactId: string;
  leftOut: LeftOut | null;
};

export type DueConversion = Omit<NewConversion, 'leftOut'> & { id: string; attempts: number };
