// The tickets of the demo workspace: a dozen matters in every state, written through the product's own operations.
import type { LocalClient } from '#app/local-client.ts';
import type { Priority } from '#features/tickets/tickets.contract.ts';
import { demoContacts } from './demo-content.ts';

type DemoTicket = {
  contact: number;
  title: string;
  description?: string;
  category?: string;
  priority?: Priority;
  /** Statuses that it goes through. */
  goes?: string[];
  mine?: true;
  note?: string;
  reference?: string;
};

const TICKETS: readonly DemoTicket[] = [
  {
    contact: 3,
    title: 'Order 4471 has not arrived',
    description: 'Shipped on Monday, the courier shows no movement since.',
    category: 'Delivery',
    priority: 'urgent',
    goes: ['in_progress'],
    mine: true,
    note: 'The courier promised an answer by noon.',
    reference: 'ORDER-4471',
  },
  {
    contact: 24,
    title: 'Belt in the wrong size',
    description: 'Has an 85, needs a 95.',
    category: 'Returns',
    priority: 'high',
    mine: true,
  },
  {
    contact: 0,
    title: 'Keep the green Amalfi bag until Saturday',
    category: 'Reservations',
    goes: ['pending'],
  },
  {
    contact: 20,
    title: 'Shipping costs to the UK',
    category: 'Delivery',
    priority: 'low',
    goes: ['resolved'],
  },
  { contact: 12, title: 'Review for the autumn shoes', priority: 'lowest', goes: ['closed'] },
  {
    contact: 5,
    title: 'Invoice with the company’s tax number',
    category: 'Billing',
    goes: ['waiting'],
    note: 'Asked for the certificate of registration.',
  },
  {
    contact: 9,
    title: 'Zip of the wallet is stuck',
    category: 'Repairs',
    priority: 'high',
    goes: ['in_progress', 'waiting'],
  },
  { contact: 14, title: 'Gift card cannot be redeemed', category: 'Billing', priority: 'highest' },
  {
    contact: 30,
    title: 'Exchange for a lighter leather',
    category: 'Returns',
    goes: ['in_progress', 'closed'],
  },
  {
    contact: 33,
    title: 'Second strap for the bag',
    category: 'Repairs',
    priority: 'low',
    goes: ['resolved'],
  },
  { contact: 41, title: 'Wholesale price list 2027', priority: 'medium', mine: true },
  {
    contact: 47,
    title: 'Parcel was opened on arrival',
    category: 'Delivery',
    priority: 'urgent',
    goes: ['terminated'],
  },
];

/** What is there already stays as it is. */
export async function openTickets(client: LocalClient): Promise<void> {
  const people = demoContacts();
  const there = new Set((await client.tickets.list({ limit: 200 })).items.map((ticket) => ticket.title));
  const [owner] = (await client.members.list({ limit: 1 })).items;
  for (const ticket of TICKETS.filter(({ title }) => !there.has(title))) {
    const { key } = await open(client, people[ticket.contact]!.phone, ticket, owner!.userId);
    for (const status of ticket.goes ?? []) await client.tickets.update({ key, status });
    if (ticket.note) await client.tickets.note({ key, note: ticket.note });
  }
}

async function open(
  client: LocalClient,
  contactPhone: string,
  { title, description, category, priority, mine, reference }: DemoTicket,
  ownerId: string,
): Promise<{ key: string }> {
  const { id } = await client.tickets.create({
    contactPhone,
    title,
    ...(description ? { description } : {}),
    ...(priority ? { priority } : {}),
    ...(reference ? { reference } : {}),
    ...(category ? { categoryId: await categoryOf(client, category) } : {}),
    ...(mine ? { ownerId } : {}),
  });
  return { key: id };
}

async function categoryOf(client: LocalClient, name: string): Promise<string> {
  const known = (await client.ticketCategories.list({})).items.find((category) => category.name === name);
  return (known ?? (await client.ticketCategories.create({ name }))).id;
}
