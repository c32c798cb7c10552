// Connecting numbers, against the simulator over HTTP.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, startProduct, type TestProduct } from '../../../test/support/product.ts';
import { type Client, createWorkspace, type TestWorkspace } from '../../../test/support/workspace.ts';

let product: TestProduct;
let workspace: TestWorkspace;
let owner: Client;
let keys: { token: string; wabaId: string; phoneNumberId: string; appSecret: string; appId: string };

beforeAll(async () => {
  product = await startProduct();
  workspace = await createWorkspace(product.services);
  owner = await workspace.client();
  const made = await product.control<Record<string, string> & { phone_numbers: { id: string }[] }>(
    'POST',
    '/business',
    { name: 'Panificio Sole', phones: [{ number: '+390655509001', verified_name: 'Panificio Sole' }] },
  );
  keys = {
    token: made.access_token!,
    wabaId: made.waba_id!,
    phoneNumberId: made.phone_numbers[0]!.id,
    appSecret: made.app_secret!,
    appId: made.app_id!,
  };
});
afterAll(() => product?.close());

describe('checking keys', () => {
  it('finds no problem in right ones and stores nothing', async () => {
    const check = await owner.numbers.check(keys);
    expect(check).toMatchObject({
      ok: true,
      problems: [],
      number: { phone: '+390655509001', displayName: 'Panificio Sole', quality: 'high' },
    });
    expect((await owner.numbers.list({})).items).toEqual([]);
  });

  it.each([
    ['token', { token: 'EAAGwrong' }, 'token_invalid'],
    ['wabaId', { wabaId: '999999999999999' }, 'waba_unreachable'],
    ['phoneNumberId', { phoneNumberId: '1060000000000001' }, 'number_not_in_waba'],
    ['appSecret', { appSecret: 'f'.repeat(32) }, 'app_secret_wrong'],
  ])('names a wrong %s', async (field, wrong, code) => {
    const check = await owner.numbers.check({ ...keys, ...wrong });
    expect(check.ok).toBe(false);
    expect(check.problems).toContainEqual(expect.objectContaining({ field, code, blocking: true }));
  });

  it('refuses to connect with a wrong key, at its field', async () => {
    await expect(owner.numbers.connect({ ...keys, appSecret: 'f'.repeat(32) })).rejects.toMatchObject({
      code: 'bad_input',
      fields: [expect.objectContaining({ path: 'appSecret' })],
    });
    expect((await owner.numbers.list({})).items).toEqual([]);
  });
});

describe('a connected number', () => {
  it('shows its health, keeps its keys sealed and has its webhooks sent here', async () => {
    const number = await owner.numbers.connect(keys);
    expect(number).toMatchObject({
      phone: '+390655509001',
      accountState: 'connected',
      simulated: false,
      throughputPerSecond: 80,
      messagingLimit: expect.any(Number),
    });
    const stored = await workspace.run((call) =>
      call.tx.selectFrom('whatsapp_accounts').selectAll().executeTakeFirstOrThrow(),
    );
    expect(JSON.stringify(stored)).not.toContain(keys.token);
    expect(JSON.stringify(stored)).not.toContain(keys.appSecret);
    const subscribed = await fetch(`${product.simulator.url}/v26.0/${keys.wabaId}/subscribed_apps`, {
      headers: { authorization: `Bearer ${keys.token}` },
    });
    expect(JSON.stringify(await subscribed.json())).toContain(`${product.url}/webhooks/whatsapp`);
  });

  it('may be connected again, and not by another workspace', async () => {
    const [before] = (await owner.numbers.list({})).items;
    expect((await owner.numbers.connect(keys)).id).toBe(before!.id);
    const other = await (await createWorkspace(product.services, 'Other')).client();
    await expect(other.numbers.connect(keys)).rejects.toMatchObject({ code: 'account_connected_elsewhere' });
  });

  it('follows what the provider tells of its quality', async () => {
    const [number] = (await owner.numbers.list({})).items;
    await product.control('POST', `/phone-numbers/${keys.phoneNumberId}`, { quality_rating: 'RED' });
    await eventually(async () => (await owner.numbers.list({})).items[0]!.quality === 'low');
    await product.control('POST', `/phone-numbers/${keys.phoneNumberId}`, { quality_rating: 'GREEN' });
    expect((await owner.numbers.refresh({ id: number!.id })).quality).toBe('high');
  });

  it('shows a token that was taken back, and recovers with new keys', async () => {
    const [number] = (await owner.numbers.list({})).items;
    await product.control('DELETE', `/tokens/${keys.token}`);
    for (const _twice of [1, 2])
      expect(await owner.numbers.refresh({ id: number!.id })).toMatchObject({
        accountState: 'token_invalid',
      });
    const told = () =>
      product.services.sent.filter((mail) => mail.subject.includes('takes no messages from'));
    await eventually(async () => told().length > 0);
    expect(told()).toHaveLength(1);
    expect(told()[0]!.text).toContain('no longer accepts the access token');
    const fresh = await product.control<{ access_token: string }>('POST', '/tokens', {
      app_id: keys.appId,
      waba_ids: [keys.wabaId],
    });
    keys.token = fresh.access_token;
    expect(await owner.numbers.connect(keys)).toMatchObject({ id: number!.id, accountState: 'connected' });
  });

  it('is gone after disconnecting, with its keys, and can come back', async () => {
    const [number] = (await owner.numbers.list({})).items;
    await owner.numbers.disconnect({ id: number!.id });
    expect((await owner.numbers.list({})).items).toEqual([]);
    const stored = await workspace.run((call) =>
      call.tx.selectFrom('whatsapp_accounts').select('token_sealed').executeTakeFirstOrThrow(),
    );
    expect(stored.token_sealed).toBe('');
    await expect(owner.numbers.refresh({ id: number!.id })).rejects.toMatchObject({ code: 'not_found' });
    expect((await owner.numbers.connect(keys)).id).toBe(number!.id);
  });
});

it('shares the limit between the accounts of one business, as Meta tells of it by either', async () => {
  const business = await createWorkspace(product.services, 'Two accounts');
  const client = await business.client();
  const connect = async (portfolio: object, number: string) => {
    const made = await product.control<Record<string, string> & { phone_numbers: { id: string }[] }>(
      'POST',
      '/business',
      { ...portfolio, phones: [{ number }] },
    );
    const connected = await client.numbers.connect({
      token: made.access_token!,
      wabaId: made.waba_id!,
      phoneNumberId: made.phone_numbers[0]!.id,
      appSecret: made.app_secret!,
    });
    return { id: connected.id, portfolioId: made.portfolio_id! };
  };
  const first = await connect({}, '+390655509011');
  const second = await connect({ portfolio_id: first.portfolioId }, '+390655509012');
  expect((await client.sending.standing({})).portfolios).toMatchObject([
    { portfolioId: first.portfolioId, accountNames: { length: 2 }, limit: 100_000 },
  ]);
  await product.control('POST', `/portfolios/${first.portfolioId}`, { messaging_limit: 'TIER_2K' });
  await client.numbers.refresh({ id: second.id });
  expect((await client.numbers.list({})).items.map((one) => one.messagingLimit)).toEqual([2_000, 2_000]);
});

it('connects a number of the simulator in one step, each workspace its own', async () => {
  const first = await (await createWorkspace(product.services, 'First')).client();
  const second = await (await createWorkspace(product.services, 'Second')).client();
  const [one, two] = [await first.numbers.connectSimulator({}), await second.numbers.connectSimulator({})];
  expect(one.simulated && two.simulated).toBe(true);
  expect(one.wabaId).not.toBe(two.wabaId);
});

it('lets chat operators see numbers, not connect them', async () => {
  const operator = await workspace.client('chat_operator');
  expect((await operator.numbers.list({})).items).toHaveLength(1);
  await expect(operator.numbers.connect(keys)).rejects.toMatchObject({ code: 'forbidden' });
});

describe('a number that the phone app shares', () => {
  async function connectShared(number: string, since: Date) {
    const made = await product.control<Record<string, string> & { phone_numbers: { id: string }[] }>(
      'POST',
      '/business',
      { name: 'Bar Centrale', phones: [{ number, verified_name: 'Bar Centrale' }] },
    );
    const phoneNumberId = made.phone_numbers[0]!.id;
    const app = (body: object = {}) =>
      product.control<{ asked: string[] }>('POST', '/phone-app', { phone_number_id: phoneNumberId, ...body });
    await app({ shared: true, since: since.toISOString() });
    const client = await (await createWorkspace(product.services)).client();
    const { id } = await client.numbers.connect({
      ...{ token: made.access_token!, wabaId: made.waba_id!, phoneNumberId },
      ...{ appSecret: made.app_secret!, appId: made.app_id! },
    });
    return { client, id, app, history: async () => (await client.numbers.list({})).items[0]!.history };
  }

  it('is asked at once, and once, for its address book and its past', async () => {
    const { client, id, app, history } = await connectShared('+390655509031', new Date());
    await eventually(async () => (await app()).asked.length === 2);
    expect((await app()).asked).toEqual(['smb_app_state_sync', 'history']);
    expect(await history()).toMatchObject({ state: 'asked', progress: 0, messages: 0, refusal: null });
    await client.numbers.refresh({ id });
    const threads = [{ number: '+393331190001', messages: [{ from: 'customer', text: 'Ciao' }] }];
    await product.control('POST', '/phone-app/history', {
      ...{ phone_number_id: (await client.numbers.list({})).items[0]!.phoneNumberId, threads, progress: 100 },
    });
    await eventually(async () => (await history())?.state === 'finished');
  });

  it('says when it was asked too late', async () => {
    const twoDaysAgo = new Date(Date.now() - 48 * 3_600_000);
    const { history } = await connectShared('+390655509032', twoDaysAgo);
    await eventually(async () => (await history())?.state === 'late');
  });
});
