// The deals guide, sentence by sentence, through the typed client on a real database.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shiftClock } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import type { Caller } from '#operations/call.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import {
  type Client,
  clientFor,
  createWorkspace,
  type TestWorkspace,
  testServices,
} from '../../../test/support/workspace.ts';
import type { Pipeline } from './pipelines.contract.ts';

let database: TestDatabase;
let services: ReturnType<typeof testServices>;
let workspace: TestWorkspace;
let giulia: Caller;
let owner: Client;
let anna: string;
let bruno: string;
let sales: Pipeline;
const stageOf = (pipeline: Pipeline, name: string) => pipeline.stages.find((one) => one.name === name)!.id;

beforeAll(async () => {
  database = await createTestDatabase();
  services = testServices(database);
  workspace = await createWorkspace(services);
  giulia = await workspace.caller('owner');
  owner = clientFor(services, giulia);
  anna = (await owner.contacts.create({ phone: '+393331112233', firstName: 'Anna', lastName: 'Verdi' })).id;
  bruno = (await owner.contacts.create({ phone: '+393331112244', firstName: 'Bruno' })).id;
});
afterAll(async () => {
  shiftClock(0);
  await database.drop();
});

const events = async (dealId: string) =>
  (
    await workspace.run((call) =>
      sql<{ name: string; payload: Record<string, never> }>`
        select name, payload from events where workspace_id = ${call.workspaceId} and subject_id = ${dealId}
        order by id`.execute(call.tx),
    )
  ).rows;
const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' }).format(new Date());

describe('pipelines', () => {
  it('At least one pipeline is required to start working with deals', async () => {
    expect((await owner.pipelines.list({})).items).toEqual([]);
    await expect(owner.deals.create({ contactIds: [anna] })).rejects.toMatchObject({
      code: 'pipeline_missing',
      status: 409,
    });
  });

  it('When a pipeline is created, it includes one configurable initial stage, Won with 100 % and Lost with 0 %', async () => {
    const plain = await owner.pipelines.create({ name: 'Customer onboarding' });
    expect(plain.stages).toMatchObject([
      { kind: 'open', name: 'New' },
      { kind: 'won', name: 'Won', probability: 100 },
      { kind: 'lost', name: 'Lost', probability: 0 },
    ]);
    const [first] = plain.stages;
    const changed = await owner.pipelines.updateStage({ id: first!.id, name: 'Kick-off', probability: 30 });
    expect(changed.stages[0]).toMatchObject({ id: first!.id, name: 'Kick-off', probability: 30 });
    sales = await owner.pipelines.create({
      name: 'Sales',
      stages: [
        { name: 'Contacted', probability: 10 },
        { name: 'Offer', probability: 40 },
      ],
    });
    expect(sales.stages.map((stage) => stage.name)).toEqual(['Contacted', 'Offer', 'Won', 'Lost']);
    await owner.pipelines.reorder({ ids: [sales.id, plain.id] });
  });

  it('The Won and Lost stages are fixed and cannot be deleted', async () => {
    const [won, lost] = [stageOf(sales, 'Won'), stageOf(sales, 'Lost')];
    for (const id of [won, lost])
      await expect(owner.pipelines.deleteStage({ id })).rejects.toMatchObject({ code: 'stage_fixed' });
    await expect(owner.pipelines.updateStage({ id: won, probability: 90 })).rejects.toMatchObject({
      code: 'stage_fixed',
    });
    await expect(
      owner.pipelines.reorderStages({ id: sales.id, stageIds: [won, stageOf(sales, 'Offer')] }),
    ).rejects.toMatchObject({ code: 'bad_input' });
    const renamed = await owner.pipelines.updateStage({ id: won, name: 'Signed' });
    expect(renamed.stages.at(-2)).toMatchObject({ name: 'Signed', probability: 100 });
    await owner.pipelines.updateStage({ id: won, name: 'Won' });
  });

  it('For each stage, you can define name and closing probability (0–100 %)', async () => {
    const id = stageOf(sales, 'Offer');
    for (const probability of [0, 100])
      expect((await owner.pipelines.updateStage({ id, probability })).stages[1]).toMatchObject({
        probability,
      });
    for (const probability of [-1, 101, 0.5])
      await expect(owner.pipelines.updateStage({ id, probability })).rejects.toThrow();
    await owner.pipelines.updateStage({ id, probability: 40 });
    await expect(owner.pipelines.updateStage({ id, name: 'contacted' })).rejects.toMatchObject({
      code: 'stage_exists',
    });
  });

  it('Stages can be reordered, and deleted only if they contain no deals', async () => {
    const { stages } = await owner.pipelines.addStage({ id: sales.id, name: 'Visit', probability: 60 });
    expect(stages.map((stage) => stage.name)).toEqual(['Contacted', 'Offer', 'Visit', 'Won', 'Lost']);
    const [contacted, offer, visit] = stages.map((stage) => stage.id);
    const turned = await owner.pipelines.reorderStages({
      id: sales.id,
      stageIds: [contacted!, visit!, offer!],
    });
    expect(turned.stages.map((stage) => stage.name)).toEqual(['Contacted', 'Visit', 'Offer', 'Won', 'Lost']);
    const deal = await owner.deals.create({ contactIds: [anna], stageId: visit! });
    await expect(owner.pipelines.deleteStage({ id: visit! })).rejects.toMatchObject({ code: 'stage_in_use' });
    await owner.deals.move({ id: deal.id, stageId: offer! });
    await owner.pipelines.deleteStage({ id: visit! });
    await owner.deals.delete({ key: deal.id });
    sales = (await owner.pipelines.list({})).items.find((one) => one.id === sales.id)!;
    expect(sales.stages.map((stage) => stage.name)).toEqual(['Contacted', 'Offer', 'Won', 'Lost']);
  });

  it('You can create pipelines (up to 10), rename them, change their order, delete empty ones', async () => {
    const made = [];
    for (let i = 3; i <= 10; i++) made.push((await owner.pipelines.create({ name: `Pipeline ${i}` })).id);
    await expect(owner.pipelines.create({ name: 'Pipeline 11' })).rejects.toMatchObject({
      code: 'pipeline_limit',
    });
    expect(await owner.pipelines.update({ id: made[0]!, name: 'Rentals' })).toMatchObject({
      name: 'Rentals',
    });
    await expect(owner.pipelines.update({ id: made[0]!, name: 'sales' })).rejects.toMatchObject({
      code: 'pipeline_exists',
    });
    const ids = (await owner.pipelines.list({})).items.map((one) => one.id);
    const turned = await owner.pipelines.reorder({ ids: [...ids.slice(0, 2), ...ids.slice(2).toReversed()] });
    expect(turned.items.map((one) => one.id)).toEqual([...ids.slice(0, 2), ...ids.slice(2).toReversed()]);
    await expect(owner.pipelines.reorder({ ids: ids.slice(1) })).rejects.toMatchObject({ code: 'bad_input' });
    const deal = await owner.deals.create({ contactIds: [anna], pipelineId: made[0]! });
    await expect(owner.pipelines.delete({ id: made[0]! })).rejects.toMatchObject({ code: 'pipeline_in_use' });
    await owner.deals.delete({ key: deal.id });
    for (const id of made) await owner.pipelines.delete({ id });
    expect((await owner.pipelines.list({})).items).toHaveLength(2);
  });
});

describe('a deal', () => {
  it('Required fields: contacts, title, pipeline, stage, owner', async () => {
    await expect(owner.deals.create({ contactIds: [] })).rejects.toThrow();
    await expect(owner.deals.create({ contactIds: [newId()], ownerId: newId() })).rejects.toMatchObject({
      fields: [{ path: 'ownerId' }, { path: 'contactIds.0' }],
    });
    await expect(owner.deals.create({ contactIds: [anna], stageId: newId() })).rejects.toMatchObject({
      fields: [{ path: 'stageId' }],
    });
    const made = await owner.deals.create({ contactIds: [anna] });
    expect(made).toMatchObject({
      pipeline: { id: sales.id, name: 'Sales' },
      stage: { name: 'Contacted', kind: 'open', probability: 10 },
      owner: { userId: giulia.userId },
      contacts: [{ id: anna, name: 'Anna Verdi', phone: '+393331112233' }],
      closedAt: null,
      version: 1,
    });
    await expect(owner.deals.update({ key: made.id, title: ' ' })).rejects.toThrow();
    await expect(owner.deals.update({ key: made.id, contactIds: [] })).rejects.toThrow();
    await expect(workspace.run((call) => createAs(call))).rejects.toMatchObject({
      fields: [{ path: 'ownerId' }],
    });
  });

  const createAs = async (call: Parameters<Parameters<TestWorkspace['run']>[0]>[0]) =>
    (await import('./deals.ts')).createDeal(call, { contactIds: [anna] });

  it('Optional fields: amount, currency, close date, reference', async () => {
    const bare = await owner.deals.create({ contactIds: [anna] });
    expect(bare).toMatchObject({ amount: null, currency: null, closeDate: null, reference: null });
    const full = await owner.deals.create({
      contactIds: [anna],
      amount: 125_000,
      closeDate: '2026-12-24',
      reference: 'ORD-1',
    });
    expect(full).toMatchObject({ amount: 125_000, currency: 'EUR', worth: 125_000, closeDate: '2026-12-24' });
    expect(await owner.deals.create({ contactIds: [anna], amount: 5, currency: 'jpy' })).toMatchObject({
      currency: 'JPY',
      worth: null,
    });
    await expect(owner.deals.create({ contactIds: [anna], amount: 1.5 })).rejects.toThrow();
    await expect(owner.deals.create({ contactIds: [anna], amount: 1, currency: 'ZZZ' })).rejects.toThrow();
    const cleared = await owner.deals.update({
      key: full.id,
      amount: null,
      closeDate: null,
      reference: null,
    });
    expect(cleared).toMatchObject({ amount: null, closeDate: null, reference: null, title: full.title });
  });

  it('You can associate one or more contacts; the title is pre-filled with the contact’s name (editable)', async () => {
    const deal = await owner.deals.create({ contactIds: [anna, bruno, anna] });
    expect(deal.title).toBe('Anna Verdi');
    expect(deal.contacts.map((contact) => contact.id)).toEqual([anna, bruno]);
    expect(await owner.deals.update({ key: deal.id, title: ' Kitchen ' })).toMatchObject({
      title: 'Kitchen',
    });
    const turned = await owner.deals.update({ key: deal.id, contactIds: [bruno] });
    expect(turned).toMatchObject({ title: 'Kitchen', contacts: [{ id: bruno }] });
    expect((await owner.deals.timeline({ key: deal.id })).items).toMatchObject([
      { kind: 'contact_removed', contact: { name: 'Anna Verdi' } },
      {
        kind: 'changed',
        changes: [{ field: 'title', from: { value: 'Anna Verdi' }, to: { value: 'Kitchen' } }],
      },
      { kind: 'created' },
    ]);
  });

  it('When a deal is moved to Won or Lost, the close date is set if not already defined', async () => {
    const [won, lost] = [stageOf(sales, 'Won'), stageOf(sales, 'Lost')];
    const open = await owner.deals.create({ contactIds: [anna] });
    const closed = await owner.deals.move({ id: open.id, stageId: won });
    expect(closed).toMatchObject({ closeDate: today(), closedAt: expect.any(String) });
    const planned = await owner.deals.create({ contactIds: [anna], closeDate: '2030-01-31' });
    expect(await owner.deals.update({ key: planned.id, stageId: lost })).toMatchObject({
      closeDate: '2030-01-31',
      closedAt: expect.any(String),
    });
    const reopened = await owner.deals.move({ id: closed.id, stageId: stageOf(sales, 'Offer') });
    expect(reopened).toMatchObject({ closeDate: today(), closedAt: null });
    const begun = await owner.deals.create({ contactIds: [anna], stageId: won });
    expect(begun).toMatchObject({ closeDate: today(), closedAt: begun.createdAt });
  });

  it('Reference: an optional field useful for quick identification', async () => {
    const deal = await owner.deals.create({ contactIds: [anna], reference: 'SHOP-77' });
    expect(await owner.deals.get({ key: 'shop-77' })).toMatchObject({ id: deal.id });
    const changed = await owner.deals.update({ key: 'SHOP-77', amount: 900 });
    expect(changed).toMatchObject({ id: deal.id, amount: 900, reference: 'SHOP-77' });
    const twin = await owner.deals.create({ contactIds: [bruno], reference: 'shop-77' });
    await expect(owner.deals.update({ key: 'shop-77', amount: 1 })).rejects.toMatchObject({
      code: 'reference_ambiguous',
      details: { ids: expect.arrayContaining([deal.id, twin.id]) },
    });
    const found = await owner.deals.duplicates({ reference: 'SHOP-77', exceptId: twin.id });
    expect(found.items).toMatchObject([{ because: 'reference', deal: { id: deal.id } }]);
    const likely = await owner.deals.duplicates({ contactIds: [bruno], pipelineId: sales.id });
    expect(likely.items).toContainEqual({
      because: 'contact',
      deal: expect.objectContaining({ id: twin.id }),
    });
    await owner.deals.deleteMany({ ids: [deal.id, twin.id] });
  });

  it('Clone the deal', async () => {
    const deal = await owner.deals.create({ contactIds: [bruno, anna], amount: 700, reference: 'ORD-9' });
    const copy = await owner.deals.clone({ key: deal.id });
    expect(copy).toMatchObject({ title: 'Bruno', amount: 700, reference: null, stage: deal.stage });
    expect(copy.contacts).toEqual(deal.contacts);
    await owner.deals.move({ id: deal.id, stageId: stageOf(sales, 'Won') });
    expect(await owner.deals.clone({ key: deal.id })).toMatchObject({
      stage: { name: 'Contacted' },
      closedAt: null,
      closeDate: null,
    });
  });

  it('Deleted deals cannot be recovered', async () => {
    const made = [];
    for (let i = 0; i < 3; i++) made.push((await owner.deals.create({ contactIds: [anna] })).id);
    await owner.deals.delete({ key: made[0]! });
    await expect(owner.deals.get({ key: made[0]! })).rejects.toMatchObject({ code: 'not_found' });
    expect(await owner.deals.deleteMany({ ids: made })).toEqual({ affected: 2 });
    expect((await events(made[0]!)).map((event) => event.name)).toEqual(['deal.created', 'deal.deleted']);
    const { items } = await owner.audit.list({});
    expect(items[0]).toMatchObject({ action: 'deal.deleted', details: { count: 2 } });
  });

  it('From a contact, you can view open and closed deals and create one linked to it', async () => {
    const { id } = await owner.contacts.create({ phone: '+393331119999', firstName: 'Carla' });
    const first = await owner.deals.create({ contactIds: [id] });
    const second = await owner.deals.create({ contactIds: [bruno, id] });
    await owner.deals.move({ id: first.id, stageId: stageOf(sales, 'Lost') });
    const { open, closed } = await owner.deals.ofContact({ contactId: id });
    expect(open.map((deal) => deal.id)).toEqual([second.id]);
    expect(closed.map((deal) => deal.id)).toEqual([first.id]);
    await expect(owner.deals.ofContact({ contactId: newId() })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('who may', () => {
  it('Chat operator: no access; administrator and account owner: full access', async () => {
    const operator = await workspace.client('chat_operator');
    await expect(operator.deals.list({})).rejects.toMatchObject({ code: 'forbidden' });
    await expect(operator.pipelines.list({})).rejects.toMatchObject({ code: 'forbidden' });
    for (const role of ['owner', 'administrator'] as const) {
      const client = await workspace.client(role);
      const made = await client.pipelines.create({ name: `Of the ${role}` });
      const deal = await client.deals.create({ contactIds: [anna], pipelineId: made.id });
      await client.deals.delete({ key: deal.id });
      await client.pipelines.delete({ id: made.id });
    }
  });

  it('a chat manager works with deals and does not configure them', async () => {
    const manager = await workspace.client('chat_manager');
    const deal = await manager.deals.create({ contactIds: [anna] });
    await manager.deals.update({ key: deal.id, amount: 100 });
    await expect(manager.pipelines.create({ name: 'Mine' })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('two people at once', () => {
  it('who writes on top of a newer version is told', async () => {
    const deal = await owner.deals.create({ contactIds: [anna] });
    await owner.deals.update({ key: deal.id, amount: 1, version: deal.version });
    await expect(
      owner.deals.update({ key: deal.id, amount: 2, version: deal.version }),
    ).rejects.toMatchObject({
      code: 'deal_changed',
      details: { version: deal.version + 1 },
    });
  });
});
