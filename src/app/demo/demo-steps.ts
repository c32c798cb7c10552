// The steps that fill the demo workspace, each through the product's own operations; each may be repeated.
import type { LocalClient } from '#app/local-client.ts';
import { DEFAULT_SMS_BODY } from '#features/sms/sms.contract.ts';
import { sleep } from '#kit/clock.ts';
import type { SimulatorAddress } from '#operations/services.ts';
import { CONVERSATIONS, demoContacts, FIELDS, LISTS, SEGMENT, TAGS } from './demo-content.ts';
import { addDeals } from './demo-deals.ts';
import { DRAFT, RATES, SMS_TEXT, TEMPLATES } from './demo-texts.ts';
import { openTickets } from './demo-tickets.ts';
import { customerWrites, nameCustomer, smsAccount } from './simulated-customer.ts';

export type DemoStep = {
  name: string;
  /** Throws when it could not finish; it is then run again from its beginning. */
  run(client: LocalClient, simulator: SimulatorAddress): Promise<void>;
};

export const DEMO_STEPS: readonly DemoStep[] = [
  { name: 'number', run: connectNumber },
  { name: 'contacts', run: addContacts },
  { name: 'tickets', run: openTickets },
  { name: 'deals', run: addDeals },
  { name: 'templates', run: submitTemplates },
  { name: 'prices', run: setPrices },
  { name: 'campaign', run: sendCampaign },
  { name: 'conversations', run: holdConversations },
];

const LOOK_EVERY_MS = 300;
const PATIENCE_MS = 90_000;

async function connectNumber(client: LocalClient): Promise<void> {
  const { items } = await client.numbers.list({});
  if (items.length === 0) await client.numbers.connectSimulator({});
}

async function addContacts(client: LocalClient, simulator: SimulatorAddress): Promise<void> {
  for (const { phone, firstName, lastName } of demoContacts())
    await nameCustomer(simulator, phone, `${firstName} ${lastName}`);
  for (const field of FIELDS) await unlessThere(client.fields.create({ ...field, shown: true }));
  for (const name of Object.values(LISTS))
    await unlessThere(client.lists.create({ name, origin: 'customers' }));
  for (const name of TAGS) await unlessThere(client.tags.create({ name }));
  const lists = new Map((await client.lists.list({ limit: 200 })).items.map((list) => [list.name, list.id]));
  const tags = new Map((await client.tags.list({ limit: 200 })).items.map((tag) => [tag.name, tag.id]));
  await client.contacts.sync({
    contacts: demoContacts().map(({ lists: inLists, tags: withTags, ...contact }) => ({
      ...contact,
      consentSource: 'Demo',
      listIds: inLists.map((name) => lists.get(name)!),
      tagIds: withTags.map((name) => tags.get(name)!),
    })),
  });
  const vip = { about: 'tags' as const, check: 'any_of' as const, ids: [tags.get('VIP')!] };
  const answering = { about: 'time' as const, of: 'last_inbound' as const, check: 'within_days' as const };
  const groups = [{ match: 'any' as const, conditions: [vip, answering] }];
  await unlessThere(client.segments.create({ name: SEGMENT, conditions: { groups } }));
}

async function submitTemplates(client: LocalClient): Promise<void> {
  for (const draft of [...TEMPLATES, DRAFT]) await unlessThere(client.templates.create(draft));
  const { items } = await client.templates.list({ limit: 100 });
  for (const template of items)
    if (template.status === 'draft' && template.name !== DRAFT.name)
      await client.templates.submit({ id: template.id });
  await until(async () => {
    const { byStatus } = await client.templates.count({});
    return (byStatus.pending ?? 0) === 0;
  });
}

/** So that costs and SMS show figures: made-up prices, and the simulator's SMS provider. */
async function setPrices(client: LocalClient, simulator: SimulatorAddress): Promise<void> {
  await client.rates.import({ csv: RATES });
  const { url, token, secret } = await smsAccount(simulator);
  await client.sms.save({
    enabled: true,
    url,
    sender: 'Aurora',
    format: 'json',
    body: DEFAULT_SMS_BODY,
    idPath: 'id',
    remembersReference: true,
    token,
    signingSecret: secret,
  });
}

const CAMPAIGN = 'Winter collection';

async function sendCampaign(client: LocalClient): Promise<void> {
  const [number] = (await client.numbers.list({})).items;
  const [template] = (await client.templates.list({ search: 'winter_collection' })).items;
  const [list] = (await client.lists.list({ search: LISTS.newsletter })).items;
  const existing = (await client.campaigns.list({ search: CAMPAIGN })).items[0];
  const campaign =
    existing ??
    (await client.campaigns.create({
      name: CAMPAIGN,
      numberId: number!.id,
      templateId: template!.id,
      variables: template!.variables,
      audience: { listIds: [list!.id] },
      smsFallback: { text: SMS_TEXT },
    }));
  if (campaign.state === 'draft') await client.campaigns.start({ id: campaign.id });
  await until(async () => (await client.campaigns.get({ id: campaign.id })).state === 'completed');
}

async function holdConversations(client: LocalClient, simulator: SimulatorAddress): Promise<void> {
  const people = demoContacts();
  for (const { contact, says, answer } of CONVERSATIONS) {
    const person = people[contact]!;
    const known = await conversationWith(client, person.phone);
    if (known?.lastDirection === 'out' || (known && !answer)) continue;
    for (const text of known ? [] : says) {
      await customerWrites(simulator, person.phone, text);
      await sleep(700);
    }
    if (!answer) continue;
    await until(async () => (await conversationWith(client, person.phone)) !== undefined);
    const conversation = await conversationWith(client, person.phone);
    await client.conversations.send({ id: conversation!.id, text: answer });
  }
}

async function conversationWith(client: LocalClient, phone: string) {
  return (await client.conversations.list({ search: phone })).items.find(
    (one) => one.lastDirection === 'in' || one.lastDirection === 'out',
  );
}

/** Lets a step be repeated: what it makes may be there already. */
async function unlessThere(made: Promise<unknown>): Promise<void> {
  await made.catch((error: { status?: number }) => {
    if (error.status !== 409) throw error;
  });
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_EVERY_MS) {
    if (await holds()) return;
    await sleep(LOOK_EVERY_MS);
  }
  throw new Error('The demo waits in vain; it will be tried again.');
}
