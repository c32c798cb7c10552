// Reads the webhook fields by which a person's wishes and ids change.

import { type Json, part, parts, present, text, time } from './loose.ts';
import { type Change, contactFinder, contactPerson, type News, splitBatch } from './webhook-change.ts';

const PREFERENCES = new Set(['stop', 'resume', 'signup']);

export function readUserPreferences({ value }: Change): News[] {
  return perPerson(value, 'user_preferences').map(({ item, person, value: slice }) => {
    const wish = (text(item, 'value') ?? '').toLowerCase();
    return present({
      news: present({
        kind: 'marketing_preference',
        person,
        value: PREFERENCES.has(wish) ? (wish as 'stop' | 'resume' | 'signup') : 'other',
        detail: text(item, 'detail'),
      }),
      at: time(item, 'timestamp'),
      value: slice,
    });
  });
}

export function readUserIdUpdate({ value }: Change): News[] {
  return perPerson(value, 'user_id_update').map(({ item, person, value: slice }) => {
    const ids = part(item, 'user_id');
    const parentIds = part(item, 'parent_user_id');
    return present({
      news: present({
        kind: 'user_id_changed',
        person,
        previousUserId: text(ids, 'previous'),
        userId: text(ids, 'current'),
        previousParentUserId: text(parentIds, 'previous'),
        parentUserId: text(parentIds, 'current'),
      }),
      at: time(item, 'timestamp'),
      value: slice,
    });
  });
}

function perPerson(value: Json, list: string) {
  const items = parts(value, list);
  const find = contactFinder(value, items.length);
  const idsOf = (item: Json) => present({ waId: text(item, 'wa_id'), userId: text(item, 'user_id') });
  const slices = splitBatch(value, {
    [list]: { items, contactOf: (item, index) => find(idsOf(item), index) },
  });
  return slices.map(({ item, contact, value: slice }) => ({
    item,
    value: slice,
    person: { ...(contact ? contactPerson(contact) : {}), ...idsOf(item) },
  }));
}
