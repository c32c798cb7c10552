// Views of the inbox: one's own and the team's, what they name, who may change them.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MOST_VIEWS } from '#features/views/views.contract.ts';
import { newId } from '#kit/ids.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.ts';
import {
  type Client,
  clientFor,
  createWorkspace,
  type TestWorkspace,
  testServices,
} from '../../../../test/support/workspace.ts';

let database: TestDatabase;
let services: ReturnType<typeof testServices>;
let workspace: TestWorkspace;
let owner: Client;
let operator: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  services = testServices(database);
  workspace = await createWorkspace(services);
  owner = await workspace.client();
  operator = await workspace.client('chat_operator');
});
afterAll(() => database.drop());

const listed = async (client: Client) =>
  (await client.inboxViews.list({})).items.map(({ name, scope }) => [name, scope]);

it('one’s own are seen by nobody else; the team’s by everybody, changed by who distributes chats', async () => {
  const own = await operator.inboxViews.create({ name: 'Da leggere', filter: { show: 'unread' } });
  const team = await owner.inboxViews.create({
    name: 'In attesa',
    scope: 'team',
    filter: { show: 'waiting', consent: ['subscribed'], window: ['closing'] },
  });
  expect(own).toMatchObject({ scope: 'mine', filter: { show: 'unread' }, gone: [] });
  expect(await listed(operator)).toEqual([
    ['Da leggere', 'mine'],
    ['In attesa', 'team'],
  ]);
  expect(await listed(owner)).toEqual([['In attesa', 'team']]);

  const refused = { code: 'forbidden' };
  const unseen = { code: 'not_found' };
  await expect(
    operator.inboxViews.create({ name: 'Per tutti', scope: 'team', filter: { show: 'mine' } }),
  ).rejects.toMatchObject(refused);
  await expect(operator.inboxViews.update({ id: team.id, name: 'Altro' })).rejects.toMatchObject(refused);
  await expect(operator.inboxViews.update({ id: own.id, scope: 'team' })).rejects.toMatchObject(refused);
  await expect(operator.inboxViews.delete({ id: team.id })).rejects.toMatchObject(refused);
  await expect(operator.inboxViews.reorder({ scope: 'team', ids: [team.id] })).rejects.toMatchObject(refused);
  await expect(owner.inboxViews.update({ id: own.id, name: 'Mia' })).rejects.toMatchObject(unseen);
  await expect(owner.inboxViews.delete({ id: own.id })).rejects.toMatchObject(unseen);

  const { items } = await owner.audit.list({});
  expect(items.filter((entry) => entry.action === 'inbox_view.created')).toMatchObject([
    { subjectId: team.id, details: { name: 'In attesa' } },
  ]);
});

it('are renamed, given another filter and to the team, put in order, and deleted', async () => {
  const manager = await workspace.client('chat_manager');
  const make = (name: string) => manager.inboxViews.create({ name, filter: { show: 'mine' } });
  const [a, b, c] = [await make('Alfa'), await make('Beta'), await make('Gamma')];
  const mine = async () =>
    (await manager.inboxViews.list({})).items.filter(({ scope }) => scope === 'mine').map(({ name }) => name);

  await expect(make('ALFA')).rejects.toMatchObject({ code: 'bad_input', fields: [{ path: 'name' }] });
  await expect(manager.inboxViews.update({ id: b.id, name: 'alfa' })).rejects.toMatchObject({
    fields: [{ path: 'name' }],
  });
  const changed = await manager.inboxViews.update({ id: b.id, name: 'Delta', filter: { show: 'closed' } });
  expect(changed).toMatchObject({ name: 'Delta', filter: { show: 'closed' } });

  await manager.inboxViews.reorder({ scope: 'mine', ids: [c.id, a.id, b.id] });
  expect(await mine()).toEqual(['Gamma', 'Alfa', 'Delta']);
  await expect(manager.inboxViews.reorder({ scope: 'mine', ids: [c.id, a.id] })).rejects.toMatchObject({
    code: 'bad_input',
  });

  expect(await manager.inboxViews.update({ id: c.id, scope: 'team' })).toMatchObject({ scope: 'team' });
  expect(await mine()).toEqual(['Alfa', 'Delta']);
  // The same name is free on the other side.
  expect(await make('Gamma')).toMatchObject({ scope: 'mine' });
  await manager.inboxViews.delete({ id: a.id });
  expect(await mine()).toEqual(['Delta', 'Gamma']);
});

it('say what they name and is no longer there, and go on working', async () => {
  const tag = await owner.tags.create({ name: 'Effimera' });
  const list = await owner.lists.create({ name: 'Che resta' });
  const stranger = newId();
  const { id } = await owner.inboxViews.create({
    name: 'Con resti',
    filter: { show: 'any', tagIds: [tag.id], listIds: [list.id], assigneeIds: ['nobody', stranger] },
  });
  const view = async () => (await owner.inboxViews.list({})).items.find((one) => one.id === id)!;
  expect((await view()).gone).toEqual([stranger]);
  await owner.tags.delete({ id: tag.id });
  expect((await view()).gone).toEqual([tag.id, stranger]);
  const { filter } = await view();
  expect((await owner.conversations.list(filter)).items).toEqual([]);
});

it('of one who left the workspace are gone, and there is an end to their number', async () => {
  const caller = await workspace.caller('chat_operator');
  const leaving = clientFor(services, caller);
  await leaving.inboxViews.create({ name: 'Mia', filter: { show: 'mine' } });
  await owner.members.remove({ userId: caller.userId! });
  const left = await workspace.run(({ tx }) =>
    tx.selectFrom('saved_views').select('id').where('user_id', '=', caller.userId!).execute(),
  );
  expect(left).toEqual([]);

  const busy = await workspace.client('chat_operator');
  for (let at = 0; at < MOST_VIEWS; at += 1)
    await busy.inboxViews.create({ name: `Vista ${at}`, filter: { show: 'mine' } });
  await expect(
    busy.inboxViews.create({ name: 'Una di troppo', filter: { show: 'mine' } }),
  ).rejects.toMatchObject({
    code: 'views_too_many',
  });
});
