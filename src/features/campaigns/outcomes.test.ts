// What WhatsApp holds back, too many failures, and two campaigns on one number; every engine running.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kit/ids.ts';
import { startAnyway } from '../../../test/support/guardian.ts';
import { eventually, startProduct, type TestProduct } from '../../../test/support/product.ts';
import { type Client, createWorkspace, type TestWorkspace } from '../../../test/support/workspace.ts';
import type { Campaign } from './campaigns.contract.ts';

let product: TestProduct;
let workspace: TestWorkspace;
let owner: Client;
let numberId: string;
let otherNumberId: string;
let otherPhoneNumberId: string;
let templateId: string;
let remoteId: string;
let next = 0;

beforeAll(async () => {
  product = await startProduct();
  workspace = await createWorkspace(product.services);
  owner = await workspace.client();
  const business = await product.control<Record<string, string> & { phone_numbers: { id: string }[] }>(
    'POST',
    '/business',
    { phones: [{ number: '+390655509021' }, { number: '+390655509022' }] },
  );
  const connect = (phoneNumberId: string) =>
    owner.numbers.connect({
      token: business.access_token!,
      wabaId: business.waba_id!,
      appSecret: business.app_secret!,
      phoneNumberId,
    });
  [numberId, otherNumberId] = [
    (await connect(business.phone_numbers[0]!.id)).id,
    (await connect(business.phone_numbers[1]!.id)).id,
  ];
  otherPhoneNumberId = business.phone_numbers[1]!.id;
  const { id } = await owner.templates.create({
    name: 'order_ready',
    language: 'en',
    category: 'utility',
    content: {
      header: { kind: 'none' },
      body: { text: 'Your order is ready: come and get it until Sunday evening.', examples: {} },
      buttons: [],
    },
  });
  templateId = id;
  await owner.templates.submit({ id });
  await eventually(async () => (await owner.templates.get({ id })).status === 'approved');
  const row = await workspace.run(({ tx }) =>
    tx.selectFrom('templates').select('remote_id').where('id', '=', id).executeTakeFirstOrThrow(),
  );
  remoteId = row.remote_id!;
});
afterAll(() => product?.close());
beforeEach(() => pace(500));

const pace = (throughput_per_second: number) =>
  workspace.run(({ tx }) => tx.updateTable('numbers').set({ throughput_per_second }).execute());

/** New contacts; with an `ending` their phones have the fate that it means to the simulator. */
async function people(count: number, ending?: string): Promise<string[]> {
  const rows = Array.from({ length: count }, () => {
    next += 1;
    return {
      id: newId(),
      phone: ending ? `+39${300 + next}${ending}` : `+39333${1_000_000 + next}`,
      first_name: 'Ana',
    };
  });
  await workspace.run(({ tx, workspaceId, now }) =>
    tx
      .insertInto('contacts')
      .values(rows.map((row) => ({ ...row, workspace_id: workspaceId, created_at: now, updated_at: now })))
      .execute(),
  );
  return rows.map((row) => row.id);
}

async function started(contactIds: string[], more: object = {}): Promise<string> {
  const { id } = await owner.campaigns.create({
    name: 'Ready',
    numberId,
    templateId,
    audience: { listIds: [], contactIds },
    ...more,
  } as never);
  await startAnyway(owner, id);
  return id;
}
const until = (id: string, look: (campaign: Campaign) => boolean) =>
  eventually(async () => {
    const campaign = await owner.campaigns.get({ id });
    return look(campaign) && campaign;
  });
const hold = (wish: object) => product.control('POST', `/templates/${remoteId}/pacing`, wish);

describe('what WhatsApp holds back to judge the template', () => {
  it('is shown as held, and delivered once it is let go', async () => {
    await hold({ hold: true });
    const id = await started(await people(20));
    await until(id, ({ figures }) => figures.held === 20 && figures.sent === 0);
    await hold({ release: true });
    const { figures } = await until(id, (c) => c.figures.read === 20);
    expect(figures).toMatchObject({ held: 0, failed: 0 });
  });

  it('fails with the reason when it is dropped, and is not sent again', async () => {
    await hold({ hold: true });
    const id = await started(await people(20));
    await until(id, ({ figures }) => figures.held === 20);
    await hold({ drop: true });
    const { figures } = await until(id, (c) => c.figures.failed === 20);
    expect(figures).toMatchObject({ held: 0, sent: 0 });
    const { items } = await owner.campaigns.recipients({ id, filter: 'failed' });
    expect(items[0]).toMatchObject({ reason: 'template_paused' });
  });
});

it('pauses a campaign of which too many messages fail, keeps who is left, and tells the owners', async () => {
  await pace(10);
  // Whoever was made first is written to first.
  const audience = [...(await people(20, '9131026')), ...(await people(100))];
  const id = await started(audience, { errorLimit: { share: 0.2, least: 10 } });
  const paused = await until(id, (c) => c.state === 'paused');
  expect(paused.pausedReason).toMatchObject({
    kind: 'too_many_failures',
    params: { worst: 'recipient_unreachable', failed: expect.any(Number) },
  });
  expect(paused.figures.waiting + paused.figures.queued).toBeGreaterThan(0);
  await owner.campaigns.cancel({ id });
  await eventually(async () =>
    product.services.sent.find(
      (mail) => mail.subject.includes('was paused') && mail.text.includes('This person cannot be reached'),
    ),
  );
});

it('pauses it also when everybody is in the queue already', async () => {
  await pace(5);
  const rest = (rests_until: Date | null) =>
    workspace.run(({ tx, workspaceId }) =>
      tx
        .insertInto('send_lanes')
        .values({ workspace_id: workspaceId, number_id: numberId, rests_until })
        .onConflict((c) => c.columns(['workspace_id', 'number_id']).doUpdateSet({ rests_until }))
        .execute(),
    );
  // The number rests until all are in its queue; who sends for it now heeds that from the next time on.
  await rest(new Date(Date.now() + 3_600_000));
  await eventually(() =>
    workspace.run(async ({ tx }) => {
      const held = tx.selectFrom('send_lanes').select('held_by').where('number_id', '=', numberId);
      return (await held.where('held_by', 'is not', null).execute()).length === 0;
    }),
  );
  const audience = [...(await people(20, '9131026')), ...(await people(40))];
  const id = await started(audience, { errorLimit: { share: 0.2, least: 10 } });
  await until(id, ({ figures }) => figures.waiting === 0 && figures.queued === 60);
  await rest(null);
  const { pausedReason } = await until(id, (c) => c.state === 'paused');
  expect(pausedReason!.kind).toBe('too_many_failures');
  const { figures } = await until(id, (c) => c.figures.queued === 0 && c.figures.waiting > 0);
  expect(figures.failed).toBeGreaterThanOrEqual(10);
  await owner.campaigns.cancel({ id });
});

it('lets a small campaign pass beside a large one on the same number', async () => {
  await pace(20);
  const before = next;
  const large = await started(await people(300));
  await until(large, ({ figures }) => figures.sent > 5);
  const between = next;
  const small = await started(await people(30));
  await until(small, (c) => c.state === 'completed');
  await pace(500);
  await until(large, (c) => c.state === 'completed');
  // In the order in which WhatsApp took them, however long this test looked away.
  const order = await arrivals();
  const isOfSmall = (one: number) => one > between && one <= next;
  const ofLarge = (taken: number[]) => taken.filter((one) => one > before && one <= between).length;
  expect([order.filter(isOfSmall).length, ofLarge(order)]).toEqual([30, 300]);
  expect(ofLarge(order.slice(0, order.findLastIndex(isOfSmall)))).toBeLessThan(200);
});

/** To which of `people`, counted from the first, WhatsApp took messages, in the order in which they came. */
async function arrivals(): Promise<number[]> {
  const { messages } = await product.control<{ messages: { customer: string }[] }>(
    'GET',
    '/messages?direction=business&limit=5000',
  );
  return messages.map(({ customer }) => Number(customer.slice(5)) - 1_000_000);
}

it('stops only campaigns of the number that WhatsApp refuses', async () => {
  await pace(20);
  const [one, other] = [
    await started(await people(60)),
    await started(await people(300), { numberId: otherNumberId }),
  ];
  await until(other, ({ figures }) => figures.sent > 2);
  await product.control('POST', `/phone-numbers/${otherPhoneNumberId}`, { registered: false });
  const paused = await until(other, (c) => c.state === 'paused');
  expect(paused.pausedReason!.kind).toBe('number_not_registered');
  const { figures } = await until(one, (c) => c.state === 'completed');
  expect(figures).toMatchObject({ audience: 60, failed: 0, waiting: 0 });
  await eventually(async () =>
    product.services.sent.find((mail) => mail.subject.includes('takes no messages from +390655509022')),
  );
});
