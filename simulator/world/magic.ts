// Phone numbers with a fixed fate: their last seven digits say what happens to a message sent to them.

import { failureCodes, failureOf } from './failures.ts';

export type Behaviour =
  | 'never-delivered'
  | 'never-read'
  | 'read-without-delivered'
  | 'reply'
  | 'tap-first-button'
  | 'write-stop'
  | 'stop-marketing'
  | 'block'
  | 'report'
  | 'mute'
  | 'failed-then-delivered'
  | 'webhooks-reversed'
  | 'webhooks-twice'
  | 'slow'
  | 'username-with-phone'
  | 'username-only'
  | 'ordinary';

export const behaviours: Record<string, [behaviour: Behaviour, meaning: string]> = {
  '9990000': ['ordinary', 'Delivered and read, nothing left to chance, never answers'],
  '9990001': ['never-delivered', 'Stays at sent for ever (the phone is off)'],
  '9990002': ['never-read', 'Delivered, never read'],
  '9990003': ['read-without-delivered', 'Read arrives, delivered never does'],
  '9990004': ['reply', 'Delivered and read, then writes an answer to a template'],
  '9990005': ['tap-first-button', 'Delivered and read, then taps the first quick reply or row'],
  '9990006': [
    'write-stop',
    'Delivered and read, then writes STOP (or taps the opt-out button, if there is one)',
  ],
  '9990007': ['stop-marketing', 'Delivered and read, then stops marketing in the app (user_preferences)'],
  '9990008': ['block', 'Delivered, then blocks the business: later messages stay at sent'],
  '9990009': ['report', 'Delivered, then reports and blocks the business'],
  '9990010': ['failed-then-delivered', 'A failed status (131026), then delivered and read after all'],
  '9990011': ['webhooks-reversed', 'Statuses arrive as read, delivered, sent'],
  '9990012': ['webhooks-twice', 'Every status arrives twice'],
  '9990013': ['slow', 'Delivered only after an hour of world time'],
  '9990020': ['username-with-phone', 'Has a username; webhooks carry phone and user id'],
  '9990021': ['username-only', 'Has a username; what they write carries no phone number, only the user id'],
};

export interface Magic {
  behaviour?: Behaviour;
  failCode?: number;
}

/** The fate written in a number, if any: `9` and a six-digit error code (9131026), or one of `behaviours`. */
export function magicOf(waId: string): Magic | undefined {
  const ending = waId.slice(-7);
  if (ending[0] !== '9') return undefined;
  const behaviour = behaviours[ending]?.[0];
  if (behaviour) return { behaviour };
  const code = Number(ending.slice(1));
  return code > 0 && failureOf(code) ? { failCode: code } : undefined;
}

/** The table that GET /_simulator/magic prints. */
export function describeMagic() {
  return {
    rule: 'The last seven digits of the recipient decide. 9 + error code with six digits: the message fails with it.',
    behaviours: Object.entries(behaviours).map(([ending, [behaviour, meaning]]) => ({
      ending,
      behaviour,
      meaning,
    })),
    failures: failureCodes
      .filter((code) => code > 0)
      .map((code) => ({ ending: `9${String(code).padStart(6, '0')}`, code, ...failureOf(code)! }))
      .map(({ ending, code, title, where }) => ({
        ending,
        code,
        title,
        when: where === 'sync' ? 'in the HTTP answer' : 'by failed webhook',
      })),
  };
}
