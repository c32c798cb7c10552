// The shapes that pass between the parts of conversions.
import type { DealFacts } from '#events/deal-events.ts';
import type { KnownContact } from '#features/contacts/contacts.ts';
import type { Call } from '#operations/call.ts';
import type { ConversionKind } from '#whatsapp/conversions.ts';
import type { Conversion } from './conversions.contract.ts';

export type ReadCall = Pick<Call, 'tx' | 'workspaceId'>;
export type StoreCall = ReadCall & Pick<Call, 'now'>;

export type LeftOut =
  | 'blocked'
  | 'unsubscribed'
  | 'consent_missing'
  | 'unmatched'
  | 'amount_missing'
  | 'switched_off';

export type Reason = NonNullable<Conversion['reason']>;

/** What happened to a deal, as the outbox tells it. */
export type DealNews = {
  dealId: string;
  name: string;
  at: Date;
  deal: Pick<DealFacts, 'contactIds' | 'amount' | 'currency' | 'closedAt'> & { probability: number };
  /** It was as good as won before. */
  wasWon: boolean;
  /** Of a contact that was added. */
  contactId: string | null;
  /** Of an activity. */
  change: string | null;
};

/** One event that is to be told: of each of these people, or of the first whom it may be told of. */
export type Wanted = {
  dealId: string;
  kind: ConversionKind;
  at: Date;
  contactIds: readonly string[];
  amount: number | null;
  currency: string | null;
  /** Only in the place of one that was left out. */
  onlyAgain: boolean;
};

export type Person = Pick<KnownContact, 'phone' | 'email' | 'consent' | 'blocked'> & {
  /** Of the latest advertisement by which they came to the account. */
  clickId: string | null;
};

export type NewConversion = {
  dealId: string;
  contactId: string;
  kind: ConversionKind;
  at: Date;
  amount: number | null;
  currency: string | null;
  onlyAgain: boolean;
  leftOut: LeftOut | null;
};

export type ClaimedConversion = Omit<NewConversion, 'leftOut' | 'onlyAgain'> & {
  id: string;
  attempts: number;
};
