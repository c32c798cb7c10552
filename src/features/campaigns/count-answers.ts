// Counts who answered, tapped or unsubscribed because of a campaign: each person once per campaign.
import { sql } from 'kysely';
import type { IncomingContent } from '#whatsapp/incoming-content.ts';
import type { ProviderEvent } from '#whatsapp/provider-event.ts';
import type { CampaignCall } from './campaigns.types.ts';
import { campaignsConcerned } from './campaigns-recipients.store.ts';
import { countFirsts } from './count-firsts.ts';

/** A message of a customer that was not known before. */
export type CampaignAnswer = {
  contactId: string;
  /** Our message that it quotes or whose button was tapped. */
  replyToId: string | null;
  at: Date;
  content: IncomingContent;
};

/**
 * Call it with received messages in the transaction that stores them, after it set consent. `clicked` counts taps on
 * quick replies; those on links are counted apart (count-link-taps.ts).
 */
export async function countAnswers(call: CampaignCall, answers: readonly CampaignAnswer[]): Promise<void> {
  const concerned = await campaignsConcerned(call, answers);
  if (concerned.length === 0) return;
  const tappers = new Set(
    answers.filter(({ content }) => content.type === 'template_button').map((answer) => answer.contactId),
  );
  const left = await justUnsubscribed(call, { contactIds: concerned.map((each) => each.contactId) });
  for (const [campaignId, own] of byCampaign(concerned)) {
    await countFirsts(call, campaignId, {
      replied: own,
      clicked: own.filter((each) => tappers.has(each.contactId)),
      opted_out: own.filter((each) => left.has(each.contactId)),
    });
  }
}

/** Counts people who unsubscribed by WhatsApp's own switch, after their consent was set in the same transaction. */
export async function countPreferences(call: CampaignCall, events: readonly ProviderEvent[]): Promise<void> {
  const people = events.flatMap((event) => (event.kind === 'marketing_preference' ? [event.person] : []));
  const left = await justUnsubscribed(call, {
    waIds: people.flatMap((person) => person.waId ?? []),
    userIds: people.flatMap((person) => person.userId ?? []),
  });
  const concerned = await campaignsConcerned(
    call,
    [...left].map((contactId) => ({ contactId, at: call.now, replyToId: null })),
  );
  for (const [campaignId, own] of byCampaign(concerned))
    await countFirsts(call, campaignId, { opted_out: own });
}

/** In the order of ids, as everything that locks campaigns. */
function byCampaign<T extends { campaignId: string }>(all: readonly T[]): [string, T[]][] {
  const ids = [...new Set(all.map((each) => each.campaignId))].sort();
  return ids.map((id) => [id, all.filter((each) => each.campaignId === id)]);
}

/** Those of these contacts who unsubscribed in this very call. */
async function justUnsubscribed(
  call: CampaignCall,
  who: { contactIds?: string[]; waIds?: string[]; userIds?: string[] },
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from contacts
    where workspace_id = ${call.workspaceId} and consent = 'unsubscribed' and consent_at = ${call.now}
      and (id = any(${who.contactIds ?? []}::uuid[]) or wa_id = any(${who.waIds ?? []}::text[])
        or wa_user_id = any(${who.userIds ?? []}::text[]))`.execute(call.tx);
  return new Set(rows.map((row) => row.id));
}
