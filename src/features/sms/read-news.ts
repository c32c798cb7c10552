// Reads what an SMS provider posts to us: receipts and answers, in the spellings that are common. Pure.
import { textAt } from './http-provider.ts';
import type { SmsNews } from './port.ts';

const DELIVERED = new Set(['delivered', 'delivrd', 'read']);
const SENT = new Set(['sent', 'buffered', 'submitted', 'enroute', 'accepted_by_carrier']);
const FAILED = new Set([
  'failed',
  'undelivered',
  'undeliverable',
  'expired',
  'rejected',
  'deleted',
  'undeliv',
  'rejectd',
  'error',
]);
const STATUS = ['status', 'message_status', 'MessageStatus', 'SmsStatus', 'dlr_status'];
const REFERENCE = ['reference', 'client_ref', 'clientRef', 'custom_id', 'correlation_id'];
const ID = ['id', 'message_id', 'messageId', 'MessageSid', 'SmsSid'];
const FAILURE = ['error.message', 'error.code', 'error', 'ErrorMessage', 'ErrorCode', 'reason'];

export function readNews(body: unknown): SmsNews {
  const first = (paths: readonly string[]) =>
    paths.map((path) => textAt(body, path)).find((found) => found !== null) ?? null;
  const status = first(STATUS)?.toLowerCase() ?? null;
  if (status === null) {
    const from = first(['from', 'From', 'sender']);
    const text = first(['text', 'Body', 'message', 'content']);
    return from !== null && text !== null ? { kind: 'received', from, text } : { kind: 'other' };
  }
  const state = DELIVERED.has(status)
    ? 'delivered'
    : FAILED.has(status)
      ? 'failed'
      : SENT.has(status)
        ? 'sent'
        : null;
  if (state === null) return { kind: 'other' };
  const failure = state === 'failed' ? (first(FAILURE) ?? status) : null;
  return { kind: 'status', reference: first(REFERENCE), providerId: first(ID), state, failure };
}
