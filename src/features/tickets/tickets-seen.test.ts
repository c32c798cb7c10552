// Who sees which tickets, in every door; who gets mails of them; what becomes of them when contacts and people go.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#kit/ids.ts';
import type { Mail } from '#kit/mail.ts';
import type { Caller } from '#operations/call.ts';
import { openConversation } from '../../../test/support/conversation.ts';
import { runJobs } from '../../../test/support/jobs.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import {
  addPerson,
  type Client,
  clientFor,
  createWorkspace,
  type TestWorkspace,
  testServices,
} from '../../../test/support/workspace.ts';
import { mailDigest } from './mails/mail-digest.ts';
import { foldTallies } from './ticket-tallies.store.ts';

let database: TestDatabase;
let services: ReturnType<typeof testServices>;
let workspace: TestWorkspace;
let owner: Client;
let giulia: Caller;
let marco: Caller;
let operator: Client;
const contacts: string[] = [];
const chats: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  services = testServices(database);
  workspace = await createWorkspace(services);
  giulia = await workspace.caller('owner');
  marco = await workspace.caller('chat_operator');
  owner = clientFor(services, giulia);
  operator = clientFor(services, marco);
  for (let i = 0; i < 3; i++)
    contacts.push((await owner.contacts.create({ phone: `+39333555000${i}`, firstName: `Cliente ${i}` })).id);
  for (const contactId of contacts) chats.push(await openConversation(workspace, contactId));
  await owner.conversations.assign({ id: chats[0]!, userIds: [marco.userId!] });
});
afterAll(() => database.drop());

describe('a chat operator', () => {
  it('sees tickets that they own or whose chat is assigned to them, in every door', async () => {
    const ofChat = await owner.tickets.create({ title: 'Chat assigned', contactId: contacts[0]! });
    const own = await owner.tickets.create({
      title: 'Owned',
      contactId: contacts[1]!,
      ownerId: marco.userId,
    });
    const hidden = await owner.tickets.create({
      title: 'Hidden away',
      contactId: contacts[1]!,
      reference: 'SECRET-1',
    });
    const ids = [ofChat.id, own.id];
    const listed = async (filter: Parameters<Client['tickets']['list']>[0]) =>
      (await operator.tickets.list(filter)).items.map((ticket) => ticket.id).sort();
    expect(await listed({})).toEqual(ids.toSorted());
    for (const filter of [
      { search: 'hidden' },
      { reference: 'SECRET-1' },
      { contactId: contacts[1]!, ownerId: 'none' },
    ] as const)
      expect(await listed(filter)).toEqual([]);
    expect(await operator.tickets.count({})).toEqual({ count: 2 });
    expect(await operator.tickets.report({})).toMatchObject({
      count: 2,
      byCategory: [{ count: 2, share: 1 }],
    });
    const gone = { code: 'not_found' };
    for (const key of [hidden.id, 'secret-1']) {
      await expect(operator.tickets.get({ key })).rejects.toMatchObject(gone);
      await expect(operator.tickets.timeline({ key })).rejects.toMatchObject(gone);
      await expect(operator.tickets.update({ key, title: 'x' })).rejects.toMatchObject(gone);
      await expect(operator.tickets.note({ key, note: 'x' })).rejects.toMatchObject(gone);
    }
    expect(await operator.tickets.changeMany({ ids: [hidden.id, own.id], status: 'pending' })).toEqual({
      affected: 1,
    });
    expect((await owner.tickets.get({ key: hidden.id })).status.code).toBe('open');
    await expect(operator.tickets.delete({ key: own.id })).rejects.toMatchObject({ code: 'forbidden' });
    // The chat beside a ticket is shown to whom it is assigned only.
    expect((await operator.tickets.get({ key: own.id })).conversationId).toBeNull();
    expect((await operator.tickets.get({ key: ofChat.id })).conversationId).toBe(chats[0]);
  });

  it('opens tickets for people whom they may see, and keeps sight of them', async () => {
    await expect(operator.tickets.create({ title: 'x', contactId: contacts[1]! })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(
      operator.tickets.create({ title: 'x', contactPhone: '+393335550001' }),
    ).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(operator.tickets.create({ title: 'x', conversationId: chats[1]! })).rejects.toMatchObject({
      code: 'not_found',
    });
    const ticket = await operator.tickets.create({ title: 'Mine', conversationId: chats[0]! });
    expect(ticket).toMatchObject({ contact: { id: contacts[0] }, owner: { userId: marco.userId } });
    await expect(
      owner.tickets.create({ title: 'x', contactId: contacts[2]!, conversationId: chats[0]! }),
    ).rejects.toMatchObject({ fields: [{ path: 'conversationId' }] });
  });
});

it('another workspace finds none of them, by id or by reference', async () => {
  const away = await (await createWorkspace(services, 'Elsewhere')).client();
  for (const { id, reference } of (await owner.tickets.list({})).items)
    for (const key of [id, reference])
      await expect(away.tickets.get({ key })).rejects.toMatchObject({ code: 'not_found' });
  expect(await away.tickets.changeMany({ ids: [newId()], status: 'closed' })).toEqual({ affected: 0 });
  expect((await away.tickets.report({})).count).toBe(0);
});

describe('mails', () => {
  it('tell each member once, in their language, what others did to tickets that they may see', async () => {
    await mailsOf(async () => {});
    const italian = await addPerson(services, workspace.id, 'chat_manager');
    const silent = await addPerson(services, workspace.id, 'administrator');
    await database.db.kysely
      .updateTable('users')
      .set({ language: 'it' })
      .where('id', '=', italian.userId)
      .execute();
    await clientFor(services, silent).session.update({ ticketMails: false });
    const sent = await mailsOf(async () => {
      const seen = await owner.tickets.create({ title: 'Zip rotta', contactId: contacts[0]! });
      const unseen = await owner.tickets.create({ title: 'Altro', contactId: contacts[2]! });
      for (let i = 0; i < 20; i++)
        await owner.tickets.update({
          key: seen.id,
          priority: i % 2 ? 'low' : 'high',
          status: i % 2 ? 'open' : 'pending',
        });
      await owner.tickets.update({ key: unseen.id, status: 'resolved' });
      await owner.tickets.note({ key: unseen.id, note: 'not told' });
    });
    expect(sent.map((mail) => mail.to).sort()).toEqual(
      [`${italian.userId}@example.com`, `${marco.userId}@example.com`].sort(),
    );
    const toItalian = sent.find((mail) => mail.to.startsWith(italian.userId!))!;
    expect(toItalian.subject).toBe('2 ticket aperti o modificati');
    expect(toItalian.text).toContain('Zip rotta');
    expect(toItalian.text).toContain('Stato: Aperto → Risolto');
    const toMarco = sent.find((mail) => mail.to.startsWith(marco.userId!))!;
    expect(toMarco.subject).toMatch(/^New ticket: Zip rotta/);
    expect(toMarco.text).not.toContain('Altro');
    // Who belongs to several workspaces is led into the right one.
    expect(toMarco.text).toMatch(new RegExp(`/tickets/[0-9a-f-]{36}\\?workspace=${workspace.id}`));
    expect(toItalian.text).toContain(`/tickets?sort=-updated&workspace=${workspace.id}`);
    expect(await mailsOf(async () => {})).toEqual([]);
  });
});

/** The mails about what `work` does. */
async function mailsOf(work: () => Promise<void>): Promise<Mail[]> {
  await work();
  await workspace.run((call) => mailDigest(call, 500));
  services.sent.length = 0;
  await runJobs(database, services);
  return [...services.sent];
}

describe('the report', () => {
  it('is what the tickets themselves say, through changes, folding, deletion and a workspace that goes', async () => {
    const category = await owner.ticketCategories.create({ name: 'Delivery' });
    const compare = async () => {
      const report = await owner.tickets.report({});
      const { rows } = await workspace.run((call) =>
        sql<{
          status: string;
          priority: string;
          category: string | null;
          closed: boolean;
          seconds: number | null;
        }>`
          select status, priority, category_id as category, closed_at is not null as closed,
            extract(epoch from closed_at - created_at)::float8 as seconds
          from tickets where workspace_id = ${call.workspaceId}`.execute(call.tx),
      );
      expect(report.count).toBe(rows.length);
      expect((await owner.tickets.count({})).count).toBe(rows.length);
      for (const { status, count } of report.byStatus)
        expect(count, status.code).toBe(rows.filter((row) => row.status === status.code).length);
      for (const { priority, count } of report.byPriority)
        expect(count, priority).toBe(rows.filter((row) => row.priority === priority).length);
      for (const { category: one, count } of report.byCategory)
        expect(count).toBe(rows.filter((row) => row.category === (one?.id ?? null)).length);
      const closed = rows.filter((row) => row.closed);
      expect(report.closing.all.closed).toBe(closed.length);
      const mean = closed.reduce((sum, row) => sum + row.seconds!, 0) / closed.length;
      expect(report.closing.all.seconds).toBeCloseTo(mean, 2);
      expect(report.byCategory.reduce((sum, row) => sum + row.share, 0)).toBeCloseTo(1);
    };
    await compare();
    const { items } = await owner.tickets.list({ limit: 200 });
    await owner.tickets.changeMany({
      ids: items.slice(0, 3).map((one) => one.id),
      categoryId: category.id,
      status: 'closed',
    });
    await compare();
    while ((await foldTallies(services.db, 1)) === 1);
    await compare();
    await owner.tickets.update({ key: items[0]!.id, status: 'open', priority: 'urgent' });
    await owner.tickets.delete({ key: items[1]!.id });
    await compare();
    expect(await owner.tickets.report({ categoryId: category.id })).toMatchObject({ count: 2 });
    expect(await owner.tickets.report({ from: '2020-01-01', to: '2020-12-31' })).toMatchObject({
      count: 0,
      closing: { all: { seconds: null } },
    });
    await expect(owner.tickets.report({ from: '2026-02-02', to: '2026-02-01' })).rejects.toMatchObject({
      code: 'bad_input',
    });
    await owner.ticketCategories.delete({ id: category.id });
    await compare();
  });
});

describe('when others go', () => {
  it('a merged contact’s tickets move with their chats, a deleted one’s go, a removed member owns none', async () => {
    const twin = await owner.contacts.create({ phone: '+393335550099', firstName: 'Twin' });
    const moved = await owner.tickets.create({ title: 'Moves', contactId: twin.id, ownerId: marco.userId });
    await owner.contacts.merge({ id: contacts[2]!, otherId: twin.id });
    expect((await owner.tickets.get({ key: moved.id })).contact.id).toBe(contacts[2]);
    await owner.members.remove({ userId: marco.userId! });
    expect((await owner.tickets.get({ key: moved.id })).owner).toBeNull();
    const before = (await owner.tickets.count({})).count;
    const of = (await owner.tickets.list({ contactId: contacts[2]!, limit: 200 })).items.length;
    await owner.contacts.delete({ id: contacts[2]! });
    await runJobs(database, services);
    expect((await owner.tickets.count({})).count).toBe(before - of);
  });

  it('a workspace goes with everything', async () => {
    await workspace.run((call) => call.tx.deleteFrom('workspaces').where('id', '=', workspace.id).execute());
    const { rows } = await workspace.run((call) => sql`select 1 from ticket_tallies`.execute(call.tx));
    expect(rows).toEqual([]);
  });
});
