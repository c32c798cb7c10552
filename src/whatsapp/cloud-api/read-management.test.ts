// Webhook fields about templates, numbers and the account, as the documentation describes it.

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

const template = {
  message_template_id: '12345678901234567',
  message_template_name: 'order',
  message_template_language: 'en-US',
};

describe('templates', () => {
  it('reads a rejection, with an id of 17 digits and the language in one spelling', () => {
    const value = {
      event: 'REJECTED',
      ...template,
      reason: 'INVALID_FORMAT',
      message_template_category: 'UTILITY',
      rejection_info: { reason: 'Too many variables', recommendation: 'Use fewer' },
    };
    expect(read('message_template_status_update', value)).toMatchObject([
      {
        kind: 'template_status',
        templateId: '12345678901234567',
        language: 'en_US',
        status: 'rejected',
        reason: 'Too many variables',
        recommendation: 'Use fewer',
        category: 'utility',
        wabaId: '42',
        occurredAt: new Date(entryTime * 1000),
        dedupeKey: `template:12345678901234567:REJECTED:${entryTime}`,
      },
    ]);
  });

  it.each([
    'APPROVED ARCHIVED UNARCHIVED DELETED DISABLED FLAGGED IN_APPEAL LIMIT_EXCEEDED LOCKED PAUSED PENDING REINSTATED PENDING_DELETION'.split(
      ' ',
    ),
  ])('knows every status', (...events) => {
    for (const event of events) {
      const [seen] = read('message_template_status_update', { event, ...template, reason: 'NONE' });
      expect(seen).toMatchObject({ kind: 'template_status', status: event.toLowerCase() });
      expect(seen).not.toHaveProperty('reason');
    }
  });

  it('reads a pause with its title', () => {
    const other_info = { title: 'FIRST_PAUSE', description: 'Paused for 3 hours' };
    expect(
      read('message_template_status_update', { event: 'PAUSED', ...template, reason: null, other_info }),
    ).toMatchObject([{ status: 'paused', title: 'FIRST_PAUSE', description: 'Paused for 3 hours' }]);
  });

  it.each(['message_template_quality_update', 'message_template_status_update'])(
    'reads quality by the field %s',
    (field) => {
      const value = { previous_quality_score: 'GREEN', new_quality_score: 'YELLOW', ...template };
      expect(read(field, value)).toMatchObject([
        { kind: 'template_quality', previous: 'green', quality: 'yellow' },
      ]);
    },
  );

  it('tells the notice of a category change from the change', () => {
    const notice = {
      ...template,
      new_category: 'UTILITY',
      correct_category: 'MARKETING',
      category_update_timestamp: 1746169200,
    };
    expect(read('template_category_update', notice)).toMatchObject([
      {
        kind: 'template_category',
        announced: true,
        category: 'marketing',
        previous: 'utility',
        at: new Date(1746169200e3),
      },
    ]);
    const done = { ...template, previous_category: 'UTILITY', new_category: 'MARKETING' };
    expect(read('template_category_update', done)).toMatchObject([
      { announced: false, category: 'marketing', previous: 'utility' },
    ]);
  });

  it('reads changed parts', () => {
    const value = {
      ...template,
      message_template_title: 'T',
      message_template_element: 'B',
      message_template_footer: 'F',
    };
    expect(read('message_template_components_update', value)).toMatchObject([
      { kind: 'template_components', header: 'T', body: 'B', footer: 'F' },
    ]);
  });
});

describe('number and account', () => {
  it.each<[string, object, object]>([
    [
      'phone_number_quality_update',
      {
        display_phone_number: '1555',
        event: 'THROUGHPUT_UPGRADE',
        max_daily_conversations_per_business: 'TIER_UNLIMITED',
      },
      { kind: 'number_quality', event: 'throughput_upgrade', messagingLimit: null, displayPhone: '1555' },
    ],
    [
      'phone_number_quality_update',
      { display_phone_number: '1555', event: 'DOWNGRADE', current_limit: 'TIER_2K', old_limit: 'TIER_10K' },
      { kind: 'number_quality', messagingLimit: 2000, previousLimit: 10_000 },
    ],
    [
      'phone_number_name_update',
      { decision: 'REJECTED', requested_verified_name: 'Shop', rejection_reason: 'NAME_NOT_CONSISTENT' },
      {
        kind: 'number_name',
        decision: 'rejected',
        requestedName: 'Shop',
        rejectionReason: 'NAME_NOT_CONSISTENT',
      },
    ],
    [
      'business_capability_update',
      { max_daily_conversations_per_business: 2000, max_phone_numbers_per_business: 20 },
      { kind: 'business_capability', messagingLimit: 2000, phoneNumberLimit: 20 },
    ],
    [
      'business_capability_update',
      { max_daily_conversations_per_business: 'TIER_2K' },
      { messagingLimit: 2000 },
    ],
    ['business_capability_update', { max_daily_conversations_per_business: -1 }, { messagingLimit: null }],
    [
      'account_update',
      { event: 'ACCOUNT_VIOLATION', violation_info: { violation_type: 'SPAM' } },
      { kind: 'account_update', event: 'account_violation', violation: 'SPAM' },
    ],
    [
      'account_update',
      {
        event: 'ACCOUNT_RESTRICTION',
        restriction_info: [
          { restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration: 1641848705 },
        ],
        ban_info: { waba_ban_state: 'DISABLE', waba_ban_date: 'April 17, 2025' },
      },
      {
        restrictions: [{ type: 'restricted_biz_initiated_messaging', until: new Date(1641848705e3) }],
        banState: 'disable',
        banDate: 'April 17, 2025',
      },
    ],
    [
      'account_alerts',
      {
        entity_type: 'WABA',
        entity_id: '42',
        alert_info: { alert_severity: 'CRITICAL', alert_type: 'X', alert_description: 'D' },
      },
      { kind: 'account_alert', entityType: 'WABA', severity: 'critical', alert: 'X', description: 'D' },
    ],
    ['account_review_update', { decision: 'APPROVED' }, { kind: 'account_review', decision: 'approved' }],
    [
      'business_username_updates',
      { display_phone_number: '1', username: 'shop', status: 'approved' },
      { kind: 'username', username: 'shop', status: 'approved' },
    ],
    [
      'security',
      { event: 'PIN_CHANGED', requester: '7' },
      { kind: 'security', event: 'pin_changed', requester: '7' },
    ],
    [
      'flows',
      { event: 'FLOW_STATUS_CHANGE', flow_id: '9', old_status: 'DRAFT', new_status: 'PUBLISHED' },
      { kind: 'flow', flowId: '9', status: 'published' },
    ],
    [
      'calls',
      {
        metadata,
        calls: [
          {
            id: 'wacid.A',
            from: '39333',
            to: '1555',
            event: 'terminate',
            timestamp: '1749416383',
            direction: 'USER_INITIATED',
            duration: 12,
          },
        ],
      },
      {
        kind: 'call',
        callId: 'wacid.A',
        event: 'terminate',
        person: { waId: '39333' },
        durationSeconds: 12,
        dedupeKey: 'call:wacid.A:event:terminate',
      },
    ],
    [
      'calls',
      { metadata, statuses: [{ id: 'wacid.A', type: 'call', status: 'RINGING', recipient_id: '39333' }] },
      { kind: 'call', event: 'ringing', person: { waId: '39333' } },
    ],
    [
      'tracking_events',
      { events: [1] },
      { kind: 'unknown', source: 'tracking_events', raw: expect.anything() },
    ],
  ])('reads %s', (field, value, expected) => {
    expect(read(field, value)).toMatchObject([expected]);
  });
});
