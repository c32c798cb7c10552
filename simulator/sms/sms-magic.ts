// Numbers with a fixed fate for SMS: their last seven digits. For WhatsApp these numbers are ordinary people.

export interface SmsFate {
  meaning: string;
  /** Refused in the answer. */
  refused?: { status: number; code: string; message: string; retryAfter?: number };
  /** Taken, and failed by receipt. */
  failed?: { code: string; message: string; afterMs?: number };
  silent?: boolean;
  twice?: boolean;
  answers?: string;
}

export const smsFates: Record<string, SmsFate> = {
  '9991001': {
    meaning: 'Sent, then failed: nobody has this number',
    failed: { code: 'unknown_number', message: 'Nobody has this number.' },
  },
  '9991002': { meaning: 'Stays at sent: the phone is off, no further receipt', silent: true },
  '9991003': {
    meaning: 'Sent, then failed: the carrier refuses it',
    failed: { code: 'carrier_refused', message: 'The carrier refused the message.' },
  },
  '9991004': {
    meaning: 'Refused at once: not a mobile number',
    refused: { status: 400, code: 'invalid_number', message: 'This is not a mobile number.' },
  },
  '9991005': {
    meaning: 'Refused at once: the account has no credit',
    refused: { status: 402, code: 'no_credit', message: 'The account has no credit left.' },
  },
  '9991006': {
    meaning: 'Refused at once, every time: too many requests',
    refused: { status: 429, code: 'rate_limited', message: 'Too many requests.', retryAfter: 2 },
  },
  '9991007': {
    meaning: 'Refused at once, every time: the provider is out of order',
    refused: { status: 503, code: 'unavailable', message: 'The service is not available.', retryAfter: 5 },
  },
  '9991008': {
    meaning: 'Sent, then failed after a day: the phone was off all the time',
    failed: { code: 'expired', message: 'The phone could not be reached in time.', afterMs: 86_400_000 },
  },
  '9991009': { meaning: 'Every receipt arrives twice', twice: true },
  '9991010': { meaning: 'Delivered, then answers STOP', answers: 'STOP' },
};

export function smsFateOf(number: string): SmsFate | undefined {
  return smsFates[number.replace(/\D/g, '').slice(-7)];
}
