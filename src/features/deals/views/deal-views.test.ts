// Views of deals: kept beside those of the inbox, and what they name that is gone.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.ts';
import { createWorkspace, testServices } from '../../../../test/support/workspace.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('are one’s own or the team’s, apart from those of the inbox, and say what is gone', async () => {
  const workspace = await createWorkspace(testServices(database));
  const owner = await workspace.client();
  const manager = await workspace.client('chat_manager');
  const operator = await workspace.client('chat_operator');
  const stages = [{ name: 'First', probability: 10 }];
  const pipeline = await owner.pipelines.create({ name: 'Sales', stages });

  const own = await manager.dealViews.create({ name: 'Mine', filter: { ownerId: ['me'], state: 'open' } });
  expect(own).toMatchObject({ scope: 'mine', gone: [], filter: { page: 'list', ownerId: ['me'] } });
  // The same name is free in the inbox.
  await manager.inboxViews.create({ name: 'Mine', filter: { show: 'mine' } });
  const team = await manager.dealViews.create({
    name: 'Late',
    scope: 'team',
    filter: { page: 'board', pipelineId: [pipeline.id], activity: 'overdue' },
  });
  const names = async (client: typeof owner) =>
    (await client.dealViews.list({})).items.map(({ name }) => name);
  expect(await names(manager)).toEqual(['Mine', 'Late']);
  expect(await names(owner)).toEqual(['Late']);
  expect((await manager.inboxViews.list({})).items).toMatchObject([{ name: 'Mine' }]);
  await expect(operator.dealViews.list({})).rejects.toMatchObject({ code: 'forbidden' });
  await expect(owner.inboxViews.update({ id: team.id, name: 'x' })).rejects.toMatchObject({
    code: 'not_found',
  });

  await owner.pipelines.delete({ id: pipeline.id });
  expect((await owner.dealViews.list({})).items).toMatchObject([{ name: 'Late', gone: [pipeline.id] }]);
  await owner.dealViews.delete({ id: team.id });
  expect(await names(owner)).toEqual([]);
  expect((await owner.audit.list({})).items.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['deal_view.created', 'deal_view.deleted']),
  );
});
