// Removing the demo workspace: everything of it goes, nothing of another workspace does.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from './support/test-database.ts';
import { createWorkspace, testServices } from './support/workspace.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('takes all its rows and leaves a real workspace alone', async () => {
  const services = testServices(database);
  const [demo, real] = [await createWorkspace(services, 'Demo'), await createWorkspace(services, 'Real')];
  await services.db.kysely
    .updateTable('workspaces')
    .set({ is_demo: true })
    .where('id', '=', demo.id)
    .execute();
  for (const workspace of [demo, real]) {
    const client = await workspace.client('owner');
    const list = await client.lists.create({ name: 'Customers' });
    const tag = await client.tags.create({ name: 'VIP' });
    const contact = { phone: '+393471234567', firstName: 'Giulia', tagIds: [tag.id], listIds: [list.id] };
    await client.contacts.create(contact);
  }
  await expect((await real.client('owner')).workspaces.removeDemo()).rejects.toMatchObject({
    code: 'workspace_real',
  });
  await expect((await demo.client('chat_manager')).workspaces.removeDemo()).rejects.toMatchObject({
    code: 'forbidden',
  });

  await (await demo.client('administrator')).workspaces.removeDemo();

  const { rows: tables } = await sql<{ name: string }>`
    select distinct table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'workspace_id'`.execute(services.db.kysely);
  expect(tables.length).toBeGreaterThan(20);
  for (const { name } of tables) {
    const count = (id: string) =>
      services.db.inWorkspace(id, async (tx) => {
        const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(tx);
        return rows[0]!.n;
      });
    expect(await count(demo.id), name).toBe(0);
  }
  expect((await (await real.client('owner')).contacts.list({})).items).toHaveLength(1);
});
