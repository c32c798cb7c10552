// Campaigns through the typed client, with every engine running and the simulator over HTTP.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAnyway } from '../../../test/support/guardian.ts';
import { makeDue } from '../../../test/support/jobs.ts';
import { eventually, startProduct, type TestProduct } from '../../../test/support/product.ts';
import { type Client, createWorkspace, type TestWorkspace } from '../../../test/support/workspace.ts';
import type { Campaign } from './campaigns.contract.ts';

let product: TestProduct;
let workspace: TestWorkspace;
let owner: Client;
let numberId: string;
let listId: string;
let templateId: string;
let phoneNumberId: string;
let next = 0;

beforeAll(async () => {
  product = await startProduct();
  workspace = await createWorkspace(product.services);
  owner = await workspace.client();
  const number = await owner.numbers.connectSimulator({});
  numberId = number.id;
  await workspace.run((call) => call.tx.updateTable('numbers').set({ throughput_per_second: 500 }).execute());
  phoneNumberId = (
    await workspace.run((call) =>
      call.tx.selectFrom('numbers').select('phone_number_id').executeTakeFirstOrThrow(),
    )
  ).phone_number_id;
  listId = (await owner.lists.create({ name: 'Customers', origin: 'customers' })).id;
  templateId = await approvedTemplate('spring_offer', 'marketing');
});
afterAll(() => product?.close());

async function approvedTemplate(name: string, category: 'marketing' | 'utility'): Promise<string> {
  const { id } = await owner.templates.create({
    name,
    language: 'en',
    category,
    content: {
      header: { kind: 'none' },
      body: {
        text: `Hello {{1}}, the ${name.replaceAll('_', ' ')} waits for you in our shop until Sunday evening.`,
        examples: { '1': 'Ana' },
      },
      buttons: [{ kind: 'quick_reply', text: 'Stop promotions' }],
    },
    variables: { 'body.1': { field: 'FIRST_NAME', fallback: 'friend' } },
  });
  await owner.templates.submit({ id });
  await eventually(async () => (await owner.templates.get({ id })).status === 'approved');
  return id;
}

/** New contacts; their phones end as given, or run on. */
async function people(
  count: number,
  overrides: Record<string, unknown> = {},
  ending?: string,
): Promise<string[]> {
  const ids: string[] = [];
  await workspace.run(async (call) => {
    const { newId } = await import('#kit/ids.ts');
    const rows = Array.from({ length: count }, () => {
      next += 1;
      const id = newId();
      ids.push(id);
      const phone = ending ? `+39${300 + next}${ending}` : `+39333${String(1_000_000 + next)}`;
      const written = {
        workspace_id: call.workspaceId,
        id,
        phone,
        created_at: call.now,
        updated_at: call.now,
      };
      return { ...written, first_name: `Ana ${next}`, ...overrides };
    });
    await call.tx.insertInto('contacts').values(rows).execute();
  });
  return ids;
}

const toContacts = (contactIds: string[]) => ({ audience: { listIds: [], contactIds } });
async function draft(contactIds: string[], more: object = {}): Promise<Campaign> {
  return owner.campaigns.create({
    name: 'Spring offer',
    numberId,
    templateId,
    ...toContacts(contactIds),
    ...more,
  } as never);
}
const until = (id: string, look: (campaign: Campaign) => boolean) =>
  eventually(async () => {
    const campaign = await owner.campaigns.get({ id });
    return look(campaign) && campaign;
  });
const received = (contact: string) =>
  workspace
    .run((call) =>
      call.tx.selectFrom('contacts').select('phone').where('id', '=', contact).executeTakeFirstOrThrow(),
    )
    .then(({ phone }) =>
      product.control<{ messages: { direction: string }[] }>(
        'GET',
        `/messages?phone_number_id=${phoneNumberId}&customer=${encodeURIComponent(phone!)}&direction=business`,
      ),
    )
    .then(({ messages }) => messages);

describe('a campaign', () => {
  it('reaches everybody once and adds up', async () => {
    const contacts = await people(200);
    const campaign = await draft(contacts);
    expect(campaign).toMatchObject({ state: 'draft', variables: { 'body.1': { field: 'FIRST_NAME' } } });
    expect((await startAnyway(owner, campaign.id)).state).toBe('preparing');
    const ended = await until(campaign.id, (c) => c.state === 'completed' && c.figures.read === 200);
    expect(ended.figures).toMatchObject({
      audience: 200,
      excluded: {},
      waiting: 0,
      queued: 0,
      accepted: 0,
      sent: 200,
      delivered: 200,
      read: 200,
      failed: 0,
    });
    expect(ended.cost).toMatchObject({ charged: 200, free: 0, unpriced: 200, amounts: [] });
    expect(await received(contacts[7]!)).toHaveLength(1);
    const { message } = await owner.campaigns.recipient({ id: campaign.id, contactId: contacts[7]! });
    // A status may come before the answer to the call, which then is no news.
    const heard = message!.heard.map(({ name }) => name).filter((name) => name !== 'accepted');
    expect(heard).toEqual(['sent', 'delivered', 'read']);
    expect(message).toMatchObject({ state: 'read', failure: null, queue: null });
    const page = await owner.campaigns.recipients({ id: campaign.id, filter: 'read', limit: 150 });
    expect(page.items).toHaveLength(150);
    const rest = await owner.campaigns.recipients({
      id: campaign.id,
      filter: 'read',
      limit: 150,
      cursor: page.nextCursor!,
    });
    expect(rest.items).toHaveLength(50);
    expect(new Set([...page.items, ...rest.items].map((r) => r.contactId)).size).toBe(200);
  });

  it('leaves out whom it must, with the reason, and says so before', async () => {
    const good = await people(3);
    const blocked = await people(1, { blocked_at: new Date() });
    const left = await people(2, { consent: 'unsubscribed' });
    const gone = await people(1, { unreachable_at: new Date() });
    const all = [...good, ...blocked, ...left, ...gone];
    await owner.lists.clear({ id: listId });
    await workspace.run((call) =>
      call.tx
        .insertInto('list_members')
        .values(
          all.map((contact_id) => ({
            workspace_id: workspace.id,
            list_id: listId,
            contact_id,
            added_at: call.now,
          })),
        )
        .execute(),
    );
    const audience = { listIds: [listId], contactIds: [good[0]!], everyone: false, requireConsent: false };
    const excluded = { blocked: 1, unsubscribed: 2, unreachable: 1, duplicate: 1 };
    expect(await owner.campaigns.estimate({ audience, templateId })).toEqual({
      audience: 3,
      excluded,
      cost: null,
    });
    const utility = await approvedTemplate('order_update', 'utility');
    expect(await owner.campaigns.estimate({ audience, templateId: utility })).toMatchObject({ audience: 5 });
    expect(
      await owner.campaigns.estimate({ audience: { ...audience, requireConsent: true }, templateId }),
    ).toMatchObject({ audience: 0, excluded: { not_opted_in: 3 } });
    const campaign = await owner.campaigns.create({ name: 'With reasons', numberId, templateId, audience });
    await startAnyway(owner, campaign.id);
    const ended = await until(campaign.id, (c) => c.figures.read === 3);
    expect(ended.figures.excluded).toEqual(excluded);
    const { items } = await owner.campaigns.recipients({ id: campaign.id, filter: 'excluded' });
    expect(items.map((item) => item.reason).sort()).toEqual([
      'blocked',
      'unreachable',
      'unsubscribed',
      'unsubscribed',
    ]);
  });

  it('says in words why somebody failed, and can try those again', async () => {
    const fine = await people(2);
    const none = await people(1, {}, '9131026');
    const limited = await people(1, {}, '9131049');
    const stopped = await people(1, {}, '9131050');
    const campaign = await draft([...fine, ...none, ...limited, ...stopped]);
    await startAnyway(owner, campaign.id);
    await until(
      campaign.id,
      (c) => c.state === 'completed' && c.figures.failed === 3 && c.figures.read === 2,
    );
    const { items } = await owner.campaigns.recipients({ id: campaign.id, filter: 'failed' });
    expect(items.map((item) => item.reason).sort()).toEqual([
      'per_user_marketing_limit',
      'recipient_opted_out',
      'recipient_unreachable',
    ]);
    expect(items.every((item) => item.reasonText!.length > 10)).toBe(true);
    const again = await owner.campaigns.retryFailed({ id: campaign.id });
    expect(again).toMatchObject({ state: 'draft', retryOf: campaign.id, name: 'Spring offer (retry)' });
    await startAnyway(owner, again.id);
    // WhatsApp does not know the first; whom it held marketing back from is left in peace for a day.
    const retried = await until(again.id, (c) => c.state === 'completed' && c.figures.audience === 0);
    expect(retried.figures.excluded).toEqual({ unreachable: 1, marketing_rests: 1, unsubscribed: 1 });
    // Who stopped marketing in WhatsApp is unsubscribed here from then on.
    expect(await owner.contacts.get({ id: stopped[0]! })).toMatchObject({ consent: 'unsubscribed' });
  });

  it('fails a recipient whose variable is empty, and uses the fallback where there is one', async () => {
    const [bare] = await people(1, { first_name: '' });
    const campaign = await draft([bare!], { variables: { 'body.1': { field: 'FIRST_NAME' } } });
    await startAnyway(owner, campaign.id);
    await until(campaign.id, (c) => c.state === 'completed' && c.figures.failed === 1);
    const { items } = await owner.campaigns.recipients({ id: campaign.id });
    expect(items[0]).toMatchObject({ state: 'failed', reason: 'missing_value' });
    expect(items[0]!.reasonText).toContain('FIRST_NAME');
    const second = await draft([bare!]);
    await startAnyway(owner, second.id);
    await until(second.id, (c) => c.figures.read === 1);
  });

  it('names everything that lacks before it starts', async () => {
    const campaign = await owner.campaigns.create({ name: 'Empty', numberId: null });
    await expect(owner.campaigns.start({ id: campaign.id })).rejects.toMatchObject({
      code: 'bad_input',
      fields: [{ path: 'templateId' }, { path: 'audience' }],
    });
    await owner.campaigns.update({
      id: campaign.id,
      templateId,
      ...toContacts(await people(1)),
      variables: {},
    });
    await expect(owner.campaigns.start({ id: campaign.id })).rejects.toMatchObject({
      fields: [{ path: 'variables.body.1' }],
    });
    await owner.campaigns.delete({ id: campaign.id });
    await expect(owner.campaigns.get({ id: campaign.id })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('what people do with it', () => {
  it('counts who answered, who tapped and who left, each once', async () => {
    const answering = await people(2, {}, '9990004');
    const tapping = await people(1, {}, '9990006');
    const leaving = await people(1, {}, '9990007');
    const silent = await people(3);
    const campaign = await draft([...answering, ...tapping, ...leaving, ...silent]);
    await startAnyway(owner, campaign.id);
    // The only quick reply of the template is the one that leaves.
    const { figures } = await until(
      campaign.id,
      (c) => c.figures.replied >= 3 && c.figures.optedOut >= 2 && c.figures.clicked > 0,
    );
    expect(figures).toMatchObject({ replied: 3, clicked: 1, optedOut: 2 });
    const { items } = await owner.campaigns.recipients({ id: campaign.id, filter: 'replied' });
    expect(items.map((item) => item.contactId).sort()).toEqual([...answering, ...tapping].sort());
    expect(await owner.contacts.get({ id: tapping[0]! })).toMatchObject({ consent: 'unsubscribed' });
    const received = await owner.campaigns.ofContact({ contactId: tapping[0]! });
    expect(received.items).toMatchObject([{ campaignId: campaign.id, name: campaign.name }]);
    expect(received.items[0]!.optedOutAt).not.toBeNull();
    const operator = await workspace.client('chat_operator');
    await expect(operator.campaigns.ofContact({ contactId: tapping[0]! })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('the course of a campaign', () => {
  const slowly = (perSecond: number) =>
    workspace.run((call) =>
      call.tx.updateTable('numbers').set({ throughput_per_second: perSecond }).execute(),
    );

  it('pauses soon, keeps who is left, and resumes without sending to anybody twice', async () => {
    await slowly(20);
    const contacts = await people(300);
    const campaign = await draft(contacts);
    await startAnyway(owner, campaign.id);
    await until(campaign.id, (c) => c.figures.sent > 20);
    const paused = await owner.campaigns.pause({ id: campaign.id });
    expect(paused).toMatchObject({ state: 'paused', pausedReason: { kind: 'by_person' } });
    const still = await until(campaign.id, (c) => c.figures.queued === 0 && c.figures.accepted === 0);
    await new Promise((done) => setTimeout(done, 700));
    const { figures } = await owner.campaigns.get({ id: campaign.id });
    expect(figures.sent).toBe(still.figures.sent);
    expect(figures.waiting).toBe(300 - figures.sent);
    await slowly(500);
    await owner.campaigns.resume({ id: campaign.id });
    const ended = await until(campaign.id, (c) => c.state === 'completed' && c.figures.read === 300);
    expect(ended.figures.sent).toBe(300);
    for (const contact of [contacts[0]!, contacts[150]!, contacts[299]!])
      expect(await received(contact)).toHaveLength(1);
  });

  it('cancels for good', async () => {
    await slowly(20);
    const campaign = await draft(await people(300));
    await startAnyway(owner, campaign.id);
    await until(campaign.id, (c) => c.figures.sent > 10);
    await owner.campaigns.cancel({ id: campaign.id });
    const { figures } = await until(
      campaign.id,
      (c) => c.figures.waiting + c.figures.queued + c.figures.accepted === 0,
    );
    expect(figures.cancelled).toBeGreaterThan(100);
    expect(figures.cancelled + figures.sent).toBe(300);
    await expect(owner.campaigns.resume({ id: campaign.id })).rejects.toMatchObject({
      code: 'campaign_cancelled',
    });
    await slowly(500);
  });

  it('starts at its time, read in the zone of the workspace', async () => {
    const campaign = await draft(await people(2));
    const nextYear = new Date().getFullYear() + 1;
    const scheduled = await owner.campaigns.schedule({ id: campaign.id, at: `${nextYear}-07-01T09:30:00` });
    expect(scheduled).toMatchObject({ state: 'scheduled', scheduledAt: `${nextYear}-07-01T07:30:00.000Z` });
    await expect(
      owner.campaigns.schedule({ id: campaign.id, at: '2020-01-01T00:00:00Z' }),
    ).rejects.toMatchObject({ code: 'bad_input' });
    await owner.campaigns.unschedule({ id: campaign.id });
    const at = new Date(Date.now() + 3_600_000);
    await owner.campaigns.schedule({ id: campaign.id, at: at.toISOString() });
    expect(await makeDue(product.database, `campaign start ${campaign.id}`)).toEqual(at);
    await until(campaign.id, (c) => c.state === 'completed');
  });

  it('stops and asks when WhatsApp moves the template to another category', async () => {
    await slowly(20);
    const recategorise = (category: string) =>
      workspace.run((call) =>
        call.tx.updateTable('templates').set({ category }).where('id', '=', templateId).execute(),
      );
    const campaign = await draft(await people(200));
    await startAnyway(owner, campaign.id);
    await until(campaign.id, (c) => c.figures.sent > 10);
    await recategorise('utility');
    const stopped = await until(campaign.id, (c) => c.state === 'paused');
    expect(stopped.pausedReason!.kind).toBe('template_recategorised');
    await slowly(500);
    await until(campaign.id, (c) => c.figures.queued === 0);
    await owner.campaigns.resume({ id: campaign.id });
    await until(campaign.id, (c) => c.state === 'completed' && c.figures.sent === 200);
    await recategorise('marketing');
  });

  it('stops with the reason when WhatsApp pauses the template, others go on, and so does it afterwards', async () => {
    const otherTemplate = await approvedTemplate('summer_offer', 'marketing');
    await slowly(20);
    const campaign = await draft(await people(200));
    const other = await draft(await people(40), { templateId: otherTemplate, name: 'Summer offer' });
    await startAnyway(owner, other.id);
    const { remote_id } = await workspace.run((call) =>
      call.tx
        .selectFrom('templates')
        .select('remote_id')
        .where('id', '=', templateId)
        .executeTakeFirstOrThrow(),
    );
    await startAnyway(owner, campaign.id);
    await until(campaign.id, (c) => c.figures.sent > 10);
    await product.control('POST', `/templates/${remote_id}`, { pause: true });
    const stopped = await until(campaign.id, (c) => c.state === 'paused');
    expect(stopped.pausedReason!.kind).toMatch(/template/);
    await until(other.id, (c) => c.state === 'completed' && c.figures.sent === 40);
    const told = (words: string) => product.services.sent.some((mail) => mail.subject.includes(words));
    await eventually(
      async () => told('“Spring offer” was paused') && told('paused the template “spring_offer'),
    );
    expect(told('Summer offer')).toBe(false);
    await until(campaign.id, (c) => c.figures.queued === 0);
    await product.control('POST', `/templates/${remote_id}`, { unpause: true });
    await eventually(async () => (await owner.templates.get({ id: templateId })).status === 'approved');
    await slowly(500);
    await owner.campaigns.resume({ id: campaign.id });
    const { figures } = await until(campaign.id, (c) => c.state === 'completed' && c.figures.read === 200);
    expect(figures).toMatchObject({ sent: 200, failed: 0 });
  });
});
