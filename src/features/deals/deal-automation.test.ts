// Automations, sentence by sentence of the deals guide: what deals tell, and what may be done with them.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kit/ids.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import {
  type Client,
  createWorkspace,
  type TestWorkspace,
  testServices,
} from '../../../test/support/workspace.ts';
import { createDeal, updateDeal } from './deals.ts';
import type { DealCall } from './deals.types.ts';
import type { Pipeline } from './pipelines.contract.ts';

let database: TestDatabase;
let workspace: TestWorkspace;
let owner: Client;
let anna: string;
let bruno: string;
let sales: Pipeline;

beforeAll(async () => {
  database = await createTestDatabase();
  workspace = await createWorkspace(testServices(database));
  owner = await workspace.client('owner');
  anna = (await owner.contacts.create({ phone: '+393331112233', firstName: 'Anna' })).id;
  bruno = (await owner.contacts.create({ phone: '+393331112244', firstName: 'Bruno' })).id;
  sales = await owner.pipelines.create({ name: 'Sales' });
});
afterAll(() => database.drop());

const stageOf = (kind: 'open' | 'won') => sales.stages.find((stage) => stage.kind === kind)!;

async function told(dealId: string) {
  const { rows } = await workspace.run((call) =>
    sql<{ name: string; payload: Record<string, unknown> }>`
      select name, payload from events where workspace_id = ${call.workspaceId} and subject_id = ${dealId}
      order by id`.execute(call.tx),
  );
  return rows;
}

describe('Automations can be triggered by', () => {
  it('Deal creation, deal updates, stage changes, contact added to or removed from a deal, each with before and after', async () => {
    const { id } = await owner.deals.create({ contactIds: [anna], amount: 100 });
    await owner.deals.update({ key: id, amount: 200, contactIds: [anna, bruno] });
    await owner.deals.move({ id, stageId: stageOf('won').id });
    await owner.deals.update({ key: id, contactIds: [bruno] });
    await owner.deals.update({ key: id, amount: 200 });
    const [one, two, both] = [[anna], [bruno], [anna, bruno]].map((contactIds) => ({ contactIds }));
    expect(await told(id)).toMatchObject([
      { name: 'deal.created', payload: { deal: { ...one, amount: 100 } } },
      {
        name: 'deal.updated',
        payload: {
          before: { ...one, amount: 100 },
          deal: { ...both, amount: 200 },
          changes: [{ field: 'amount', from: { value: '100' }, to: { value: '200' } }],
        },
      },
      { name: 'deal.contact_added', payload: { contactId: bruno, before: one, deal: both } },
      { name: 'deal.updated', payload: { before: { closedAt: null } } },
      {
        name: 'deal.stage_changed',
        payload: {
          before: { stage: { kind: 'open' }, closedAt: null },
          deal: { stage: { kind: 'won', probability: 100 }, closedAt: expect.any(String) },
        },
      },
      { name: 'deal.contact_removed', payload: { contactId: anna, before: both, deal: two } },
    ]);
  });
});

it('Triggers provide dynamic fields related to deals, contacts, pipelines, stages, amounts, and dates', async () => {
  const { id, createdAt } = await owner.deals.create({
    ...{ title: 'Kitchen', reference: 'ORD-7', contactIds: [anna, bruno] },
    ...{ amount: 125_050, currency: 'EUR', closeDate: '2030-01-31' },
  });
  const [created] = await told(id);
  expect(created!.payload.deal).toMatchObject({
    ...{ title: 'Kitchen', reference: 'ORD-7', contactIds: [anna, bruno], lostReason: null },
    pipeline: { id: sales.id, name: 'Sales' },
    stage: { id: stageOf('open').id, name: stageOf('open').name, kind: 'open' },
    owner: { name: expect.any(String) },
    ...{ amount: 125_050, currency: 'EUR' },
    ...{ closeDate: '2030-01-31', createdAt, closedAt: null },
  });
});

describe('Available actions', () => {
  /** What an automation has: no person behind it. */
  const automation = (call: DealCall) => ({
    ...call,
    userId: null,
    actor: { kind: 'automation' as const, id: newId(), name: 'Quote asked for' },
  });

  it('Create deal: for an automation, which says whose it is', async () => {
    const ownerId = (await owner.deals.list({ limit: 1 })).items[0]!.owner!.userId;
    const made = await workspace.run((call) =>
      createDeal(automation(call), { contactIds: [bruno], ownerId, reference: 'ORD-8' }),
    );
    expect(await owner.deals.get({ key: made.id })).toMatchObject({
      title: 'Bruno',
      createdBy: { kind: 'automation', name: 'Quote asked for' },
    });
  });

  it('Update deal: found by its id or its reference', async () => {
    const { id } = await owner.deals.get({ key: 'ORD-8' });
    await workspace.run((call) => updateDeal(automation(call), id, { amount: 100, currency: 'EUR' }));
    await workspace.run((call) => updateDeal(automation(call), 'ord-8', { stageId: stageOf('won').id }));
    expect(await owner.deals.get({ key: id })).toMatchObject({ amount: 100, stage: { kind: 'won' } });
    const { items } = await owner.deals.timeline({ key: id });
    expect(items.map(({ kind, actor }) => [kind, actor.name])).toEqual([
      ['moved', 'Quote asked for'],
      ['changed', 'Quote asked for'],
      ['created', 'Quote asked for'],
    ]);
    await expect(
      workspace.run((call) => updateDeal(automation(call), 'ORD-404', { amount: 1 })),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});
