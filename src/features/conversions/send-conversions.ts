// Sends what is due, a call at a time: claimed before it, settled after it, never told twice.
import { publish } from '#events/publish.ts';
import { digitsOf } from '#features/deals/money.contract.ts';
import { conversionsFor } from '#features/numbers/numbers.ts';
import { AppError } from '#kit/errors.ts';
import { inCall, type OwnCall } from '#operations/in-call.ts';
import type { Services } from '#operations/services.ts';
import type {
  ConversionEvent,
  ConversionFault,
  ConversionOutcome,
  ConversionsProvider,
  ConversionTrouble,
} from '#whatsapp/conversions.ts';
import {
  claimConversions,
  cutInTwo,
  isAnyWaiting,
  lockWaiting,
  putBack,
  type Settled,
  settle,
  settleLate,
} from './conversion-claims.store.ts';
import { leaveOutWaiting } from './conversion-events.store.ts';
import { ANEW, lockSettings, noteHealth, type SettingsRow } from './conversion-settings.store.ts';
import { openToken } from './dataset-token.ts';
import { type LookedAt, lookAgain } from './look-again.ts';
import { tellConversions } from './tell-conversions.ts';
import { TOO_OLD_MS } from './wanted-conversions.ts';

const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 60 * 60_000;

/** Goes on until nothing waits, or what waits must not be sent now. */
export async function sendConversions(
  services: Services,
  workspaceId: string,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const next = await inCall(services, workspaceId, prepare);
    if (next === 'nothing') return;
    if (next === 'more') continue;
    const outcome = await next.provider.send(next.rows.map(eventOf));
    await inCall(services, workspaceId, (call) => conclude(call, next, outcome));
  }
}

/** When what still waits is to be sent; null: nothing waits, or somebody must act first. */
export async function nextTry(call: OwnCall): Promise<Date | null> {
  const settings = await lockSettings(call);
  if (!settings?.enabled || isHalted(settings) || !(await isAnyWaiting(call))) return null;
  return settings.paused_until ?? call.now;
}

/** A trouble with a pause is tried again by itself. */
function isHalted({ trouble, paused_until }: SettingsRow): boolean {
  return trouble !== null && paused_until === null;
}

type Try = {
  claim: string;
  rows: readonly LookedAt[];
  provider: ConversionsProvider;
  settings: SettingsRow;
};

/** The claim is committed before the call: whatever dies afterwards, nobody takes it for unsent. */
async function prepare(call: OwnCall): Promise<Try | 'more' | 'nothing'> {
  const settings = await lockSettings(call);
  await tellConversions(call, await settleLate(call, new Date(call.now.getTime() - TOO_OLD_MS)));
  if (!settings?.enabled) {
    await tellConversions(call, await leaveOutWaiting(call));
    return 'nothing';
  }
  if (isHalted(settings) || (settings.paused_until ?? call.now) > call.now) return 'nothing';
  const provider = await openProvider(call, settings);
  if (provider === null) return 'nothing';
  const due = await lockWaiting(call);
  if (due.length === 0) return 'nothing';
  const lookedAt = await lookAgain(call, settings, due);
  const claim = await claimConversions(call, lookedAt);
  const rows = lookedAt.filter((row) => row.leftOut === null);
  await tellConversions(
    call,
    lookedAt.filter((row) => row.leftOut !== null).map((row) => row.dealId),
  );
  return rows.length === 0 ? 'more' : { claim, rows, provider, settings };
}

/** Null when the account is gone, which is then what the settings say. */
async function openProvider(call: OwnCall, settings: SettingsRow): Promise<ConversionsProvider | null> {
  try {
    return await providerOf(call, settings);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'number_disconnected') throw error;
    await halt(call, settings, 'account_disconnected', error.message);
    return null;
  }
}

/** Throws `number_disconnected`. */
export function providerOf(
  call: Pick<OwnCall, 'tx' | 'workspaceId' | 'services'>,
  settings: SettingsRow,
): Promise<ConversionsProvider> {
  if (settings.account_id === null)
    throw new AppError('number_disconnected', 'The WhatsApp account is not connected any more.', {
      status: 409,
    });
  const token = openToken(call, settings);
  return conversionsFor(call, settings.account_id, { datasetId: settings.dataset_id, token });
}

function eventOf({ id, kind, at, amount, currency, person }: LookedAt): ConversionEvent {
  const { clickId, phone, email } = person;
  return { id, kind, at, clickId, phone, email, worth: worthOf(amount, currency) };
}

function worthOf(amount: number | null, currency: string | null): ConversionEvent['worth'] {
  if (amount === null || currency === null) return null;
  const digits = digitsOf(currency);
  return { value: Number((amount / 10 ** digits).toFixed(digits)), currency };
}

/**
 * As long as nothing was received with these settings, a refusal that names no event is theirs: else one wrong setting
 * would cost every event.
 */
async function conclude(call: OwnCall, tried: Try, outcome: ConversionOutcome): Promise<void> {
  const settings = await lockSettings(call);
  const { claim, rows } = tried;
  const finish = async (settled: Settled) => {
    await settle(call, claim, settled);
    await tellConversions(
      call,
      rows.map((row) => row.dealId),
    );
  };
  const refuse = async (reason: ConversionFault, detail: string) => {
    if (rows.length > 1) await cutInTwo(call, claim);
    else await finish({ state: 'refused', reason, detail });
  };
  switch (outcome.outcome) {
    case 'received':
      await noteAnswer(call, tried.settings, true);
      return finish({ state: 'received' });
    case 'dropped':
      await noteAnswer(call, tried.settings, false);
      return finish({ state: 'refused', reason: 'dropped', detail: null });
    case 'uncertain':
      return finish({ state: 'uncertain', detail: outcome.detail });
    case 'refused':
      await noteAnswer(call, tried.settings, false);
      return refuse(outcome.why, outcome.detail);
    case 'doubtful':
      if (settings?.proven) return refuse('event_refused', outcome.detail);
      await putBack(call, claim);
      return halt(call, tried.settings, 'call_refused', outcome.detail);
    case 'halted':
      await putBack(call, claim);
      return halt(call, tried.settings, outcome.why, outcome.detail);
    case 'later': {
      const tries = Math.max(...rows.map((row) => row.attempts));
      const grown = Math.min(FIRST_WAIT_MS * 2 ** Math.min(tries, 10), LONGEST_WAIT_MS);
      const waitMs = Math.max(grown, (outcome.waitSeconds ?? 0) * 1_000);
      await putBack(call, claim);
      await noteHealth(call, tried.settings, { paused_until: new Date(call.now.getTime() + waitMs) });
    }
  }
}

/** Meta reads what is sent with these settings: what kept it from that is over. */
async function noteAnswer(call: OwnCall, tried: SettingsRow, isReceived: boolean): Promise<void> {
  const proven = tried.proven || isReceived;
  if (proven === tried.proven && tried.paused_until === null) return;
  await noteHealth(call, tried, { ...ANEW, proven });
}

/** A refusal that nobody understands may pass: it is tried again by itself. */
async function halt(
  call: OwnCall,
  tried: SettingsRow,
  kind: ConversionTrouble,
  detail: string,
): Promise<void> {
  const again = kind === 'call_refused' ? new Date(call.now.getTime() + LONGEST_WAIT_MS) : null;
  const isNews = tried.trouble !== kind;
  const told = { trouble: kind, trouble_detail: detail, paused_until: again };
  const isNoted = await noteHealth(call, tried, isNews ? { ...told, trouble_at: call.now } : told);
  if (!isNoted || !isNews) return;
  const actor = { kind: 'system', name: 'conversions' } as const;
  await publish({ ...call, actor }, 'conversions.stopped', null, { kind, text: detail });
}
