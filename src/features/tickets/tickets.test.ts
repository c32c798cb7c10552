// Tickets through the typed client on a real database: opening, finding, changing, settings, figures, who sees what.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shiftClock } from '#kit/clock.ts';
import { newId } from '#kit/ids.ts';
import { encodeCursor } from '#kit/paging.ts';
import type { Caller } from '#operations/call.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import {
  type Client,
  clientFor,
  createWorkspace,
  type TestWorkspace,
  testServices,
} from '../../../test/support/workspace.ts';
import { TICKET_SORTS, type TicketSort } from './tickets.contract.ts';
import { openTicket, updateTicket } from './tickets.ts';

let database: TestDatabase;
let services: ReturnType<typeof testServices>;
let workspace: TestWorkspace;
let giulia: Caller;
let owner: Client;
let anna: string;

beforeAll(async () => {
  database = await createTestDatabase();
  services = testServices(database);
  workspace = await createWorkspace(services);
  giulia = await workspace.caller('owner');
  owner = clientFor(services, giulia);
  anna = (await owner.contacts.create({ phone: '+393331112233', firstName: 'Anna', lastName: 'Verdi' })).id;
});
afterAll(async () => {
  shiftClock(0);
  await database.drop();
});

const year = new Date().toLocaleDateString('en', { year: 'numeric', timeZone: 'Europe/Rome' });
const events = async (ticketId: string) =>
  (
    await workspace.run((call) =>
      sql<{ name: string; payload: Record<string, unknown> }>`
        select name, payload from events where workspace_id = ${call.workspaceId} and subject_id = ${ticketId}
        order by id`.execute(call.tx),
    )
  ).rows;

describe('opening', () => {
  it('gives defaults, a reference of its own, and tells it', async () => {
    const ticket = await owner.tickets.create({ title: ' Belt too short ', contactId: anna });
    expect(ticket).toMatchObject({
      title: 'Belt too short',
      priority: 'medium',
      status: { code: 'open', name: 'Open', renamed: false, macroState: 'in_progress' },
      category: null,
      owner: null,
      contact: { id: anna, name: 'Anna Verdi', phone: '+393331112233' },
      closedAt: null,
      openedBy: { kind: 'person' },
    });
    expect(ticket.reference).toMatch(new RegExp(`^T-${year}-\\d{6}$`));
    const next = await owner.tickets.create({ title: 'Second', contactId: anna });
    expect(Number(next.reference.slice(-6))).toBe(Number(ticket.reference.slice(-6)) + 1);
    expect((await events(ticket.id)).map((event) => event.name)).toEqual(['ticket.created']);
    expect((await owner.tickets.timeline({ key: ticket.id })).items).toMatchObject([{ kind: 'opened' }]);
  });

  it('takes a reference once, whatever the case, and passes over one given by hand', async () => {
    const [latest] = (await owner.tickets.list({ sort: '-reference', search: `T-${year}` })).items;
    const byHand = `t-${year}-${String(Number(latest!.reference.slice(-6)) + 1).padStart(6, '0')}`;
    await owner.tickets.create({ title: 'By hand', contactId: anna, reference: byHand });
    await expect(
      owner.tickets.create({ title: 'Again', contactId: anna, reference: byHand.toUpperCase() }),
    ).rejects.toMatchObject({ code: 'reference_taken', status: 409 });
    const next = await owner.tickets.create({ title: 'Next', contactId: anna });
    expect(Number(next.reference.slice(-6))).toBe(Number(byHand.slice(-6)) + 1);
  });

  it('finds the contact by phone, or makes one', async () => {
    const known = await owner.tickets.create({ title: 'By phone', contactPhone: '333 111 2233' });
    expect(known.contact.id).toBe(anna);
    const made = await owner.tickets.create({ title: 'New person', contactPhone: '+39 333 999 8877' });
    expect(await owner.contacts.get({ id: made.contact.id })).toMatchObject({ phone: '+393339998877' });
    await expect(owner.tickets.create({ title: 'x', contactPhone: 'nobody' })).rejects.toMatchObject({
      code: 'bad_input',
    });
    await expect(owner.tickets.create({ title: 'x' })).rejects.toThrow();
  });

  it('refuses what is not there', async () => {
    await expect(owner.tickets.create({ title: 'x', contactId: newId() })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(
      owner.tickets.create({ title: 'x', contactId: anna, status: 'nowhere', ownerId: newId() }),
    ).rejects.toMatchObject({
      fields: [{ path: 'status' }, { path: 'ownerId' }],
    });
  });

  it('gives many at once references of their own', async () => {
    const made = await Promise.all(
      Array.from({ length: 8 }, (_, i) => owner.tickets.create({ title: `At once ${i}`, contactId: anna })),
    );
    expect(new Set(made.map((ticket) => ticket.reference)).size).toBe(8);
  });
});

describe('changing', () => {
  it('keeps what is left out and writes before and after', async () => {
    const { id, reference } = await owner.tickets.create({ title: 'Invoice', contactId: anna });
    const category = await owner.ticketCategories.create({ name: 'Billing' });
    const changed = await owner.tickets.update({
      key: reference.toLowerCase(),
      status: 'pending',
      categoryId: category.id,
      ownerId: giulia.userId,
    });
    expect(changed).toMatchObject({
      id,
      title: 'Invoice',
      status: { code: 'pending' },
      category: { name: 'Billing' },
    });
    const [entry] = (await owner.tickets.timeline({ key: id })).items;
    expect(entry).toMatchObject({
      kind: 'changed',
      changes: [
        { field: 'status', from: { name: 'Open' }, to: { value: 'pending', name: 'Pending' } },
        { field: 'category', from: null, to: { name: 'Billing' } },
        { field: 'owner', from: null, to: { value: giulia.userId } },
      ],
    });
    await owner.tickets.update({ key: id, status: 'pending' });
    expect((await owner.tickets.timeline({ key: id })).items).toHaveLength(2);
    await expect(owner.tickets.update({ key: id })).rejects.toMatchObject({ code: 'bad_input' });
  });

  it('closes with the status, stays closed at its moment, opens again', async () => {
    const { id } = await owner.tickets.create({ title: 'Closing', contactId: anna });
    const resolved = await owner.tickets.update({ key: id, status: 'resolved' });
    expect(resolved.closedAt).not.toBeNull();
    const closed = await owner.tickets.update({ key: id, status: 'closed' });
    expect(closed.closedAt).toBe(resolved.closedAt);
    expect((await owner.tickets.update({ key: id, status: 'waiting' })).closedAt).toBeNull();
    expect((await events(id)).map((event) => event.name)).toEqual([
      'ticket.created',
      'ticket.updated',
      'ticket.closed',
      'ticket.updated',
      'ticket.updated',
      'ticket.reopened',
    ]);
  });

  it('changes several alike, and notes stay with the ticket', async () => {
    const made = [
      await owner.tickets.create({ title: 'One', contactId: anna }),
      await owner.tickets.create({ title: 'Two', contactId: anna, status: 'waiting' }),
    ];
    const ids = made.map((ticket) => ticket.id);
    expect(await owner.tickets.changeMany({ ids, status: 'waiting' })).toEqual({ affected: 1 });
    await owner.tickets.note({ key: ids[0]!, note: 'Courier on Monday' });
    expect((await owner.tickets.timeline({ key: ids[0]! })).items[0]).toMatchObject({
      kind: 'noted',
      note: 'Courier on Monday',
    });
    await owner.tickets.delete({ key: ids[0]! });
    await expect(owner.tickets.get({ key: ids[0]! })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('works for the product itself, by reference', async () => {
    const ticket = await workspace.run((call) =>
      openTicket(call, { title: 'By automation', contactId: anna, description: '', priority: 'urgent' }),
    );
    const after = await workspace.run((call) =>
      updateTicket(call, ticket.reference, { priority: 'low', status: undefined }),
    );
    expect(after).toMatchObject({ id: ticket.id, priority: 'low', status: { code: 'open' } });
  });
});

describe('the list', () => {
  it('sorts by each column both ways, page by page, without losing or repeating any', async () => {
    const { items: known } = await owner.ticketStatuses.list({});
    const closing = known.find((status) => status.macroState === 'closed')!.code;
    for (const title of ['Closed first', 'Closed last']) {
      const { reference: key } = await owner.tickets.create({ title, contactId: anna });
      await owner.tickets.update({ key, status: closing });
    }
    const all = (await owner.tickets.list({ limit: 200 })).items.map((ticket) => ticket.id).sort();
    expect(all.length).toBeGreaterThan(10);
    const orders = TICKET_SORTS.filter((sort) => !sort.startsWith('-'));
    for (const column of orders)
      for (const sort of [column, `-${column}`] as TicketSort[]) {
        const seen: string[] = [];
        for (let cursor: string | undefined; ; ) {
          const page = await owner.tickets.list({ sort, limit: 4, cursor });
          seen.push(...page.items.map((ticket) => ticket.id));
          if (!page.nextCursor) break;
          cursor = page.nextCursor;
        }
        expect(seen.toSorted(), sort).toEqual(all);
      }
    const titles = (await owner.tickets.list({ sort: 'title', limit: 3 })).items.map(
      (ticket) => ticket.title,
    );
    expect(titles).toEqual(titles.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
    expect((await owner.tickets.list({ sort: '-priority', limit: 1 })).items[0]).not.toMatchObject({
      priority: 'low',
    });
    const inOrder = async (sort: TicketSort) => (await owner.tickets.list({ sort, limit: 200 })).items;
    const statuses = known.map((status) => status.code);
    const places = (await inOrder('status')).map((ticket) => statuses.indexOf(ticket.status.code));
    expect(new Set(places).size).toBeGreaterThan(1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const closed = (await inOrder('-closed')).map((ticket) => ticket.closedAt ?? '');
    expect(closed[0]).not.toBe('');
    expect(closed).toEqual(closed.toSorted().reverse());
    const ended = await owner.tickets.list({ sort: 'closed', macroState: 'closed', limit: 200 });
    expect(ended.items.map((ticket) => ticket.closedAt)).toEqual(closed.filter(Boolean).reverse());
    const owners = (await inOrder('-owner')).map((ticket) => ticket.owner?.name.toLowerCase() ?? '~');
    expect(owners).toContain('~');
    expect(owners).toEqual(owners.toSorted().reverse());
    const strange = encodeCursor(['1|yesterday', ended.items[0]!.id]);
    await expect(owner.tickets.list({ sort: 'owner', cursor: strange })).rejects.toMatchObject({
      code: 'bad_input',
    });
    // A cursor of another order is a place in this one: what stands behind it comes, once each.
    const { items, nextCursor } = await owner.tickets.list({ sort: 'status', limit: 1 });
    const { id, createdAt } = items[0]!;
    const first = (await owner.ticketCategories.list({})).items[0]!.id;
    const whole = await inOrder('category');
    const isBehind = (ticket: (typeof items)[number]) =>
      ticket.category?.id !== first || `${ticket.createdAt} ${ticket.id}` < `${createdAt} ${id}`;
    const behind = await owner.tickets.list({ sort: 'category', cursor: nextCursor!, limit: 200 });
    expect(behind.items.map((ticket) => ticket.id)).toEqual(
      whole.filter(isBehind).map((ticket) => ticket.id),
    );
  });

  it('finds by words of ticket and contact, by number, by filter; and counts the same', async () => {
    const beatrice = await owner.contacts.create({ phone: '+34600111222', firstName: 'Beatrice' });
    const ticket = await owner.tickets.create({
      title: 'Zip broken',
      contactId: beatrice.id,
      reference: 'ORDER-4471',
      priority: 'urgent',
    });
    const found = async (filter: Parameters<Client['tickets']['list']>[0]) => {
      const { items } = await owner.tickets.list(filter);
      expect((await owner.tickets.count(filter)).count).toBe(items.length);
      return items.map((one) => one.id);
    };
    for (const search of ['zip beatrice', 'order-4471', '4471', '600 111 222', '+34600'])
      expect(await found({ search }), search).toEqual([ticket.id]);
    expect(await found({ search: 'zip anna' })).toEqual([]);
    expect(await found({ reference: 'order-4471' })).toEqual([ticket.id]);
    expect(await found({ contactId: beatrice.id, priority: ['urgent', 'high'], ownerId: ['none'] })).toEqual([
      ticket.id,
    ]);
    expect(await found({ contactId: beatrice.id, macroState: 'closed' })).toEqual([]);
    expect(await found({ priority: 'urgent', status: ['open'], categoryId: ['none'], limit: 200 })).toContain(
      ticket.id,
    );
    const day = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Rome' }).format(new Date());
    expect(await found({ from: day, to: day, limit: 200 })).toContain(ticket.id);
    expect(await found({ to: '2020-01-01' })).toEqual([]);
  });
});

describe('statuses and categories', () => {
  it('can be added, renamed, ordered, and deleted when their tickets have gone elsewhere', async () => {
    const { ticketStatuses } = owner;
    expect((await ticketStatuses.list({})).items.map((status) => status.code)).toEqual([
      'open',
      'in_progress',
      'pending',
      'waiting',
      'resolved',
      'closed',
      'terminated',
    ]);
    const made = await ticketStatuses.create({ name: 'Alla sartoria', macroState: 'in_progress' });
    expect(made).toMatchObject({ code: 'alla_sartoria', ticketCount: 0 });
    await expect(ticketStatuses.create({ name: 'IN ATTESA', macroState: 'closed' })).rejects.toMatchObject({
      code: 'status_exists',
    });
    const codes = (await ticketStatuses.list({})).items.map((status) => status.code);
    const ordered = await ticketStatuses.reorder({ codes: codes.toReversed() });
    expect(ordered.items.map((status) => status.code)).toEqual(codes.toReversed());
    await expect(ticketStatuses.reorder({ codes: codes.slice(1) })).rejects.toMatchObject({
      code: 'bad_input',
    });

    const ticket = await owner.tickets.create({ title: 'Hem', contactId: anna, status: made.code });
    await ticketStatuses.update({ code: made.code, name: 'At the tailor' });
    expect((await owner.tickets.get({ key: ticket.id })).status).toMatchObject({ name: 'At the tailor' });
    await expect(ticketStatuses.update({ code: made.code, macroState: 'closed' })).rejects.toMatchObject({
      code: 'status_in_use',
    });
    await expect(ticketStatuses.delete({ code: made.code })).rejects.toMatchObject({ code: 'status_in_use' });
    await expect(ticketStatuses.delete({ code: 'open' })).rejects.toMatchObject({ code: 'status_default' });
    await ticketStatuses.delete({ code: made.code, moveTo: 'resolved' });
    expect(await owner.tickets.get({ key: ticket.id })).toMatchObject({
      status: { code: 'resolved' },
      closedAt: expect.any(String),
    });
    const renamed = await ticketStatuses.update({ code: 'open', name: 'New' });
    expect(renamed).toMatchObject({ name: 'New', renamed: true });
    expect(await ticketStatuses.update({ code: 'open', name: null })).toMatchObject({ renamed: false });
  });

  it('lets a category go, its tickets staying without one or in another', async () => {
    const [from, to] = [
      await owner.ticketCategories.create({ name: 'Returns' }),
      await owner.ticketCategories.create({ name: 'Exchanges' }),
    ];
    await expect(owner.ticketCategories.create({ name: 'returns' })).rejects.toMatchObject({
      code: 'category_exists',
      details: { categoryId: from.id },
    });
    const ticket = await owner.tickets.create({ title: 'Size', contactId: anna, categoryId: from.id });
    await owner.ticketCategories.delete({ id: from.id, moveTo: to.id });
    expect((await owner.tickets.get({ key: ticket.id })).category).toEqual({ id: to.id, name: 'Exchanges' });
    await owner.ticketCategories.delete({ id: to.id });
    expect((await owner.tickets.get({ key: ticket.id })).category).toBeNull();
  });
});
