// Webhooks about people, the rarer kinds of message, statuses, and the phone app.

import { describe, expect, it } from 'vitest';
import { readWebhook } from './read-webhook.ts';

const receivedAt = new Date('2026-11-21T12:00:00Z');
const entryTime = 1739321024;
const metadata = { display_phone_number: '15550783881', phone_number_id: '106540352242922' };

/** The events of one change; ids of 17 digits are written as bare numbers, as Meta does. */
function read(field: string, value: object) {
  const payload = {
    object: 'whatsapp_business_account',
    entry: [{ id: '42', time: entryTime, changes: [{ field, value }] }],
  };
  return readWebhook(JSON.stringify(payload).replace(/"(\d{17})"/g, '$1'), receivedAt);
}
const message = (type: string, rest: object) =>
  read('messages', {
    metadata,
    contacts: [
      {
        wa_id: '16505551234',
        user_id: 'US.13491208655302741918',
        profile: { name: 'Sheena', username: 'realsheena' },
      },
    ],
    messages: [{ from: '16505551234', id: 'wamid.A', timestamp: '1749416383', type, ...rest }],
  });

describe('people', () => {
  it('reads a wish to get no marketing, from somebody without a phone number', () => {
    const value = {
      metadata,
      contacts: [{ user_id: 'US.1', profile: { name: 'Ana' } }],
      user_preferences: [
        {
          user_id: 'US.1',
          detail: 'User requested to stop',
          category: 'marketing_messages',
          value: 'stop',
          timestamp: 1731705721,
        },
      ],
    };
    expect(read('user_preferences', value)).toMatchObject([
      {
        kind: 'marketing_preference',
        value: 'stop',
        person: { userId: 'US.1', name: 'Ana' },
        occurredAt: new Date(1731705721e3),
      },
    ]);
  });

  it('reads a changed user id by either road', () => {
    const ids = { user_id: { previous: 'US.1', current: 'US.2' }, timestamp: 1731705721 };
    expect(read('user_id_update', { metadata, user_id_update: [{ wa_id: '1650', ...ids }] })).toMatchObject([
      { kind: 'user_id_changed', previousUserId: 'US.1', userId: 'US.2', person: { waId: '1650' } },
    ]);
    const system = { type: 'user_changed_user_id', body: 'x', user_id: 'US.2', previous_user_id: 'US.1' };
    expect(message('system', { system })).toMatchObject([
      { kind: 'user_id_changed', previousUserId: 'US.1', userId: 'US.2' },
    ]);
  });

  it('knows the person by user id and phone, and by username', () => {
    expect(message('text', { text: { body: 'hi' } })).toMatchObject([
      {
        from: {
          waId: '16505551234',
          userId: 'US.13491208655302741918',
          username: 'realsheena',
          name: 'Sheena',
        },
      },
    ]);
  });
});

describe('rarer messages', () => {
  it.each<[string, object, object]>([
    [
      'edit',
      { edit: { original_message_id: 'wamid.0', message: { type: 'text', text: { body: 'new' } } } },
      { kind: 'message_edited', originalMessageId: 'wamid.0', content: { type: 'text', text: 'new' } },
    ],
    [
      'revoke',
      { revoke: { original_message_id: 'wamid.0' } },
      { kind: 'message_revoked', originalMessageId: 'wamid.0', byBusiness: false },
    ],
    [
      'audio',
      { audio: { id: '1', mime_type: 'audio/ogg; codecs=opus', voice: true } },
      { content: { type: 'audio', voiceNote: true, mediaId: '1' } },
    ],
    [
      'interactive',
      {
        interactive: {
          type: 'call_permission_reply',
          call_permission_reply: { response: 'accept', expiration_timestamp: 1750000000 },
        },
      },
      { content: { type: 'call_permission_reply', accepted: true } },
    ],
    [
      'interactive',
      { interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', response_json: '{broken' } } },
      { content: { type: 'flow_reply', answers: null, answersText: '{broken' } },
    ],
    [
      'unsupported',
      { errors: [{ code: 131051, title: 'Message type unknown' }], unsupported: { type: 'poll' } },
      { content: { type: 'unsupported', what: 'poll' }, failures: [{ kind: 'message_type_unsupported' }] },
    ],
    [
      'reaction',
      { reaction: { message_id: 'wamid.0', emoji: '' } },
      { content: { type: 'reaction', emoji: null } },
    ],
    [
      'system',
      { system: { type: 'something_new', body: 'x' } },
      { kind: 'message_received', content: { type: 'system', event: 'something_new' } },
    ],
  ])('reads %s', (type, rest, expected) => {
    expect(message(type, rest)).toMatchObject([expected]);
  });

  it('reads a status with its price, our own id and the reason of a failure', () => {
    const status = {
      id: 'wamid.B',
      status: 'failed',
      timestamp: '1750030073',
      recipient_id: '16505551234',
      biz_opaque_callback_data: 'ours-1',
      pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'marketing' },
      errors: [{ code: 131049, title: 'x', error_data: { details: 'healthy ecosystem' } }],
    };
    expect(read('messages', { metadata, statuses: [status] })).toMatchObject([
      {
        kind: 'message_status',
        status: 'failed',
        callbackId: 'ours-1',
        pricing: { type: 'regular', category: 'marketing', billable: true },
        failures: [
          {
            kind: 'per_user_marketing_limit',
            retry: 'later',
            waitSeconds: 86_400,
            detail: 'healthy ecosystem',
          },
        ],
        dedupeKey: 'status:wamid.B:failed:16505551234',
      },
    ]);
  });

  it('reads an error that belongs to no message', () => {
    expect(
      read('messages', { metadata, errors: [{ code: 130429, title: 'x', details: 'slow down' }] }),
    ).toMatchObject([
      { kind: 'provider_error', failures: [{ kind: 'throughput_exceeded', detail: 'slow down' }] },
    ]);
  });
});

describe('the phone app', () => {
  it('reads what the business wrote there', () => {
    const echo = {
      from: '15550783881',
      to: '39333',
      id: 'wamid.E',
      timestamp: '1749416383',
      type: 'text',
      text: { body: 'hi' },
    };
    expect(read('smb_message_echoes', { metadata, message_echoes: [echo] })).toMatchObject([
      { kind: 'message_echo', to: { waId: '39333' }, content: { text: 'hi' }, dedupeKey: 'echo:wamid.E' },
    ]);
    const revoke = { ...echo, type: 'revoke', revoke: { original_message_id: 'wamid.D' } };
    expect(read('smb_message_echoes', { metadata, message_echoes: [revoke] })).toMatchObject([
      { kind: 'message_revoked', byBusiness: true, person: { waId: '39333' } },
    ]);
  });

  it('reads contacts and history', () => {
    const contact = { full_name: 'Ana Bo', first_name: 'Ana', phone_number: '39333' };
    expect(
      read('smb_app_state_sync', {
        metadata,
        state_sync: [{ type: 'contact', contact, action: 'add', metadata: { timestamp: '1738346006' } }],
      }),
    ).toMatchObject([{ kind: 'contact_sync', action: 'add', phone: '39333', fullName: 'Ana Bo' }]);
    const text = (id: string, rest: object) => ({
      id,
      timestamp: '1738346006',
      type: 'text',
      text: { body: id },
      history_context: { status: 'READ' },
      ...rest,
    });
    const threads = [
      {
        id: '39333',
        messages: [text('a', { from: '39333' }), text('b', { from: '15550783881', to: '39333' })],
      },
    ];
    expect(
      read('history', {
        metadata,
        history: [{ metadata: { phase: 1, chunk_order: 2, progress: 55 }, threads }],
      }),
    ).toMatchObject([
      {
        kind: 'history',
        phase: 1,
        chunk: 2,
        progress: 55,
        messages: [
          { person: { waId: '39333' }, direction: 'in', status: 'read' },
          { person: { waId: '39333' }, direction: 'out' },
        ],
      },
    ]);
    expect(read('history', { metadata, history: [{ errors: [{ code: 2593109 }] }] })).toMatchObject([
      { kind: 'history', failures: [{ kind: 'history_refused' }] },
    ]);
  });
});
