// Closing, snoozing and notes: what the team does with a conversation, and what a customer's message undoes.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { setLogLevel } from '#kit/log.ts';
import { eventually, startProduct, type TestProduct } from '../../../test/support/product.ts';
import { type Client, createWorkspace, type TestWorkspace } from '../../../test/support/workspace.ts';
import { wakeJob } from './jobs/wake.job.ts';

let product: TestProduct;
let workspace: TestWorkspace;
let owner: Client;

beforeAll(async () => {
  setLogLevel('error');
  product = await startProduct();
  workspace = await createWorkspace(product.services);
  owner = await workspace.client();
  await owner.numbers.connectSimulator({});
});
afterAll(() => product?.close());

async function wrote(number: string, text = 'Buongiorno'): Promise<string> {
  await product.control('POST', `/customers/${number}/messages`, { text, name: 'Giulia' });
  const found = await eventually(async () => {
    const { items } = await owner.conversations.list({ search: number, show: 'all' });
    return items.find((one) => one.lastMessagePreview === text);
  });
  return found.id;
}

const shown = async (show: 'all' | 'closed' | 'snoozed' | 'waiting' | 'unassigned') =>
  (await owner.conversations.list({ show })).items.map((one) => one.id);

const activities = async (id: string) =>
  (await owner.conversations.timeline({ id })).items.flatMap((item) =>
    item.type === 'activity' ? [{ kind: item.kind, content: item.content, by: item.author.kind }] : [],
  );

describe('a closed conversation', () => {
  it('leaves the inbox, and comes back when the customer writes', async () => {
    const id = await wrote('+393331150001', 'primo');
    expect(await shown('waiting')).toContain(id);
    expect(await owner.conversations.close({ ids: [id], reason: 'Solved' })).toEqual({ count: 1 });
    expect(await owner.conversations.close({ ids: [id] })).toEqual({ count: 0 });
    expect(await shown('all')).not.toContain(id);
    expect(await shown('waiting')).not.toContain(id);
    expect(await shown('closed')).toContain(id);
    expect(await owner.conversations.get({ id })).toMatchObject({ state: 'closed', closeReason: 'Solved' });
    expect(await wrote('+393331150001', 'secondo')).toBe(id);
    expect(await owner.conversations.get({ id })).toMatchObject({
      state: 'open',
      closeReason: null,
      waitingSince: expect.any(String),
    });
    expect(await activities(id)).toEqual([
      { kind: 'reopened', content: { by: 'customer' }, by: 'contact' },
      { kind: 'closed', content: { reason: 'Solved' }, by: 'person' },
    ]);
  });

  it('comes back to who looked after it, or to the team where the workspace wants it so', async () => {
    const id = await wrote('+393331150007', 'uno');
    const { userId } = await workspace.caller('chat_operator');
    const comesBack = async (text: string) => {
      await owner.conversations.close({ ids: [id] });
      await wrote('+393331150007', text);
      return (await owner.conversations.get({ id })).assignees.map((one) => one.userId);
    };
    await owner.conversations.assign({ id, userIds: [userId!] });
    expect(await comesBack('due')).toEqual([userId]);
    const { rules } = await owner.team.setRules({ areOn: false, rules: [], reopenedToTeam: true });
    expect(await comesBack('tre')).toEqual([]);
    expect(await shown('unassigned')).toContain(id);
    expect((await activities(id)).slice(0, 2)).toMatchObject([
      { kind: 'assigned', content: { to: [] }, by: 'system' },
      { kind: 'reopened', by: 'contact' },
    ]);
    // What is left out stays; a conversation that is open is nobody else’s by a message.
    expect(await owner.team.setRules({ areOn: false, rules })).toMatchObject({ reopenedToTeam: true });
    await owner.conversations.assign({ id, userIds: [userId!] });
    await wrote('+393331150007', 'quattro');
    expect((await owner.conversations.get({ id })).assignees).toHaveLength(1);
    await owner.team.setRules({ areOn: false, rules, reopenedToTeam: false });
  });

  it('opens again when a colleague answers', async () => {
    const id = await wrote('+393331150002');
    await owner.conversations.close({ ids: [id] });
    await owner.conversations.send({ id, text: 'Ancora una cosa' });
    expect(await owner.conversations.get({ id })).toMatchObject({ state: 'open', waitingSince: null });
  });
});

describe('a snoozed conversation', () => {
  it('rests until its time, and not one minute less', async () => {
    const id = await wrote('+393331150003');
    const until = new Date(Date.now() + 3_600_000);
    await owner.conversations.snooze({ ids: [id], until: until.toISOString() });
    expect(await shown('all')).not.toContain(id);
    expect(await shown('snoozed')).toEqual([id]);
    const wake = () => wakeJob.run(product.services, { workspaceId: workspace.id, ids: [id] }, signal);
    const { signal } = new AbortController();
    await wake();
    expect(await shown('snoozed')).toEqual([id]);
    vi.setSystemTime(until.getTime() + 1_000);
    await wake();
    vi.useRealTimers();
    expect(await shown('all')).toContain(id);
    expect((await activities(id)).map((one) => one.content)).toEqual([
      { by: 'time' },
      { until: until.toISOString() },
    ]);
  });

  it('wakes at once when the customer writes', async () => {
    const id = await wrote('+393331150004', 'uno');
    await owner.conversations.snooze({ ids: [id], until: new Date(Date.now() + 86_400_000).toISOString() });
    await wrote('+393331150004', 'due');
    expect(await owner.conversations.get({ id })).toMatchObject({ snoozedUntil: null });
  });

  it('wants a time in the future', async () => {
    const id = await wrote('+393331150004', 'tre');
    await expect(
      owner.conversations.snooze({ ids: [id], until: new Date(Date.now() - 1_000).toISOString() }),
    ).rejects.toMatchObject({ code: 'bad_input', fields: [{ path: 'until' }] });
  });
});

describe('the timeline', () => {
  it('puts notes between messages, and leads on in both directions', async () => {
    const id = await wrote('+393331150005', '1');
    const note = await owner.conversations.addNote({ id, text: 'Careful: VIP' });
    for (const text of ['2', '3', '4']) await wrote('+393331150005', text);
    const whole = await owner.conversations.timeline({ id });
    const words = (page: typeof whole) =>
      page.items.map((item) => (item.type === 'message' ? item.message.content.text : item.type));
    expect(words(whole)).toEqual(['4', '3', '2', 'note', '1']);
    const last = await owner.conversations.timeline({ id, limit: 2 });
    const before = await owner.conversations.timeline({ id, limit: 2, older: last.olderCursor! });
    expect([words(last), words(before)]).toEqual([
      ['4', '3'],
      ['2', 'note'],
    ]);
    const around = await owner.conversations.timeline({ id, limit: 2, aroundId: note.id });
    expect(words(around)).toEqual(['2', 'note']);
    const after = await owner.conversations.timeline({ id, limit: 2, newer: around.newerCursor! });
    expect(words(after)).toEqual(['4', '3']);
    const none = await owner.conversations.timeline({ id, newer: after.newerCursor! });
    expect(none.items).toEqual([]);
    const first = await owner.conversations.timeline({ id, aroundAt: '2020-01-01T00:00:00Z', limit: 2 });
    expect([words(first), first.olderCursor]).toEqual([['1'], null]);
  });

  it('keeps to those who may see the conversation', async () => {
    const id = await wrote('+393331150006');
    const operator = await workspace.client('chat_operator');
    const unseen = { code: 'not_found' };
    await expect(operator.conversations.timeline({ id })).rejects.toMatchObject(unseen);
    await expect(operator.conversations.addNote({ id, text: 'x' })).rejects.toMatchObject(unseen);
    expect(await operator.conversations.close({ ids: [id] })).toEqual({ count: 0 });
  });
});
