// Meta's Conversions API: sends events to a dataset and reads what became of them; finds the dataset of an account.
import type { ConversionOutcome, ConversionsProvider, ConversionTrouble } from '#whatsapp/conversions.ts';
import type { Failure } from '#whatsapp/failure-kinds.ts';
import { callsOf } from './calls.ts';
import type { GraphClient, GraphReply } from './client.ts';
import { EventsAnswer, IdAnswer } from './wire.ts';
import { writeConversionEvent } from './write-conversion-event.ts';

export type DatasetKeys = { token: string; wabaId: string; datasetId: string };

const PARTNER = 'rondine';
/** Subcodes of code 100: all others leave open whether an event or the call is at fault. */
const CLICK_REFUSED = 2804087;
const NO_SUCH_OBJECT = 33;
/** Too many calls: of this interface, of a person, of a page. Messages have other meanings for them, or none. */
const LIMITED = new Set([613, 17, 32]);
const isLimited = (code: number) => LIMITED.has(code) || (code >= 80_000 && code <= 80_014);

const TROUBLES: Partial<Record<Failure['kind'], ConversionTrouble>> = {
  token_invalid: 'token_invalid',
  permission_missing: 'permission_missing',
  account_restricted: 'account_restricted',
};

export function conversionCalls(client: GraphClient, keys: DatasetKeys): ConversionsProvider {
  return {
    async send(events, { testCode } = {}) {
      const reply = await client.call({
        method: 'POST',
        path: `${keys.datasetId}/events`,
        token: keys.token,
        body: {
          data: events.map((event) => writeConversionEvent(event, keys.wabaId)),
          partner_agent: PARTNER,
          ...(testCode ? { test_event_code: testCode } : {}),
        },
      });
      return outcomeOf(reply, events.length);
    },
  };
}

/** Makes the account's dataset where there is none. Throws `ProviderError`. */
export async function findDataset(
  client: GraphClient,
  { token, wabaId }: Pick<DatasetKeys, 'token' | 'wabaId'>,
): Promise<string> {
  const path = `${wabaId}/dataset`;
  return (await callsOf(client, { token }).ask(IdAnswer, { method: 'POST', path })).id;
}

export function outcomeOf(reply: GraphReply, sent: number): ConversionOutcome {
  if (reply.result === 'answer') {
    const received = EventsAnswer.safeParse(reply.body).data?.events_received;
    if (received === sent) return { outcome: 'received' };
    if (received === 0) return { outcome: 'dropped' };
    return { outcome: 'uncertain', detail: `Meta counted ${received ?? 'nothing'} of ${sent} events.` };
  }
  const { failure } = reply;
  const detail = failure.detail ?? failure.message;
  if (reply.result === 'lost' || failure.mayHaveBeenAccepted) return { outcome: 'uncertain', detail };
  if (failure.retry !== 'no' || failure.isTransient || isLimited(failure.code ?? 0))
    return { outcome: 'later', waitSeconds: failure.waitSeconds ?? null, detail };
  if (failure.code === 100 && failure.subcode === NO_SUCH_OBJECT)
    return { outcome: 'halted', why: 'dataset_unknown', detail };
  if (failure.subcode === CLICK_REFUSED) return { outcome: 'refused', why: 'click_refused', detail };
  if (failure.kind === 'conversion_event_refused')
    return { outcome: 'refused', why: 'event_refused', detail };
  if (failure.kind === 'request_invalid') return { outcome: 'doubtful', detail };
  return { outcome: 'halted', why: TROUBLES[failure.kind] ?? 'call_refused', detail };
}
