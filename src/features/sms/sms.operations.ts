// Pairs the operations on SMS with their handlers.
import { pair } from '#operations/handle.ts';
import { clearSms } from './operations/clear-sms.ts';
import { getSms } from './operations/get-sms.ts';
import { saveSms } from './operations/save-sms.ts';
import { testSms } from './operations/test-sms.ts';
import { smsContract } from './sms.contract.ts';

export const smsOperations = pair(smsContract, {
  get: getSms,
  save: saveSms,
  test: testSms,
  clear: clearSms,
});
