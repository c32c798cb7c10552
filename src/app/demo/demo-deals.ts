// The deals of the demo workspace: a pipeline with a dozen of them, written through the product's own operations.
import type { LocalClient } from '#app/local-client.ts';
import { now } from '#kit/clock.ts';
import { demoContacts } from './demo-content.ts';

const PIPELINE = 'Sales';
const STAGES = [
  { name: 'Enquiry', probability: 10, rottingDays: 7 },
  { name: 'Offer sent', probability: 40, rottingDays: 14 },
  { name: 'Negotiation', probability: 70, rottingDays: 14 },
];

const REASONS = ['Too expensive', 'Chose somebody else', 'No longer needed'];
/** In cents, for the current month. */
const GOAL = 800_000;

type DemoDeal = {
  /** Places in the list of demo contacts. */
  contacts: number[];
  title: string;
  stage: string;
  /** Whole units. */
  amount?: number;
  currency?: string;
  /** Days from today. */
  closes?: number;
  reference?: string;
  /** What is to be done, and in how many hours from now. */
  next?: { kind: 'call' | 'meeting' | 'message' | 'email' | 'task'; title: string; hours: number };
};

const DEALS: readonly DemoDeal[] = [
  {
    contacts: [0],
    title: 'Wedding dresses, party of six',
    stage: 'Enquiry',
    amount: 4200,
    closes: 40,
    next: { kind: 'meeting', title: 'Fitting in the shop', hours: 72 },
  },
  {
    contacts: [1],
    title: 'Aprons for the cooking school',
    stage: 'Enquiry',
    amount: 980,
    closes: 21,
    next: { kind: 'call', title: 'Ask for the number of students', hours: -20 },
  },
  { contacts: [2], title: 'Scarves as gifts for customers', stage: 'Enquiry' },
  { contacts: [4, 5], title: 'Outfits for the opening party', stage: 'Enquiry', amount: 1650, closes: 12 },
  {
    contacts: [6],
    title: 'Uniforms for Hotel Miramare',
    stage: 'Offer sent',
    amount: 12600,
    closes: 30,
    reference: 'OFFER-2031',
    next: { kind: 'email', title: 'Send fabric samples', hours: 26 },
  },
  {
    contacts: [7],
    title: 'Gift boxes for the holidays',
    stage: 'Offer sent',
    amount: 3350.5,
    closes: -2,
    reference: 'OFFER-2034',
    next: { kind: 'call', title: 'Call about the offer', hours: 1 },
  },
  {
    contacts: [8],
    title: 'Linen for the lake house',
    stage: 'Offer sent',
    amount: 740,
    currency: 'CHF',
    closes: 18,
  },
  {
    contacts: [9, 3],
    title: 'Choir robes, spring concert',
    stage: 'Negotiation',
    amount: 8900,
    closes: 8,
    reference: 'OFFER-2019',
  },
  { contacts: [10], title: 'Winter coats for the crew', stage: 'Negotiation', amount: 2100, closes: 5 },
  { contacts: [11], title: 'Made-to-measure suit', stage: 'Won', amount: 380, reference: 'ORDER-1187' },
  { contacts: [12], title: 'Jackets for the festival team', stage: 'Won', amount: 2750 },
  { contacts: [13], title: 'Curtains for the theatre', stage: 'Lost', amount: 5400 },
];

/** What is there already stays as it is. */
export async function addDeals(client: LocalClient): Promise<void> {
  const { items } = await client.pipelines.list({});
  const pipeline =
    items.find(({ name }) => name === PIPELINE) ??
    (await client.pipelines.create({ name: PIPELINE, stages: STAGES }));
  const stages = new Map(
    pipeline.stages.flatMap(({ id, name, kind }) => [[name, id] as const, [KINDS[kind], id] as const]),
  );
  const people = demoContacts();
  const there = new Set((await client.deals.list({ limit: 200 })).items.map(({ title }) => title));
  const [owner] = (await client.members.list({ limit: 1 })).items;
  const reasonId = await whyLost(client);
  await setGoal(client, owner!.userId);
  // The last one made stands on top of its stage.
  for (const deal of DEALS.filter(({ title }) => !there.has(title)).toReversed()) {
    const contactIds: string[] = [];
    for (const at of deal.contacts) contactIds.push(await contactId(client, people[at]!.phone));
    const { id } = await client.deals.create({
      contactIds,
      title: deal.title,
      pipelineId: pipeline.id,
      stageId: stages.get(deal.stage)!,
      ownerId: owner!.userId,
      ...(deal.amount === undefined
        ? {}
        : { amount: Math.round(deal.amount * 100), currency: deal.currency ?? 'EUR' }),
      ...(deal.closes === undefined ? {} : { closeDate: dayIn(deal.closes) }),
      ...(deal.reference ? { reference: deal.reference } : {}),
      ...(deal.stage === 'Lost' ? { lostReasonId: reasonId } : {}),
    });
    if (!deal.next) continue;
    const { hours, ...activity } = deal.next;
    const dueAt = new Date(now().getTime() + hours * 3_600_000).toISOString();
    await client.dealActivities.create({ key: id, ...activity, dueAt, remindAt: null });
  }
}

/** Won and Lost are called as the workspace's language has it. */
const KINDS = { open: '', won: 'Won', lost: 'Lost' } as const;

/** The first of the reasons of loss. */
async function whyLost(client: LocalClient): Promise<string> {
  const known = (await client.dealSettings.lostReasons({})).items;
  if (known.length > 0) return known[0]!.id;
  const ids: string[] = [];
  for (const name of REASONS) ids.push((await client.dealSettings.createLostReason({ name })).id);
  return ids[0]!;
}

async function setGoal(client: LocalClient, ownerId: string): Promise<void> {
  const { month, items } = await client.dealReports.goals({});
  if (items.some(({ goal }) => goal !== null)) return;
  await client.dealReports.setGoals({ month, goals: [{ ownerId, amount: GOAL }] });
}

async function contactId(client: LocalClient, phone: string): Promise<string> {
  return (await client.contacts.list({ search: phone, limit: 1 })).items[0]!.id;
}

function dayIn(days: number): string {
  return new Date(now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
