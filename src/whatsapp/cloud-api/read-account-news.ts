// Reads the webhook fields about the account, its numbers, calls and flows.

import type { ProviderNews } from '#whatsapp/provider-event.ts';
import { number, part, parts, present, text, time } from './loose.ts';
import {
  type Change,
  type ChangeReader,
  contactFinder,
  contactPerson,
  failuresOf,
  messagingLimit,
  type News,
  personOf,
  splitBatch,
} from './webhook-change.ts';

/** A field whose value is one piece of news; undefined when the part that makes it one is missing. */
function single(read: (change: Change) => ProviderNews | undefined): ChangeReader {
  return (change) => {
    const news = read(change);
    return news ? [{ news: present(news), value: change.value }] : [];
  };
}

export const readNumberQuality = single(({ value }) => {
  const event = text(value, 'event');
  if (event === undefined) return undefined;
  return {
    kind: 'number_quality',
    event: event.toLowerCase(),
    messagingLimit: messagingLimit(value.max_daily_conversations_per_business ?? value.current_limit),
    previousLimit: messagingLimit(value.old_limit),
  };
});

export const readNumberName = single(({ value }) => {
  const decision = text(value, 'decision');
  if (decision === undefined) return undefined;
  const rejectionReason = text(value, 'rejection_reason');
  return {
    kind: 'number_name',
    decision: decision.toLowerCase(),
    requestedName: text(value, 'requested_verified_name'),
    rejectionReason: rejectionReason === 'NONE' ? undefined : rejectionReason,
  };
});

export const readBusinessCapability = single(({ value }) => ({
  kind: 'business_capability',
  messagingLimit: messagingLimit(
    value.max_daily_conversations_per_business ?? value.max_daily_conversation_per_phone,
  ),
  phoneNumberLimit:
    number(value, 'max_phone_numbers_per_business') ?? number(value, 'max_phone_numbers_per_waba'),
}));

export const readAccountUpdate = single(({ value }) => {
  const event = text(value, 'event');
  if (event === undefined) return undefined;
  const ban = part(value, 'ban_info');
  return {
    kind: 'account_update',
    event: event.toLowerCase(),
    violation: text(part(value, 'violation_info'), 'violation_type'),
    restrictions: parts(value, 'restriction_info').map((restriction) =>
      present({
        type: text(restriction, 'restriction_type')?.toLowerCase() ?? '',
        until: time(restriction, 'expiration'),
      }),
    ),
    banState: text(ban, 'waba_ban_state')?.toLowerCase(),
    banDate: text(ban, 'waba_ban_date'),
  };
});

export const readAccountAlert = single(({ value }) => {
  const nested = part(value, 'alert_info');
  const alert = Object.keys(nested).length > 0 ? nested : value;
  return {
    kind: 'account_alert',
    entityType: text(value, 'entity_type'),
    entityId: text(value, 'entity_id'),
    severity: text(alert, 'alert_severity')?.toLowerCase(),
    status: text(alert, 'alert_status')?.toLowerCase(),
    alert: text(alert, 'alert_type'),
    description: text(alert, 'alert_description'),
  };
});

export const readAccountReview = single(({ value }) => {
  const decision = text(value, 'decision');
  return decision === undefined ? undefined : { kind: 'account_review', decision: decision.toLowerCase() };
});

export const readUsername = single(({ value }) => {
  const status = text(value, 'status');
  if (status === undefined) return undefined;
  return { kind: 'username', status: status.toLowerCase(), username: text(value, 'username') };
});

export const readSecurity = single(({ value }) => {
  const event = text(value, 'event');
  if (event === undefined) return undefined;
  return { kind: 'security', event: event.toLowerCase(), requester: text(value, 'requester') };
});

export const readFlow = single(({ value }) => {
  const event = text(value, 'event');
  if (event === undefined) return undefined;
  return {
    kind: 'flow',
    event: event.toLowerCase(),
    flowId: text(value, 'flow_id'),
    previous: text(value, 'old_status')?.toLowerCase(),
    status: text(value, 'new_status')?.toLowerCase(),
    message: text(value, 'message'),
  };
});

/** Calls as they begin and end, and what became of calls that we placed. */
export function readCalls({ value }: Change): News[] {
  const calls = parts(value, 'calls');
  const statuses = parts(value, 'statuses');
  const caller = contactFinder(value, calls.length);
  const callee = contactFinder(value, statuses.length);
  const slices = splitBatch(value, {
    calls: { items: calls, contactOf: (item, index) => caller(personOf(text(item, 'from')), index) },
    statuses: {
      items: statuses,
      contactOf: (item, index) => callee(personOf(text(item, 'recipient_id')), index),
    },
  });
  return slices.map(({ list, item, contact, value: slice }) => {
    const direction = text(item, 'direction')?.toLowerCase();
    const side = list === 'statuses' ? 'recipient' : direction === 'business_initiated' ? 'to' : 'from';
    const userId = text(item, `${side}_user_id`);
    const person = {
      ...(contact ? contactPerson(contact) : {}),
      ...personOf(text(item, side === 'recipient' ? 'recipient_id' : side)),
      ...(userId ? { userId } : {}),
    };
    const event = text(item, list === 'calls' ? 'event' : 'status')?.toLowerCase() ?? '';
    const id = text(item, 'id');
    return present({
      news: present({
        kind: 'call',
        callId: id ?? '',
        event,
        direction,
        person,
        durationSeconds: number(item, 'duration'),
        callbackId: text(item, 'biz_opaque_callback_data'),
        failures: [...failuresOf(item), ...failuresOf(slice)],
      }),
      at: time(item, 'timestamp'),
      key: id && `call:${id}:${list === 'calls' ? 'event' : 'status'}:${event}`,
      value: slice,
    });
  });
}

export function readGroups({ value }: Change): News[] {
  return splitBatch(value, { groups: { items: parts(value, 'groups') } }).map(({ item, value: slice }) =>
    present({
      news: present({
        kind: 'group',
        event: text(item, 'type')?.toLowerCase() ?? '',
        groupId: text(item, 'group_id'),
      }),
      at: time(item, 'timestamp'),
      value: slice,
    }),
  );
}
