// Remembers the world across restarts: the outside world does not forget when a business restarts its server.

import { GOOD_STANDING } from '../reputation/standing.ts';
import type { App, Phone, Portfolio, Token, Waba } from './businesses.ts';
import type { Customer } from './customers.ts';
import type { News } from './feed.ts';
import { resumeHeld } from './hold-back.ts';
import { JournalFile, keep } from './journal-file.ts';
import type { Media } from './media.ts';
import type { Message } from './messages.ts';
import { newReach, reachPerson } from './reach.ts';
import { resume, retell } from './resume.ts';
import { resumeTemplate } from './template-life.ts';
import type { Template } from './templates.ts';
import type { World } from './world.ts';

type KeptMessage = Omit<Message, 'customer' | 'thread' | 'sequence'> & { waId: string };
interface BusinessSide {
  portfolios: Portfolio[];
  wabas: Waba[];
  phones: Phone[];
  apps: App[];
  tokens: Token[];
  templates: Template[];
}
type Entry =
  | { kind: 'message'; message: KeptMessage }
  | { kind: 'state'; id: string; change: Partial<KeptMessage> }
  | { kind: 'customer'; customer: Customer }
  | { kind: 'businesses'; side: BusinessSide }
  | { kind: 'media'; media: Omit<Media, 'bytes'>; base64: string };

/** Business side and templates change in many places; they are compared this often. */
const LOOK_EVERY_MS = 400;

/** Brings back what `path` holds, then keeps it up to date; returns how to stop. */
export function keepJournal(world: World, path: string): () => void {
  const entries = JournalFile.read(path) as Entry[];
  for (const entry of latest(entries)) restore(world, entry);
  const file = new JournalFile(path);
  file.rewrite(everything(world));

  let seen = JSON.stringify(businessSide(world), keep);
  const look = () => {
    const side = businessSide(world);
    const text = JSON.stringify(side, keep);
    if (text === seen) return;
    seen = text;
    file.add({ kind: 'businesses', side });
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  const deaf = world.feed.listen((news: News) => {
    if (news.kind === 'reset') file.rewrite(everything(world));
    else if (news.kind === 'message') file.add({ kind: 'message', message: kept(news.message) });
    else if (news.kind === 'state') file.add(stateChange(news.message));
    else if (news.kind === 'customer') file.add({ kind: 'customer', customer: news.customer });
  });
  world.media.onAdd = (media) => file.add(keptMedia(media));
  for (const waba of world.businesses.wabas.values())
    for (const template of world.templates.of(waba.id)) resumeTemplate(world, template);
  for (const message of world.messages.list({ limit: Number.MAX_SAFE_INTEGER }).messages) {
    if (message.direction !== 'business') continue;
    if (message.state === 'held' && message.heldBy) resumeHeld(world, message);
    resume(world, message);
    retell(world, message);
  }
  return () => {
    clearInterval(timer);
    deaf();
    world.media.onAdd = undefined;
    look();
    file.close();
  };
}

/** The last word on each thing, in the order in which the things first appeared. */
function latest(entries: Entry[]): Entry[] {
  const byKey = new Map<string, Entry>();
  for (const entry of entries) {
    if (entry.kind !== 'state') byKey.set(keyOf(entry), entry);
    else {
      const about = byKey.get(`m ${entry.id}`);
      if (about?.kind === 'message') Object.assign(about.message, entry.change);
    }
  }
  const order = { businesses: 0, customer: 1, media: 2, message: 3, state: 4 };
  return [...byKey.values()].sort((a, b) => order[a.kind] - order[b.kind]);
}

function keyOf(entry: Exclude<Entry, { kind: 'state' }>): string {
  if (entry.kind === 'message') return `m ${entry.message.id}`;
  if (entry.kind === 'customer') return `c ${entry.customer.waId}`;
  return entry.kind === 'media' ? `f ${entry.media.id}` : 'b';
}

function restore(world: World, entry: Entry): void {
  if (entry.kind === 'businesses') restoreBusinesses(world, entry.side);
  else if (entry.kind === 'customer') Object.assign(world.customers.get(entry.customer.waId), entry.customer);
  else if (entry.kind === 'media')
    world.media.put({ ...entry.media, bytes: Buffer.from(entry.base64, 'base64') });
  else if (entry.kind === 'message') restoreMessage(world, entry.message);
}

function restoreBusinesses(world: World, side: BusinessSide): void {
  world.businesses.clear();
  world.templates.clear();
  const { businesses } = world;
  for (const portfolio of side.portfolios)
    businesses.portfolios.set(portfolio.id, {
      ...portfolio,
      verified: portfolio.verified ?? false,
      hour: { hour: 0, templates: 0 },
      reach: newReach(),
    });
  for (const waba of side.wabas)
    businesses.wabas.set(waba.id, {
      ...waba,
      standing: waba.standing ?? GOOD_STANDING,
      startedOn: waba.startedOn ?? [],
    });
  for (const phone of side.phones)
    businesses.phones.set(phone.id, { ...phone, week: phone.week ?? [], tokens: Number.NaN });
  for (const app of side.apps) businesses.apps.set(app.id, app);
  for (const token of side.tokens) businesses.tokens.set(token.value, token);
  for (const template of side.templates)
    world.templates.add({
      ...template,
      week: template.week ?? [],
      sent: template.sent ?? 0,
      proven: template.proven ?? false,
    });
}

function restoreMessage(world: World, { waId, ...message }: KeptMessage): void {
  if (!world.businesses.phones.has(message.phoneId)) return;
  const customer = world.customers.get(waId);
  const thread = world.threads.get(message.phoneId, customer);
  const whole = world.messages.add({ ...message, customer, thread });
  Object.assign(whole, { stateAt: message.stateAt, reactions: message.reactions });
  world.threads.touch(thread, message.at);
  if (message.direction === 'customer') {
    thread.lastInboundAt = message.at;
    thread.unanswered = 0;
    world.accounts.answered(whole);
    return;
  }
  if (message.template) thread.lastTemplate = whole;
  restoreReach(world, whole);
  world.accounts.accepted(whole);
  for (const state of ['sent', 'delivered', 'read', 'failed'] as const) {
    const later = state === 'failed' && message.state !== 'failed';
    if (message.stateAt[state] !== undefined && !later) world.accounts.reached(whole, state);
  }
}

/** Whom the business reached lately, and what each person got: counted again from the messages. */
function restoreReach(world: World, message: Message): void {
  const { thread, template, fate, at } = message;
  if (template && fate?.delivered) {
    thread.gotAt.push(at);
    thread.unanswered++;
  }
  if (!message.outsideWindow || message.errorCode === world.settings.limits.uniqueUsersCode) return;
  const phone = world.businesses.phones.get(message.phoneId)!;
  reachPerson(world.businesses.portfolioOf(phone).reach, message.customer.waId, at, true);
}

function everything(world: World): Entry[] {
  const { messages } = world.messages.list({ limit: Number.MAX_SAFE_INTEGER });
  return [
    { kind: 'businesses', side: businessSide(world) },
    ...[...world.customers.all()].map((customer): Entry => ({ kind: 'customer', customer })),
    ...world.media.all().map(keptMedia),
    ...messages.map((message): Entry => ({ kind: 'message', message: kept(message) })),
  ];
}

function businessSide({ businesses, templates }: World): BusinessSide {
  return {
    portfolios: [...businesses.portfolios.values()].map((one) => ({ ...one, reach: newReach() })),
    wabas: [...businesses.wabas.values()],
    phones: [...businesses.phones.values()].map((one) => ({ ...one, tokens: 0, tokensAt: 0 })),
    apps: [...businesses.apps.values()],
    tokens: [...businesses.tokens.values()],
    templates: [...businesses.wabas.keys()].flatMap((id) => templates.of(id)),
  };
}

function stateChange(message: Message): Entry {
  const { id, state, stateAt, errorCode, readByBusiness, fate, price } = message;
  const first = state === 'sent' || state === 'failed';
  return {
    kind: 'state',
    id,
    change: { state, stateAt, errorCode, readByBusiness, ...(first && { fate, price }) },
  };
}

function kept({ customer, thread: _thread, sequence: _sequence, ...message }: Message): KeptMessage {
  return { ...message, waId: customer.waId };
}

function keptMedia({ bytes, ...media }: Media): Entry {
  return { kind: 'media', media, base64: bytes.toString('base64') };
}
