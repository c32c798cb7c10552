// Webhooks that others wrote, read without loss, and the keys that make duplicates harmless.

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProviderEvent } from '#whatsapp/provider-event.ts';
import { readWebhook } from './read-webhook.ts';

const receivedAt = new Date('2026-11-21T12:00:00Z');
const fixtures = new URL('../../../test/fixtures/whatsapp/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, fixtures));

/** The kind of an event, with what a message holds or a status says. */
function gist(event: ProviderEvent): string {
  if (event.kind === 'message_received') return `message ${event.content.type}`;
  if (event.kind === 'message_status') return `status ${event.status}`;
  return event.kind;
}

const expected: Record<string, string[]> = {
  'meta-openapi/Button_Message.json': ['message template_button'],
  'meta-openapi/Contact_Sharing_Message.json': ['message contacts'],
  'meta-openapi/Group_Create_Message.json': ['group'],
  'meta-openapi/Group_Remove_Participants.json': ['group'],
  'meta-openapi/Group_Settings_Update.json': ['group'],
  'meta-openapi/Image_Message.json': ['message image'],
  'meta-openapi/Interactive_Button_Reply_Message.json': ['message button_reply'],
  'meta-openapi/Interactive_List_Reply_Message.json': ['message list_reply'],
  'meta-openapi/Location_Message.json': ['message location'],
  'meta-openapi/Order_Message.json': ['message order'],
  'meta-openapi/Reaction_Message.json': ['message reaction'],
  'meta-openapi/System_Message.json': ['user_phone_changed'],
  'meta-openapi/Text_Message.json': ['message text'],
  'meta-openapi/Text_Message_from_Click_to_WhatsApp_Ad.json': ['message text'],
  'meta-openapi/Text_Message_with_Context_Product_Inquiry.json': ['message text'],
  'meta-openapi/Unsupported_Message.json': ['message unsupported'],
  'netflie/build_a_button_notification.json': ['message template_button'],
  'netflie/build_a_button_reply_notification.json': ['message button_reply'],
  'netflie/build_a_contact_notification.json': ['message contacts'],
  'netflie/build_a_flow_notification.json': ['message flow_reply'],
  'netflie/build_a_forwarded_notification.json': ['message text'],
  'netflie/build_a_list_notification.json': ['message list_reply'],
  'netflie/build_a_location_notification.json': ['message location'],
  'netflie/build_a_marketing_status_notification.json': ['status delivered'],
  'netflie/build_a_notification.json': ['message template_button'],
  'netflie/build_a_notification_with_bsuid_only_and_no_from.json': ['message text'],
  'netflie/build_a_reaction_notification.json': ['message reaction'],
  'netflie/build_a_removed_reaction_notification.json': ['message reaction'],
  'netflie/build_a_service_status_notification.json': ['status delivered'],
  'netflie/build_a_status_conversation_initiated_notification.json': ['status read'],
  'netflie/build_a_status_notification.json': ['status read'],
  'netflie/build_a_status_notification_with_errors.json': ['status failed'],
  'netflie/build_a_status_notification_without_expiration_time.json': ['status delivered'],
  'netflie/build_a_status_with_pricing_notification.json': ['status delivered'],
  'netflie/build_a_sticker_notification.json': ['message sticker'],
  'netflie/build_a_system_notification.json': ['user_phone_changed'],
  'netflie/build_a_text_notification.json': ['message text'],
  'netflie/build_an_authentication_status_notification.json': ['status delivered'],
  'netflie/build_an_document_notification.json': ['message document'],
  'netflie/build_an_image_notification.json': ['message image'],
  'netflie/build_an_order_notification.json': ['message order'],
  // An older form of an unsupported message: its type is "unknown", its errors say why.
  'netflie/build_an_unknown_notification.json': ['message unsupported'],
  'netflie/build_an_utility_status_notification.json': ['status delivered'],
  'netflie/build_multiple_text_notification.json': ['message text', 'message text'],
  'netflie/keep_wa_id_priority_when_user_id_is_present.json': ['message text'],
  'netflie/test_build_from_payload_without_contact_profile_can_build_a_notification.json': ['message text'],
};
const files = ['meta-openapi', 'netflie'].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, fixtures)).map((name) => `${folder}/${name}`),
);

/** Every path of a value with what it leads to, list places left out. */
function leaves(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => leaves(item, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [`${path}=${JSON.stringify(value)}`];
  return Object.entries(value).flatMap(([key, item]) => leaves(item, `${path}.${key}`));
}

function expectNothingLost(payload: unknown, events: ProviderEvent[]) {
  const kept = new Set(events.flatMap((event) => leaves(event.raw)));
  expect(leaves(payload).filter((leaf) => !kept.has(leaf))).toEqual([]);
}

describe('payloads of others', () => {
  it('are all named here', () => expect(Object.keys(expected).sort()).toEqual(files.sort()));

  it.each(files)('%s', (file) => {
    const events = readWebhook(read(file), receivedAt);
    expect(events.map(gist)).toEqual(expected[file]);
    expectNothingLost(JSON.parse(read(file).toString()), events);
    for (const event of events) {
      expect(event.wabaId).not.toBe('');
      expect(event.dedupeKey).not.toBe('');
      expect(event.occurredAt.getTime()).toBeLessThan(receivedAt.getTime());
    }
  });

  it('give the person, the quoted message and the advertisement', () => {
    const [ad] = readWebhook(read('meta-openapi/Text_Message_from_Click_to_WhatsApp_Ad.json'), receivedAt);
    expect(ad).toMatchObject({
      from: { waId: '16505551234', name: 'Sheena Nelson' },
      phoneNumberId: '106540352242922',
      referral: {
        sourceType: 'ad',
        clickId: expect.stringMatching(/^Aff-/),
        welcomeText: expect.any(String),
      },
    });
    const [inquiry] = readWebhook(
      read('meta-openapi/Text_Message_with_Context_Product_Inquiry.json'),
      receivedAt,
    );
    expect(inquiry).toMatchObject({ context: { product: { productId: 'di9ozbzfi4' } } });
    const [anonymous] = readWebhook(
      read('netflie/build_a_notification_with_bsuid_only_and_no_from.json'),
      receivedAt,
    );
    expect(anonymous).toMatchObject({ from: { userId: 'BSUID_123', name: 'NAME' } });
    const [flow] = readWebhook(read('netflie/build_a_flow_notification.json'), receivedAt);
    expect(flow).toMatchObject({ content: { answers: { flow_token: 'unused' } } });
    const [failed] = readWebhook(read('netflie/build_a_status_notification_with_errors.json'), receivedAt);
    expect(failed).toMatchObject({ failures: [{ kind: 'media_rejected', code: 131053 }] });
  });
});

const metadata = { display_phone_number: '15550783881', phone_number_id: '106540352242922' };
const message = (id: string, from: string) => ({
  from,
  id,
  timestamp: '1749416383',
  type: 'text',
  text: { body: id },
});
const wrap = (...values: object[]) => ({
  object: 'whatsapp_business_account',
  entry: [{ id: '42', changes: values.map((value) => ({ field: 'messages', value })) }],
});
const readValue = (payload: unknown) => readWebhook(JSON.stringify(payload), receivedAt);

describe('batches', () => {
  it('split so that each message has its own contact, and nothing is lost or repeated', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(ids, fc.boolean(), (numbers, reversed) => {
        const contacts = numbers.map((id) => ({ wa_id: `39${id}`, profile: { name: `N${id}` } }));
        if (reversed) contacts.reverse();
        const payload = wrap({
          messaging_product: 'whatsapp',
          metadata,
          contacts,
          messages: numbers.map((id) => message(`wamid.${id}`, `39${id}`)),
          statuses: numbers.map((id) => ({ id: `wamid.o${id}`, status: 'sent', recipient_id: `39${id}` })),
          errors: [{ code: 130429, title: 'Rate limit hit' }],
          news_of_tomorrow: { keep: 'me' },
        });
        const events = readValue(payload);
        expect(events).toHaveLength(numbers.length * 2 + 1);
        expect(new Set(events.map((event) => event.dedupeKey)).size).toBe(events.length);
        for (const event of events) {
          if (event.kind === 'message_received')
            expect(event.from.name).toBe(`N${event.providerMessageId.replace('wamid.', '')}`);
        }
        expectNothingLost(payload, events);
      }),
    );
  });

  it('give the same keys in any order of delivery, order of keys and number of deliveries', () => {
    const values = [
      { metadata, messages: [message('wamid.A', '391')] },
      { metadata, statuses: [{ id: 'wamid.B', status: 'read', timestamp: 1, recipient_id: '391' }] },
      { metadata, statuses: [{ id: 'wamid.B', status: 'delivered', timestamp: 1, recipient_id: '391' }] },
      { unheard_of: { a: 1, b: [2] } },
    ];
    const keys = (payload: unknown) => readValue(payload).map((event) => event.dedupeKey);
    const once = keys(wrap(...values));
    expect(new Set(once).size).toBe(4);
    expect(keys(wrap(...[...values].reverse())).sort()).toEqual([...once].sort());
    const swapped = JSON.parse(JSON.stringify({ unheard_of: { b: [2], a: 1 } }));
    expect(keys(wrap(swapped))).toEqual([once[3]]);
  });
});

describe('what is not understood', () => {
  it('is kept: text that is no JSON, other objects, fields and types', () => {
    expect(readWebhook('<html>', receivedAt)).toMatchObject([
      { kind: 'unknown', raw: '<html>', occurredAt: receivedAt },
    ]);
    const page = { object: 'page', entry: [{ id: '1' }] };
    expect(readValue(page)).toMatchObject([{ kind: 'unknown', wabaId: '1', raw: page }]);
    expect(
      readValue(wrap({ metadata, messages: [{ ...message('x', '1'), type: 'hologram', hologram: {} }] })),
    ).toMatchObject([{ kind: 'message_received', content: { type: 'unknown', providerType: 'hologram' } }]);
  });

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'is not a field or type called %s',
    (word) => {
      const value = { metadata, messages: [{ ...message('x', '1'), type: word }] };
      expect(readValue(wrap(value))).toMatchObject([{ content: { type: 'unknown', providerType: word } }]);
      const entry = [{ id: '42', changes: [{ field: word, value: { a: 1 } }] }];
      expect(readValue({ object: 'whatsapp_business_account', entry })).toMatchObject([
        { kind: 'unknown', source: word },
      ]);
    },
  );

  it('does not hide its neighbours', () => {
    const payload = wrap({ metadata, messages: [message('wamid.A', '391')] });
    payload.entry[0]?.changes.push({ field: 'messages', value: null as never });
    payload.entry.push({ id: '43', changes: [] });
    const events = readValue(payload);
    expect(events.map((event) => event.kind)).toEqual(['message_received', 'unknown', 'unknown']);
    expectNothingLost(payload, events);
  });

  it('never throws, whatever arrives', () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.jsonValue(), fc.nat(), (file, junk, spot) => {
        const places: (() => void)[] = [];
        const payload = JSON.parse(read(file).toString()) as unknown;
        const walk = (holder: unknown): void => {
          if (typeof holder !== 'object' || holder === null) return;
          for (const key of Object.keys(holder)) {
            places.push(() => Object.assign(holder, { [key]: junk }));
            walk((holder as Record<string, unknown>)[key]);
          }
        };
        walk(payload);
        places[spot % places.length]?.();
        expect(readValue(payload).length).toBeGreaterThan(0);
      }),
    );
  });
});
