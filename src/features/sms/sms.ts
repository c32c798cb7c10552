// Front door of SMS: put them in the outbox, take them back.

import type { NewSms, SmsCall, SmsMove } from './sms.types.ts';
import { smsLength } from './sms-length.ts';
import { insertSms } from './sms-outbox.store.ts';

export type { NewSms, SmsCall, SmsMove, SmsWatcher } from './sms.types.ts';
export { isSmsReady } from './sms-connection.ts';
export { moveSms, withdrawSms } from './sms-outbox.store.ts';

/** Written with what causes them, sent by the engine. Answers those that are new. */
export function queueSms(call: SmsCall, rows: readonly Omit<NewSms, 'parts'>[]): Promise<SmsMove[]> {
  return insertSms(
    call,
    rows.map((row) => ({ ...row, parts: smsLength(row.text).parts })),
  );
}
