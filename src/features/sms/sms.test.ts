// SMS to whom WhatsApp cannot reach: through the simulator's provider, its receipts and answers, once each.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kit/ids.ts';
import { eventually, startProduct, type TestProduct } from '../../../test/support/product.ts';
import { type Client, createWorkspace, type TestWorkspace } from '../../../test/support/workspace.ts';
import { DEFAULT_SMS_BODY } from './sms.contract.ts';

let product: TestProduct;
let workspace: TestWorkspace;
let owner: Client;
let numberId: string;
let templateId: string;
let account: { url: string; token: string; secret: string };
let settings: Parameters<Client['sms']['save']>[0];

beforeAll(async () => {
  product = await startProduct();
  workspace = await createWorkspace(product.services);
  owner = await workspace.client();
  numberId = (await owner.numbers.connectSimulator({})).id;
  account = await product.control('GET', '/sms/account');
  settings = {
    enabled: true,
    url: account.url,
    sender: 'Bottega',
    format: 'json',
    body: DEFAULT_SMS_BODY,
    idPath: 'id',
    remembersReference: true,
    token: account.token,
    signingSecret: account.secret,
  };
  const { id } = await owner.templates.create({
    name: 'sms_offer',
    language: 'en',
    category: 'marketing',
    content: {
      header: { kind: 'none' },
      body: { text: 'Hello, our spring offer waits for you in the shop until Sunday evening.', examples: {} },
      buttons: [{ kind: 'quick_reply', text: 'Stop promotions' }],
    },
  });
  templateId = id;
  await owner.templates.submit({ id });
  await eventually(async () => (await owner.templates.get({ id })).status === 'approved');
});
afterAll(() => product?.close());

let next = 0;
async function person(ending: string, more: object = {}): Promise<string> {
  next += 1;
  const id = newId();
  await workspace.run((call) =>
    call.tx
      .insertInto('contacts')
      .values({
        workspace_id: call.workspaceId,
        id,
        phone: `+39${300 + next}${ending}`,
        first_name: 'Ana',
        created_at: call.now,
        updated_at: call.now,
        ...more,
      })
      .execute(),
  );
  return id;
}

type Sms = { to: string; text: string; reference?: string };
const caught = () => product.control<Sms[]>('GET', '/sms');

async function run(
  contactIds: string[],
  text = 'Hello %%FIRST_NAME%%, our offer waits. Reply STOP to leave.',
) {
  const { id } = await owner.campaigns.create({
    name: 'With SMS',
    numberId,
    templateId,
    audience: { contactIds } as never,
    smsFallback: { text },
  });
  await owner.campaigns.start({ id });
  return id;
}
const figures = async (id: string) => (await owner.campaigns.get({ id })).figures;

describe('SMS', () => {
  it('must be set up before a campaign may use them; secrets are not told', async () => {
    await expect(
      owner.campaigns.create({ name: 'Early', smsFallback: { text: 'Hello' } }),
    ).rejects.toMatchObject({ code: 'bad_input', fields: [{ path: 'smsFallback' }] });
    await expect(owner.sms.save({ ...settings, body: { to: '%%TO%%' } })).rejects.toMatchObject({
      fields: [{ path: 'body' }],
    });
    const saved = await owner.sms.save(settings);
    expect(saved).toMatchObject({ hasToken: true, hasSigningSecret: true, enabled: true, trouble: null });
    expect(JSON.stringify(saved)).not.toContain(account.token);
    const again = await owner.sms.save({ ...settings, token: undefined, signingSecret: undefined });
    expect(again).toMatchObject({ hasToken: true, hasSigningSecret: true });
    expect(await owner.sms.test({ to: '+393331112222', text: 'Test' })).toMatchObject({ accepted: true });
    expect(await owner.sms.test({ to: '+393339991004', text: 'Test' })).toMatchObject({ accepted: false });
  });

  it('go once to those whom WhatsApp did not reach, and nobody else', async () => {
    const fine = await person('9000001');
    const lost = await person('9131026');
    const known = await person('9000002', { unreachable_at: new Date() });
    const noSuch = await person('9991001', { unreachable_at: new Date() });
    const left = await person('9000003', { unreachable_at: new Date(), consent: 'unsubscribed' });
    const id = await run([fine, lost, known, noSuch, left]);
    await eventually(async () => {
      const { sms } = await figures(id);
      return sms.delivered === 2 && sms.failed === 1;
    });
    const sent = (await caught()).filter((sms) => sms.text.startsWith('Hello Ana'));
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map((sms) => sms.to)).size).toBe(3);
    const { items } = await owner.campaigns.recipients({ id });
    const smsOf = new Map(items.map((item) => [item.contactId, item.sms]));
    expect(smsOf.get(fine)).toBeNull();
    expect(smsOf.get(left)).toBeNull();
    expect(smsOf.get(lost)).toMatchObject({ state: 'delivered' });
    expect(smsOf.get(known)).toMatchObject({ state: 'delivered' });
    expect(smsOf.get(noSuch)).toMatchObject({ state: 'failed' });
    // The same again does not send a second one.
    await workspace.run(async (call) => {
      const { campaignMoves } = await import('#features/campaigns/campaigns.ts');
      const failure = { kind: 'recipient_unreachable', code: 131026, text: 'x' } as const;
      const move = { messageId: newId(), conversationId: newId(), contactId: lost, campaignId: id } as const;
      await campaignMoves.moved(call, [{ ...move, from: 'sent', to: 'failed', failure }]);
    });
    expect((await figures(id)).sms).toMatchObject({ queued: 0, sent: 2, delivered: 2, failed: 1 });
  });

  it('are repeated with the same reference after an answer that was lost: still one', async () => {
    await product.control('POST', '/faults', { path: '/_sms', cut: true, afterEffect: true });
    const lost = await person('9000010', { unreachable_at: new Date() });
    const id = await run([lost], 'Once only, %%FIRST_NAME%%.');
    await eventually(async () => (await figures(id)).sms.delivered === 1);
    expect((await caught()).filter((sms) => sms.text.startsWith('Once only'))).toHaveLength(1);
  });

  it('stay uncertain, shown and unrepeated, where the provider does not know references', async () => {
    await owner.sms.save({ ...settings, remembersReference: false });
    await product.control('POST', '/faults', { path: '/_sms', cut: true });
    const lost = await person('9000011', { unreachable_at: new Date() });
    const id = await run([lost], 'Nobody knows.');
    await eventually(async () => (await figures(id)).sms.failed === 1);
    const { items } = await owner.campaigns.recipients({ id });
    expect(items[0]!.sms).toMatchObject({ state: 'uncertain' });
    await owner.sms.save(settings);
  });

  it('wait while the provider refuses us, and say why', async () => {
    await owner.sms.save({ ...settings, token: 'wrong' });
    const lost = await person('9000012', { unreachable_at: new Date() });
    const id = await run([lost], 'Later.');
    await eventually(async () => (await owner.sms.get({})).trouble);
    expect((await figures(id)).sms.queued).toBe(1);
    await owner.sms.save(settings);
  });

  it('obey a stop word, and refuse callbacks that are not signed', async () => {
    const { callbackUrl } = await owner.sms.get({});
    const leaving = await person('9000020');
    const { phone } = await owner.contacts.get({ id: leaving });
    const body = JSON.stringify({ event: 'sms.received', from: phone, to: 'Bottega', text: 'Stop' });
    const { createHmac } = await import('node:crypto');
    const signature = `sha256=${createHmac('sha256', account.secret).update(body).digest('hex')}`;
    const post = (url: string, headers: Record<string, string>) =>
      fetch(url, { method: 'POST', body, headers });
    expect((await post(callbackUrl, {})).status).toBe(401);
    expect((await post(callbackUrl.slice(0, -3), { 'x-sms-signature': signature })).status).toBe(401);
    expect((await owner.contacts.get({ id: leaving })).consent).toBe('not_declared');
    expect((await post(callbackUrl, { 'x-sms-signature': signature })).status).toBe(200);
    expect((await owner.contacts.get({ id: leaving })).consent).toBe('unsubscribed');
  });
});
