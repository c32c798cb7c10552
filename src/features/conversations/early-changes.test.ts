// Webhooks keep no order: edits, withdrawals and reactions that come before the message they are about; pictures of ads.
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { now } from '#kit/clock.ts';
import { setLogLevel } from '#kit/log.ts';
import { eventually, startProduct, type TestProduct } from '../../../test/support/product.ts';
import { addMember } from '../../../test/support/server.ts';
import { type Client, createWorkspace, type TestWorkspace } from '../../../test/support/workspace.ts';
import type { Message } from './conversations.contract.ts';
import { eraseEarly, forgetEarly } from './early-amendments.store.ts';

let product: TestProduct;
let workspace: TestWorkspace;
let owner: Client;
let tell: (...messages: object[]) => Promise<void>;

beforeAll(async () => {
  setLogLevel('error');
  product = await startProduct();
  workspace = await createWorkspace(product.services);
  owner = await workspace.client();
  const { wabaId } = await owner.numbers.connectSimulator({});
  const [number] = (await owner.numbers.list({})).items;
  const secret = (await product.control<{ app_secret: string }>('GET', '/business')).app_secret;
  tell = async (...messages) => {
    const value = {
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: '390655501001', phone_number_id: number!.phoneNumberId },
      messages: messages.map((one) => ({ timestamp: String(Math.floor(Date.now() / 1000)), ...one })),
    };
    const body = JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [{ id: wabaId, changes: [{ field: 'messages', value }] }],
    });
    const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature };
    const answer = await fetch(`${product.url}/webhooks/whatsapp`, { method: 'POST', body, headers });
    expect(answer.status).toBe(200);
  };
});
afterAll(() => product?.close());

const chatWith = (digits: string) =>
  eventually(async () => (await owner.conversations.list({ search: `+${digits}` })).items[0]);

async function messageFrom(digits: string, is: (one: Message) => boolean): Promise<Message> {
  const { id } = await chatWith(digits);
  return eventually(async () => (await owner.conversations.messages({ id })).items.find(is));
}

const keptEarly = () =>
  workspace.run(
    async ({ tx }) => (await tx.selectFrom('early_amendments').select('provider_id').execute()).length,
  );

/** The reader has dealt with what was told: what is kept has this number. */
const keeps = (count: number) => eventually(async () => (await keptEarly()) === count);

const edit = (from: string, id: string, text: string, at: number, told = `${id}-${at}`) => ({
  from,
  id: told,
  timestamp: String(at),
  type: 'edit',
  edit: { original_message_id: id, message: { type: 'text', text: { body: text } } },
});
const revoke = (from: string, id: string) => ({
  from,
  id: `${id}-revoked`,
  type: 'revoke',
  revoke: { original_message_id: id },
});
const said = (from: string, id: string, text: string) => ({ from, id, type: 'text', text: { body: text } });

describe('what comes before its message', () => {
  it('an edit waits for it, with all the words that there were', async () => {
    const from = '393331170001';
    const at = Math.floor(Date.now() / 1000);
    await tell(edit(from, 'wamid.early1', 'Alle dieci', at + 2));
    await tell(
      edit(from, 'wamid.early1', 'Alle nove', at + 1),
      edit(from, 'wamid.early1', 'Alle nove', at + 1),
    );
    await keeps(2);
    await tell(said(from, 'wamid.early1', 'Alle otto'));
    const message = await messageFrom(from, (one) => one.content.edited === true);
    expect(message.content).toMatchObject({ text: 'Alle dieci', earlier: ['Alle otto', 'Alle nove'] });
    expect((await chatWith(from)).lastMessagePreview).toBe('Alle dieci');
    expect(await keptEarly()).toBe(0);
  });

  it('a withdrawal hides it from the first moment', async () => {
    const from = '393331170002';
    await tell(revoke(from, 'wamid.early2'));
    await keeps(1);
    await tell(said(from, 'wamid.early2', 'Segreto'));
    const message = await messageFrom(from, () => true);
    expect(message.content).toEqual({ type: 'text', withdrawn: true });
    expect((await chatWith(from)).lastMessagePreview).toBe('[withdrawn]');
  });

  it('a reaction stands beside it', async () => {
    const from = '393331170003';
    const reaction = { message_id: 'wamid.early3', emoji: '🎉' };
    await tell({ from, id: 'wamid.reaction3', type: 'reaction', reaction });
    await messageFrom(from, (one) => one.kind === 'reaction');
    await tell(said(from, 'wamid.early3', 'Siete aperti?'));
    const message = await messageFrom(from, (one) => one.kind === 'text');
    expect(message.reactions).toMatchObject([{ emoji: '🎉', direction: 'in' }]);
  });

  it('is forgotten after a while, and with the person', async () => {
    await tell(revoke('393331170004', 'wamid.never1'), revoke('393331170005', 'wamid.never2'));
    await keeps(2);
    await workspace.run((call) => eraseEarly(call, ['393331170004']));
    expect(await keptEarly()).toBe(1);
    const later = (days: number) => new Date(now().getTime() + days * 86_400_000);
    await workspace.run((call) => forgetEarly({ ...call, now: later(7) }));
    expect(await keptEarly()).toBe(1);
    await workspace.run((call) => forgetEarly({ ...call, now: later(9) }));
    expect(await keptEarly()).toBe(0);
  });
});

it('shows the words of the list anew when the latest message was edited or withdrawn', async () => {
  const from = '393331170006';
  await tell(said(from, 'wamid.list1', 'Prima'));
  await messageFrom(from, () => true);
  await tell(said(from, 'wamid.list2', 'Dopo'));
  await eventually(async () => (await chatWith(from)).lastMessagePreview === 'Dopo');
  await tell(revoke(from, 'wamid.list2'));
  await eventually(async () => (await chatWith(from)).lastMessagePreview === '[withdrawn]');
  await tell(revoke(from, 'wamid.list1'));
  const { id } = await chatWith(from);
  await eventually(async () =>
    (await owner.conversations.messages({ id })).items.every((one) => one.content.withdrawn === true),
  );
  expect((await chatWith(from)).lastMessagePreview).toBe('[withdrawn]');
});

describe('the picture of an advertisement', () => {
  const write = (number: string, referral: object) =>
    product.control('POST', `/customers/${number}/messages`, {
      text: 'Ho visto la pubblicità',
      referral: { source_type: 'ad', headline: 'Pane fresco', ...referral },
    });
  type Picture = { state: string; failure: string | null; mimeType: string | null };
  const pictureFrom = async (digits: string) => {
    const message = await messageFrom(digits, (one) => {
      const picture = (one.content.referral as { picture?: Picture }).picture;
      return picture !== undefined && picture.state !== 'waiting';
    });
    return { id: message.id, ...(message.content.referral as { picture: Picture }).picture };
  };

  it('is fetched, kept, and shown to those who may see the conversation', async () => {
    await write('+393331170010', { media_type: 'image' });
    const picture = await pictureFrom('393331170010');
    expect(picture).toMatchObject({ state: 'ready', mimeType: 'image/png', failure: null });
    const address = `/api/v1/messages/${picture.id}/ad-picture`;
    const browser = await addMember(product, workspace.id, 'owner');
    const shown = await browser.send('GET', address);
    expect([shown.status, shown.headers['content-type']]).toEqual([200, 'image/png']);
    const operator = await addMember(product, workspace.id, 'chat_operator');
    expect((await operator.send('GET', address)).status).toBe(404);
  });

  it.each([
    ['is no longer there', '+393331170011', { image_url: '/phone/api/media/1' }, 'gone'],
    ['is no picture', '+393331170012', { image_url: '/mailbox' }, 'unusable'],
  ])('that %s is said', async (_what, number, { image_url }, failure) => {
    await write(number, { media_type: 'image', image_url: product.simulator.url + image_url });
    expect(await pictureFrom(number.slice(1))).toMatchObject({ state: 'failed', failure });
  });

  it('is not fetched from the private network', async () => {
    await write('+393331170013', { media_type: 'image', image_url: `${product.url}/api/v1/session` });
    expect(await pictureFrom('393331170013')).toMatchObject({ state: 'failed', failure: 'unusable' });
  });
});
