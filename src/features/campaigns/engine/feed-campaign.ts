// Moves a campaign's waiting people into the queue, some seconds' worth at a time, with their values filled in.
import { publish } from '#events/publish.ts';
import { haltCampaign } from '#features/campaigns/campaign-moves.ts';
import { CampaignLinks, type Exclusion } from '#features/campaigns/campaigns.contract.ts';
import {
  type CampaignRow,
  changeState,
  moveFigures,
  noteNextDue,
  readCampaign,
} from '#features/campaigns/campaigns.store.ts';
import type { CampaignCall, Deltas } from '#features/campaigns/campaigns.types.ts';
import {
  changeRecipients,
  firstDue,
  type NextRecipient,
  nextRecipients,
  type RecipientChange,
} from '#features/campaigns/campaigns-recipients.store.ts';
import { placeholderValues } from '#features/contacts/contacts.ts';
import { enqueueMessages, type NewMessage, queuedOf } from '#features/sending/sending.ts';
import {
  messageBuilder,
  renderTemplate,
  type SendableTemplate,
  templateForSending,
  textsFromSources,
} from '#features/templates/templates.ts';
import { AppError } from '#kit/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Services } from '#operations/services.ts';
import { type LinkWriter, linkWriter } from './short-links.ts';

/** So much is queued ahead, in seconds of the number's throughput: a pause takes effect within it. */
const AHEAD_SECONDS = 3;
const LEAST_AHEAD = 60;
const MOST_AT_ONCE = 1_000;

export type Fed = 'more' | 'enough' | 'ended';

/** Thrown to roll back a feed whose campaign was paused meanwhile. */
class StoodStill extends Error {}

/** One batch of a running campaign, in a transaction of its own. */
export async function feedCampaign(
  services: Services,
  within: <T>(work: (call: CampaignCall) => Promise<T>) => Promise<T | undefined>,
  campaignId: string,
): Promise<Fed> {
  try {
    return (await within((call) => feed(services, call, campaignId))) ?? 'enough';
  } catch (error) {
    if (error instanceof StoodStill) return 'enough';
    throw error;
  }
}

async function feed(services: Services, call: CampaignCall, campaignId: string): Promise<Fed> {
  const campaign = await readCampaign(call, campaignId);
  if (campaign.state !== 'running') return 'ended';
  if (campaign.waiting_count === 0) return endWhenDone(call, campaign);
  const ahead = Math.max(LEAST_AHEAD, (campaign.throughput ?? 0) * AHEAD_SECONDS);
  const room = ahead - campaign.queued_count;
  if (room < Math.min(MOST_AT_ONCE, ahead) / 4) return 'enough';
  const template = await sendable(services, call, campaign);
  if (!template) return 'ended';
  const limit = Math.min(room, MOST_AT_ONCE);
  const people = await nextRecipients(call, campaignId, limit);
  if (people.length === 0) {
    const next = await firstDue(call, campaignId);
    if (next === null) return endWhenDone(call, campaign);
    await noteNextDue(call, campaign, next);
    return 'enough';
  }
  await noteNextDue(call, campaign, null);
  const accountName = await workspaceName(call);
  const write = await linkWriter(
    services,
    call,
    { campaignId, variant: 0 },
    { template, variables: campaign.variables, links: CampaignLinks.parse(campaign.links) },
  );
  const batch = sort(people, campaign, template, accountName, write);
  await enqueueMessages(call, batch.messages);
  await changeRecipients(call, campaignId, batch.changes);
  if (!(await moveFigures(call, campaignId, batch.deltas, batch.excluded, 'running'))) throw new StoodStill();
  return people.length === limit ? 'more' : 'enough';
}

/** The template, or null after the campaign was stopped because it cannot be sent now. */
async function sendable(
  services: Services,
  call: CampaignCall,
  campaign: CampaignRow,
): Promise<SendableTemplate | null> {
  try {
    const numberId = campaign.number_id ?? undefined;
    return await templateForSending(
      { ...call, services },
      campaign.template_id!,
      numberId ? { numberId } : {},
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await haltCampaign(call, campaign.id, { kind: error.code, text: error.message });
    return null;
  }
}

type Batch = {
  messages: NewMessage[];
  changes: RecipientChange[];
  deltas: Deltas;
  excluded: Partial<Record<Exclusion, number>>;
};

/** Consent and blocks are looked at again: days may lie between freezing and sending. */
function sort(
  people: readonly NextRecipient[],
  campaign: CampaignRow,
  template: SendableTemplate,
  accountName: string,
  write: LinkWriter,
): Batch {
  const marketing = template.category === 'marketing';
  const build = messageBuilder(template, campaign.variables);
  const batch: Batch = { messages: [], changes: [], deltas: { waiting: -people.length }, excluded: {} };
  let left = 0;
  let failed = 0;
  for (const person of people) {
    const reason = reasonToExclude(person, marketing, campaign.audience.requireConsent);
    if (reason) {
      left += 1;
      batch.excluded[reason] = (batch.excluded[reason] ?? 0) + 1;
      batch.changes.push({ contactId: person.contactId, state: 'excluded', reason });
      continue;
    }
    const messageId = newId();
    const sources = textsFromSources(campaign.variables, placeholderValues(person, accountName));
    const texts = write(sources, messageId);
    const built = build({ texts, media: template.media });
    if (!built.ok) {
      failed += 1;
      const reasonText = built.missing.map((missing) => missing.words).join(' ');
      batch.changes.push({
        contactId: person.contactId,
        state: 'failed',
        reason: 'missing_value',
        reasonText,
      });
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
    });
  }
  batch.deltas.queued = batch.messages.length;
  batch.deltas.failed = failed;
  batch.deltas.audience = -left;
  return batch;
}

function reasonToExclude(
  person: NextRecipient,
  marketing: boolean,
  requireConsent: boolean,
): 'blocked' | 'unsubscribed' | 'not_opted_in' | null {
  if (person.blocked) return 'blocked';
  if (marketing && person.consent === 'unsubscribed') return 'unsubscribed';
  return requireConsent && person.consent !== 'subscribed' ? 'not_opted_in' : null;
}

/** Completed when nobody waits and nothing is queued; contacts deleted meanwhile are taken out of the figures. */
async function endWhenDone(call: CampaignCall, campaign: CampaignRow): Promise<Fed> {
  if ((await queuedOf(call, campaign.id)) > 0) return 'enough';
  const settled = await readCampaign(call, campaign.id);
  const gone = settled.waiting_count + settled.queued_count;
  const change = { state: 'completed' as const, completed_at: call.now };
  if (!(await changeState(call, campaign.id, ['running'], change))) return 'ended';
  if (gone > 0)
    await moveFigures(
      call,
      campaign.id,
      { waiting: -settled.waiting_count, queued: -settled.queued_count, audience: -gone },
      { deleted: gone },
    );
  await publish(call, 'campaign.changed', campaign.id, { state: 'completed' });
  await publish(call, 'campaign.completed', campaign.id, {});
  return 'ended';
}

async function workspaceName(call: CampaignCall): Promise<string> {
  const row = await call.tx
    .selectFrom('workspaces')
    .select('name')
    .where('id', '=', call.workspaceId)
    .executeTakeFirstOrThrow();
  return row.name;
}
