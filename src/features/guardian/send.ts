// What the guardian is asked about: one send from one number, as a campaign describes it.
import type { RawBuilder } from 'kysely';
import type { Call } from '#operations/call.ts';

export type GuardianReading = Pick<Call, 'tx' | 'workspaceId' | 'now'>;

export type Send = {
  /** Null while it is not stored. */
  campaignId: string | null;
  numberId: string;
  templateId: string;
  /** Contact field that fills each variable of the template, by slot key, where one does. */
  fields: Readonly<Record<string, string | undefined>>;
  /** Further templates of a test of variants, in their order. */
  others?: readonly Pick<Send, 'templateId' | 'fields'>[];
  /** A query of everybody picked: `id`, and the `reason` why they are left out, or null. */
  people: RawBuilder<unknown>;
  listIds: readonly string[];
  /** Picks all contacts. */
  everyone: boolean;
  /** Follows the sending plan. */
  planned: boolean;
  /** When it is to begin; null: now. */
  startsAt: Date | null;
};
