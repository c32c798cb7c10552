// Sends a campaign's message to one phone to try it: ahead of bulk, marked, and in no figure.
import type { campaignsContract } from '#features/campaigns/campaigns.contract.ts';
import { type CampaignRow, readCampaign } from '#features/campaigns/campaigns.store.ts';
import { variantsOf } from '#features/campaigns/campaigns-split.store.ts';
import { keepTestPhone, readTestPhone } from '#features/campaigns/campaigns-testing.store.ts';
import { linksOf } from '#features/campaigns/engine/campaign-parts.ts';
import { linkWriter } from '#features/campaigns/engine/short-links.ts';
import { assertMessageReady } from '#features/campaigns/readiness.ts';
import {
  type KnownContact,
  placeholderValues,
  readContacts,
  readPhone,
  upsertContacts,
} from '#features/contacts/contacts.ts';
import { enqueueMessages, type NewMessage } from '#features/sending/sending.ts';
import {
  messageBuilder,
  renderTemplate,
  templateForSending,
  textsFromSources,
} from '#features/templates/templates.ts';
import { badInput, conflict } from '#kit/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';
import { sampleTexts } from '#whatsapp/template-slots.ts';

export const testSend: Handler<typeof campaignsContract.testSend> = async (call, input) => {
  const campaign = await readCampaign(call, input.id);
  await assertMessageReady(call, campaign);
  const workspace = await call.tx
    .selectFrom('workspaces')
    .select(['name', 'country'])
    .where('id', '=', call.workspaceId)
    .executeTakeFirstOrThrow();
  const written = input.phone ?? (await readTestPhone(call));
  const read = readPhone(written ?? '', workspace.country);
  if ('problem' in read) throw badInput([{ path: 'phone', message: read.problem }]);
  const tester = await testerOf(call, read.phone);
  const split = campaign.split;
  const variants = split
    ? variantsOf(campaign, split)
    : [{ templateId: campaign.template_id!, variables: campaign.variables }];
  const messages: NewMessage[] = [];
  for (const [at, variant] of variants.entries())
    messages.push(
      await messageFor(call, campaign, { ...variant, position: split ? at + 1 : 0 }, tester, workspace.name),
    );
  const sent = await enqueueMessages(call, messages);
  await keepTestPhone(call, read.phone);
  return { phone: read.phone, messageIds: sent.map((message) => message.id) };
};

async function testerOf(call: Call, phone: string): Promise<KnownContact> {
  const how = { existing: 'skip', source: 'test', consentSource: 'test', resubscribe: false } as const;
  const { ids } = await upsertContacts(call, [{ phone }], how);
  const tester = (await readContacts(call, ids)).get(ids[0]!)!;
  if (tester.blocked)
    throw conflict('contact_blocked', 'This phone belongs to a blocked contact: unblock it first.');
  if (tester.consent === 'unsubscribed')
    throw conflict(
      'contact_unsubscribed',
      'Whoever has this phone unsubscribed: subscribe the contact again first.',
    );
  return tester;
}

type Variant = { templateId: string; variables: CampaignRow['variables']; position: number };

/** What the tester's own contact does not say is filled with the template's examples. */
async function messageFor(
  call: Call,
  campaign: CampaignRow,
  { templateId, variables, position }: Variant,
  tester: KnownContact,
  accountName: string,
): Promise<NewMessage> {
  const id = newId();
  const template = await templateForSending(call, templateId, { numberId: campaign.number_id! });
  const links = linksOf(campaign, position);
  const write = await linkWriter(
    call.services,
    call,
    { campaignId: campaign.id, variant: position },
    { template, variables, links },
  );
  const texts = write(
    {
      ...sampleTexts(template.content, template.variableFormat),
      ...textsFromSources(variables, placeholderValues(tester, accountName)),
    },
    id,
  );
  const built = messageBuilder(template, variables)({ texts, media: template.media });
  if (!built.ok)
    throw badInput(built.missing.map(({ key, words }) => ({ path: `variables.${key}`, message: words })));
  const shown = renderTemplate(template.content, texts);
  return {
    id,
    numberId: campaign.number_id!,
    contactId: tester.id,
    content: built.message,
    shown,
    preview: shown.body.slice(0, 200),
    priority: 0,
    author: { kind: 'system', name: `Test of ${campaign.name}` },
    test: true,
    timeToLiveSeconds: template.timeToLiveSeconds,
  };
}
