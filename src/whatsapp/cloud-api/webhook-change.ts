// What the readers of webhooks share: one change of a delivery, and the news that a reader makes of it.

import { createHash } from 'node:crypto';
import type { Failure } from '#whatsapp/failure-kinds.ts';
import type { Person, ProviderNews } from '#whatsapp/provider-event.ts';
import { readFailure } from './failures.ts';
import { isObject, type Json, number, part, parts, present, text } from './loose.ts';

export type Change = { field: string; value: Json; wabaId: string; entryTime?: Date };

export type News = {
  news: ProviderNews;
  at?: Date;
  /** Names this news for ever; without it the content of `value` does. */
  key?: string;
  /** The part of the change's value that this news was read from. */
  value: Json;
};

export type ChangeReader = (change: Change) => News[];

/** Without the given lists: what every item of a batch shares. */
export function without(value: Json, ...keys: string[]): Json {
  const kept: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) if (!keys.includes(key)) kept[key] = item;
  return kept;
}

export function failuresOf(holder: Json): Failure[] {
  return parts(holder, 'errors').map((error) =>
    readFailure(
      {
        code: number(error, 'code'),
        subcode: number(error, 'error_subcode'),
        detail:
          text(part(error, 'error_data'), 'details') ??
          text(error, 'details') ??
          text(error, 'message') ??
          text(error, 'title'),
      },
      'webhook',
    ),
  );
}

/** A business-scoped user id (`US.1349…`, `US.ENT.…`) as opposed to a phone number. */
export function isUserId(id: string): boolean {
  return /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(id);
}

/** A field that may hold a phone or a user id. */
export function personOf(id: string | undefined): Person {
  if (id === undefined) return {};
  return isUserId(id) ? { userId: id } : { waId: id };
}

/** The person whom an entry of `contacts` describes. */
export function contactPerson(contact: Json): Person {
  const profile = part(contact, 'profile');
  return present({
    waId: text(contact, 'wa_id'),
    userId: text(contact, 'user_id'),
    parentUserId: text(contact, 'parent_user_id'),
    username: text(profile, 'username') ?? text(contact, 'username'),
    name: text(profile, 'name'),
  });
}

/** Finds the contact of an item by its ids, else by its place, else the only one there is. */
export function contactFinder(value: Json, items: number): (ids: Person, index: number) => Json | undefined {
  const contacts = parts(value, 'contacts');
  const byId = new Map<string, Json>();
  for (const contact of contacts) {
    for (const id of [text(contact, 'wa_id'), text(contact, 'user_id')]) if (id) byId.set(id, contact);
  }
  return (ids, index) =>
    (ids.userId && byId.get(ids.userId)) ||
    (ids.waId && byId.get(ids.waId)) ||
    (contacts.length === items ? contacts[index] : contacts.length === 1 ? contacts[0] : undefined);
}

/**
 * One value per item of a batch, so that together they hold all of `value`: what the items share is in each, a
 * contact goes with its item, and what belongs to none goes with the first.
 */
export function splitBatch(
  value: Json,
  lists: Readonly<
    Record<string, { items: Json[]; contactOf?: (item: Json, index: number) => Json | undefined }>
  >,
): { list: string; item: Json; contact?: Json; value: Json }[] {
  const [only, ...more] = Object.keys(lists).filter((list) => value[list] !== undefined);
  const items = only === undefined ? [] : lists[only]!.items;
  // Nearly always: nothing to split.
  if (
    only !== undefined &&
    more.length === 0 &&
    items.length === 1 &&
    isAlone(value[only]) &&
    isAlone(value.contacts)
  ) {
    const [item] = items as [Json];
    return [present({ list: only, item, contact: lists[only]!.contactOf?.(item, 0), value })];
  }
  const shared = without(value, 'contacts', ...Object.keys(lists));
  const unclaimed = new Set(parts(value, 'contacts'));
  const slices = Object.entries(lists).flatMap(([list, { items, contactOf }]) =>
    items.map((item, index) => {
      const contact = contactOf?.(item, index);
      if (contact) unclaimed.delete(contact);
      return { list, item, contact };
    }),
  );
  return slices.map(({ list, item, contact }, index) => {
    const contacts = [...(contact ? [contact] : []), ...(index === 0 ? unclaimed : [])];
    return present({
      list,
      item,
      contact,
      value: { ...shared, ...(contacts.length > 0 ? { contacts } : {}), [list]: [item] },
    });
  });
}

/** A list of one, or none at all. */
function isAlone(list: unknown): boolean {
  return list === undefined || (Array.isArray(list) && list.length === 1);
}

/** Hash of a value that does not depend on the order of keys. */
export function fingerprint(value: unknown): string {
  return createHash('sha256').update(stable(value)).digest('hex').slice(0, 40);
}

function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? 'null';
  const entries = Object.keys(value).sort();
  return `{${entries.map((key) => `${JSON.stringify(key)}:${stable(value[key])}`).join(',')}}`;
}

/** `en-US` and `en_US` are the same language. */
export function languageCode(code: string | undefined): string {
  return (code ?? '').replace('-', '_');
}

/** People per 24 hours: a number or `TIER_2K`; null is no limit, undefined not told. */
export function messagingLimit(value: unknown): number | null | undefined {
  if (typeof value === 'number') return value < 0 ? null : value;
  if (typeof value !== 'string') return undefined;
  if (/^-?\d+$/.test(value)) return messagingLimit(Number(value));
  if (value === 'TIER_UNLIMITED') return null;
  const tier = /^TIER_(\d+)(K?)$/.exec(value);
  return tier ? Number(tier[1]) * (tier[2] ? 1000 : 1) : undefined;
}
