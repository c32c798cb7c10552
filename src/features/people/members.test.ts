// Members and roles: who may change whom, and that an owner always stays.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import {
  clientFor,
  createWorkspace,
  type TestWorkspace,
  testServices,
} from '../../../test/support/workspace.ts';

let database: TestDatabase;
let services: ReturnType<typeof testServices>;
let workspace: TestWorkspace;

beforeAll(async () => {
  database = await createTestDatabase();
  services = testServices(database);
});
beforeEach(async () => {
  workspace = await createWorkspace(services);
});
afterAll(() => database.drop());

async function person(role: 'owner' | 'administrator' | 'chat_manager' | 'chat_operator') {
  const caller = await workspace.caller(role);
  return { id: caller.userId!, client: clientFor(services, caller) };
}

describe('members', () => {
  it('are listed in pages', async () => {
    const owner = await person('owner');
    for (let i = 0; i < 4; i++) await person('chat_operator');
    const first = await owner.client.members.list({ limit: 3 });
    const second = await owner.client.members.list({ limit: 3, cursor: first.nextCursor! });
    expect(first.items.map((m) => m.role)).toEqual(['owner', 'chat_operator', 'chat_operator']);
    expect(second.items).toHaveLength(2);
    expect(second.nextCursor).toBeNull();
    await expect(owner.client.members.list({ cursor: 'nonsense' })).rejects.toMatchObject({
      code: 'bad_input',
    });
  });

  it('change roles, noted in the audit log', async () => {
    const [owner, operator] = [await person('owner'), await person('chat_operator')];
    const changed = await owner.client.members.changeRole({ userId: operator.id, role: 'chat_manager' });
    expect(changed).toMatchObject({ userId: operator.id, role: 'chat_manager' });
    const { items } = await owner.client.audit.list({});
    expect(items[0]).toMatchObject({
      action: 'member.role_changed',
      actor: { kind: 'person', id: owner.id },
      subjectId: operator.id,
      details: { from: 'chat_operator', to: 'chat_manager' },
    });
  });

  it('who are owners are touched by owners only', async () => {
    const [owner, other, administrator] = [
      await person('owner'),
      await person('owner'),
      await person('administrator'),
    ];
    const refusal = { code: 'forbidden' };
    const { members } = administrator.client;
    await expect(members.changeRole({ userId: owner.id, role: 'administrator' })).rejects.toMatchObject(
      refusal,
    );
    await expect(members.changeRole({ userId: administrator.id, role: 'owner' })).rejects.toMatchObject(
      refusal,
    );
    await expect(members.remove({ userId: owner.id })).rejects.toMatchObject(refusal);
    await expect(
      administrator.client.invitations.create({ email: 'new@example.com', role: 'owner' }),
    ).rejects.toMatchObject(refusal);
    await owner.client.members.remove({ userId: other.id });
    expect((await owner.client.members.list({})).items.map((m) => m.userId)).not.toContain(other.id);
  });

  it('keep the last owner', async () => {
    const owner = await person('owner');
    const refusal = { code: 'last_owner' };
    const { members } = owner.client;
    await expect(members.remove({ userId: owner.id })).rejects.toMatchObject(refusal);
    await expect(members.changeRole({ userId: owner.id, role: 'administrator' })).rejects.toMatchObject(
      refusal,
    );
  });

  it('keep one owner also when two demote each other at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      workspace = await createWorkspace(services);
      const [one, two] = [await person('owner'), await person('owner')];
      const results = await Promise.allSettled([
        one.client.members.changeRole({ userId: two.id, role: 'administrator' }),
        two.client.members.changeRole({ userId: one.id, role: 'administrator' }),
      ]);
      expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    }
  });

  it('of another workspace cannot be reached', async () => {
    const owner = await person('owner');
    const elsewhere = await (await createWorkspace(services)).caller('chat_operator');
    await expect(owner.client.members.remove({ userId: elsewhere.userId! })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('the workspace', () => {
  it('changes its settings', async () => {
    const { client } = await person('owner');
    const changed = await client.workspaces.update({
      name: ' Bottega Blu ',
      country: 'es',
      timeZone: 'Europe/Madrid',
    });
    expect(changed).toMatchObject({
      name: 'Bottega Blu',
      country: 'ES',
      timeZone: 'Europe/Madrid',
      language: 'en',
    });
    expect(await client.workspaces.get({})).toEqual(changed);
  });

  it('refuses countries and time zones that do not exist', async () => {
    const { client } = await person('owner');
    await expect(client.workspaces.update({ country: 'QX' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(client.workspaces.update({ timeZone: 'Europe/Atlantis' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});
