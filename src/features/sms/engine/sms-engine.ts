// Sends the SMS that are due: claims some, calls the provider, writes what became of them.
import type { SmsOutcome } from '#features/sms/port.ts';
import type { SmsCall, SmsWatcher } from '#features/sms/sms.types.ts';
import { callbackUrl, providerOf } from '#features/sms/sms-connection.ts';
import {
  type ClaimedSms,
  changeSms,
  claimSms,
  type SmsChange,
  workspacesWithDue,
} from '#features/sms/sms-outbox.store.ts';
import { noteTrouble, readSettings } from '#features/sms/sms-settings.store.ts';
import { now, sleep } from '#kit/clock.ts';
import { logger } from '#kit/log.ts';
import type { Engine } from '#operations/engine.ts';
import type { Services } from '#operations/services.ts';

const log = logger('sms');
const REST_MS = 1_000;
const AT_ONCE = 20;
const MOST_TRIES = 6;
const actor = { kind: 'system', name: 'sms' } as const;

export function smsEngine(watcher: SmsWatcher): Engine {
  return {
    name: 'sms',
    async run(services, { signal }) {
      while (!signal.aborted) {
        let more = false;
        try {
          for (const workspaceId of await services.db.asSystem((tx) => workspacesWithDue(tx, now())))
            more = (await sendDue(services, watcher, workspaceId)) || more;
        } catch (error) {
          log.error({ err: error }, 'SMS could not be sent, trying again');
        }
        if (!more) await sleep(REST_MS, signal).catch(() => {});
      }
    },
  };
}

/** One batch of a workspace; true when there may be more to do at once. */
async function sendDue(services: Services, watcher: SmsWatcher, workspaceId: string): Promise<boolean> {
  const within = <T>(work: (call: SmsCall) => Promise<T>) =>
    services.db.inWorkspace(workspaceId, (tx) => work({ workspaceId, tx, now: now(), actor }));
  const claimed = await within(async (call) => {
    const settings = await readSettings(call);
    return settings?.enabled ? { settings, rows: await claimSms(call, AT_ONCE) } : null;
  });
  if (!claimed || claimed.rows.length === 0) return false;
  const { settings, rows } = claimed;
  const provider = providerOf(services, workspaceId, settings);
  const address = callbackUrl(services, workspaceId);
  const settled = await Promise.all(
    rows.map(async (sms): Promise<{ sms: ClaimedSms; outcome: Settled }> => {
      if (sms.withheld) return { sms, outcome: { outcome: 'withheld' } };
      if (sms.orphaned && !settings.remembers_reference)
        return { sms, outcome: { outcome: 'uncertain', text: 'The call ended without an answer.' } };
      const call = { to: sms.phone, text: sms.text, reference: sms.id, callbackUrl: address };
      return { sms, outcome: await provider.send(call) };
    }),
  );
  let halted = false;
  await within(async (call) => {
    const decided = settled.map(({ sms, outcome }) =>
      changeOf(call.now, sms, outcome, settings.remembers_reference),
    );
    const again = decided.filter((change) => change.state === 'queued');
    const forward = decided.filter((change) => change.state !== 'queued');
    const moves = [...(await changeSms(call, forward)), ...(await changeSms(call, again, true))];
    const trouble = settled.flatMap(({ outcome }) =>
      outcome.outcome === 'later' && outcome.all ? [outcome.text] : [],
    );
    halted = trouble.length > 0;
    await noteTrouble(call, trouble[0] ?? null);
    await watcher.moved(call, moves);
  });
  return rows.length === AT_ONCE && !halted;
}

type Settled = SmsOutcome | { outcome: 'withheld' };

function changeOf(at: Date, sms: ClaimedSms, outcome: Settled, repeatable: boolean): SmsChange {
  const { id } = sms;
  const later = (afterMs: number, failure: string): SmsChange => ({
    id,
    state: 'queued',
    failure,
    dueAt: new Date(at.getTime() + afterMs),
  });
  switch (outcome.outcome) {
    case 'withheld':
      return { id, state: 'withheld', failure: sms.withheld };
    case 'accepted':
      return { id, state: 'accepted', providerId: outcome.providerId };
    case 'refused':
      return { id, state: 'failed', failure: outcome.text };
    case 'later':
      if (outcome.all || sms.attempts < MOST_TRIES) return later(outcome.afterMs, outcome.text);
      return { id, state: 'failed', failure: outcome.text };
    case 'uncertain':
      // The same reference again is the same SMS.
      if (repeatable && sms.attempts < MOST_TRIES) return later(2 ** sms.attempts * 1_000, outcome.text);
      return { id, state: 'uncertain', failure: outcome.text };
  }
}
