// Fills the messages of a batch of people with their values, and sorts out who gets none. Pure but for ids.
import type { Exclusion } from '#features/campaigns/campaigns.contract.ts';
import type { CampaignRow } from '#features/campaigns/campaigns.store.ts';
import type { Deltas } from '#features/campaigns/campaigns.types.ts';
import type { NextRecipient, RecipientChange } from '#features/campaigns/campaigns-recipients.store.ts';
import type { VariantDelta } from '#features/campaigns/campaigns-split.store.ts';
import { placeholderValues } from '#features/contacts/contacts.ts';
import type { Hold } from '#features/guardian/guardian.ts';
import type { NewMessage } from '#features/sending/sending.ts';
import { messageBuilder, renderTemplate, textsFromSources } from '#features/templates/templates.ts';
import { newId } from '#kit/ids.ts';
import { type CampaignPart, positionFor } from './campaign-parts.ts';
import { asHeld } from './keep-restraint.ts';

export type Batch = {
  messages: NewMessage[];
  changes: RecipientChange[];
  deltas: Deltas;
  excluded: Partial<Record<Exclusion, number>>;
  /** What the figures of variants gain by those who get nothing. */
  variants: VariantDelta[];
};

/** Consent and blocks are looked at again: days may lie between freezing and sending. */
export function fillBatch(
  people: readonly NextRecipient[],
  campaign: CampaignRow,
  parts: ReadonlyMap<number, CampaignPart>,
  accountName: string,
  holds: ReadonlyMap<string, Hold>,
): Batch {
  const builders = new Map(
    [...parts].map(([position, part]) => [position, messageBuilder(part.template, part.variables)]),
  );
  const batch: Batch = {
    messages: [],
    changes: [],
    deltas: { waiting: -people.length },
    excluded: {},
    variants: [],
  };
  let left = 0;
  let failed = 0;
  let held = 0;
  for (const person of people) {
    const position = positionFor(campaign, person);
    const { template, variables, write } = parts.get(position)!;
    const marketing = template.category === 'marketing';
    const reason = reasonToExclude(person, marketing, campaign.audience.requireConsent);
    if (reason) {
      left += 1;
      batch.excluded[reason] = (batch.excluded[reason] ?? 0) + 1;
      batch.changes.push({ contactId: person.contactId, state: 'excluded', reason });
      batch.variants.push({ contactId: person.contactId, people: -1 });
      continue;
    }
    const hold = holds.get(person.contactId);
    if (hold) {
      held += 1;
      batch.changes.push(asHeld(person.contactId, hold));
      continue;
    }
    const messageId = newId();
    const sources = textsFromSources(variables, placeholderValues(person, accountName));
    const texts = write(sources, messageId);
    const built = builders.get(position)!({ texts, media: template.media });
    if (!built.ok) {
      failed += 1;
      const reasonText = built.missing.map((missing) => missing.words).join(' ');
      batch.changes.push({
        contactId: person.contactId,
        state: 'failed',
        reason: 'missing_value',
        reasonText,
      });
      batch.variants.push({ contactId: person.contactId, failed: 1 });
      continue;
    }
    const shown = renderTemplate(template.content, texts);
    batch.changes.push({ contactId: person.contactId, state: 'started', messageId });
    batch.messages.push({
      id: messageId,
      numberId: campaign.number_id!,
      contactId: person.contactId,
      content: built.message,
      shown,
      preview: shown.body.slice(0, 200),
      priority: 9,
      author: { kind: 'system', name: campaign.name },
      campaignId: campaign.id,
      marketing,
      timeToLiveSeconds: template.timeToLiveSeconds,
    });
  }
  batch.deltas.waiting = held - people.length;
  batch.deltas.queued = batch.messages.length;
  batch.deltas.failed = failed;
  batch.deltas.audience = -left;
  return batch;
}

function reasonToExclude(
  person: NextRecipient,
  marketing: boolean,
  requireConsent: boolean,
): 'blocked' | 'unsubscribed' | 'not_opted_in' | 'marketing_rests' | null {
  if (person.blocked) return 'blocked';
  if (marketing && person.consent === 'unsubscribed') return 'unsubscribed';
  if (marketing && person.marketingRests) return 'marketing_rests';
  return requireConsent && person.consent !== 'subscribed' ? 'not_opted_in' : null;
}
