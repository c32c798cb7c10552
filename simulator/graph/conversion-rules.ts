// What Meta asks of a conversion event of business messaging; the first fault of a batch refuses all of it.

import { type Fields, isObject, textOf } from './fields.ts';
import { GraphError, invalidParameter } from './graph-error.ts';

export const MOST_EVENTS = 1_000;
const OLDEST_SECONDS = 7 * 24 * 3_600;
/** Clocks differ a little. */
const AHEAD_SECONDS = 600;

const NAMES = new Set([
  'Purchase',
  'LeadSubmitted',
  'InitiateCheckout',
  'AddToCart',
  'ViewContent',
  'OrderCreated',
  'OrderShipped',
  'OrderDelivered',
  'OrderCanceled',
  'OrderReturned',
  'CartAbandoned',
  'QualifiedLead',
  'RatingProvided',
  'ReviewProvided',
]);

/** Keys of a person that are sent as SHA-256 of the normalised value. */
const HASHED = ['em', 'ph', 'fn', 'ln', 'ct', 'st', 'zp', 'country', 'db', 'ge'];
const CLICK_ID = /^AR[\w-]{8,500}$/;

/** The events of a call. Throws what Meta answers when one of them will not do. `now` in seconds. */
export function readEvents(fields: Fields, wabaId: string, now: number): Fields[] {
  const { data } = fields;
  if (!Array.isArray(data) || data.length === 0)
    throw invalidParameter('Param data must be a non-empty array.');
  if (data.length > MOST_EVENTS)
    throw invalidParameter(`Param data must have at most ${MOST_EVENTS} events.`);
  for (const event of data) {
    if (!isObject(event)) throw invalidParameter('Every item of data must be an object.');
    checkEvent(event, wabaId, now);
  }
  return data;
}

function checkEvent(event: Fields, wabaId: string, now: number): void {
  if (event.action_source !== 'business_messaging')
    throw invalidParameter('action_source must be business_messaging here.');
  if (event.messaging_channel !== 'whatsapp')
    throw invalidParameter('messaging_channel must be whatsapp here.');
  const name = textOf(event.event_name) ?? '';
  if (!NAMES.has(name))
    throw refusal(2804066, 'Messaging Event Invalid Event Type', `The event type ${name} is not supported.`);
  const time = Number(event.event_time);
  if (!Number.isInteger(time)) throw invalidParameter('event_time must be a time in seconds.');
  if (time < now - OLDEST_SECONDS)
    throw invalidParameter('event_time is more than seven days ago: such events are not taken.');
  if (time > now + AHEAD_SECONDS) throw invalidParameter('event_time lies in the future.');
  checkPerson(isObject(event.user_data) ? event.user_data : {}, wabaId);
  if (name === 'Purchase') checkValue(isObject(event.custom_data) ? event.custom_data : {});
}

function checkPerson(person: Fields, wabaId: string): void {
  if (textOf(person.whatsapp_business_account_id) !== wabaId)
    throw invalidParameter('user_data needs the whatsapp_business_account_id of this dataset.');
  const hashes = HASHED.flatMap((key) => (person[key] === undefined ? [] : [person[key]].flat()));
  if (hashes.some((value) => !/^[0-9a-f]{64}$/.test(String(value))))
    throw invalidParameter(
      'Data of a person must be hashed with SHA-256, as 64 lower-case hexadecimal digits.',
    );
  const click = textOf(person.ctwa_clid);
  if (click === undefined && hashes.length === 0)
    throw invalidParameter('user_data has nothing by which a person could be found.');
  if (click !== undefined && !CLICK_ID.test(click))
    throw refusal(2804087, 'Messaging Event Invalid Click ID', 'The ctwa_clid is not valid.');
}

function checkValue({ currency, value }: Fields): void {
  if (!/^[A-Z]{3}$/.test(String(currency ?? ''))) throw invalidParameter('A Purchase needs a currency.');
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0)
    throw invalidParameter('A Purchase needs a value that is a number.');
}

function refusal(subcode: number, userTitle: string, userMessage: string): GraphError {
  return new GraphError(100, 'Invalid parameter', { subcode, userTitle, userMessage, bare: true });
}
