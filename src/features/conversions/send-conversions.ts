// Sends what is due, a call at a time: claimed before it, settled after it, never told twice.
import { publish } from '#events/publish.ts';
import { digitsOf } from '#features/deals/money.contract.ts';
import { conversionsFor } from '#features/numbers/numbers.ts';
import { AppError } from '#kit/errors.ts';
import { inCall, type OwnCall } from '#operations/in-call.ts';
import type { Services } from '#operations/services.ts';
import type {
  ConversionEvent,
  ConversionOutcome,
  ConversionsProvider,
  ConversionTrouble,
} from '#whatsapp/conversions.ts';
import {
  claimConversions,
  cutInTwo,
  leaveOut,
  lockDue,
  putBack,
  settle,
  settleLate,
} from './conversion-claims.store.ts';
import { readPeople } from './conversion-people.store.ts';
import { noteTrouble, readSettings, type SettingsRow } from './conversion-settings.store.ts';
import type { ClaimedConversion, LeftOut } from './conversions.types.ts';
import { tellConversions } from './tell-conversions.ts';
import { leftOut, TOO_OLD_MS } from './wanted-conversions.ts';

const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 60 * 60_000;

/** Answers when to look again, where a call is to be repeated; null: nothing is left to do. */
export async function sendConversions(
  services: Services,
  workspaceId: string,
  signal: AbortSignal,
): Promise<Date | null> {
  while (!signal.aborted) {
    const next = await inCall(services, workspaceId, prepare);
    if (next === 'nothing') return null;
    if (next === 'more') continue;
    const outcome = await next.provider.send(next.events);
    const again = await inCall(services, workspaceId, (call) => conclude(call, next, outcome));
    if (again !== 'more') return again;
  }
  return null;
}

type Try = {
  claim: string;
  events: ConversionEvent[];
  rows: readonly ClaimedConversion[];
  provider: ConversionsProvider;
  settings: SettingsRow;
};

/** The claim is committed before the call: whatever dies afterwards, nobody takes it for unsent. */
async function prepare(call: OwnCall): Promise<Try | 'more' | 'nothing'> {
  const settings = await readSettings(call);
  await tellConversions(call, await settleLate(call, new Date(call.now.getTime() - TOO_OLD_MS)));
  if (!settings?.enabled || settings.trouble !== null) return 'nothing';
  const provider = await openProvider(call, settings);
  if (provider === null) return 'nothing';
  const due = await lockDue(call);
  if (due.length === 0) return 'nothing';
  const people = await readPeople(
    call,
    settings.account_id,
    due.map((row) => row.contactId),
  );
  const out: { id: string; reason: LeftOut }[] = [];
  const events: ConversionEvent[] = [];
  for (const row of due) {
    const person = people.get(row.contactId)!;
    const reason = leftOut(row, person, { subscribedOnly: settings.subscribed_only });
    if (reason) out.push({ id: row.id, reason });
    else events.push({ ...row, ...person, worth: worthOf(row) });
  }
  await leaveOut(call, out);
  await tellConversions(
    call,
    due.filter((row) => out.some((left) => left.id === row.id)).map((row) => row.dealId),
  );
  if (events.length === 0) return 'more';
  const ids = new Set(events.map((event) => event.id));
  const claim = await claimConversions(call, [...ids]);
  return { claim, events, rows: due.filter((row) => ids.has(row.id)), provider, settings };
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
  const token = settings.token_sealed
    ? call.services.secrets.open(settings.token_sealed, tokenPlace(call.workspaceId))
    : null;
  return conversionsFor(call, settings.account_id, { datasetId: settings.dataset_id, token });
}

export const tokenPlace = (workspaceId: string) => `conversions:${workspaceId}:token`;

function worthOf({ amount, currency }: ClaimedConversion): ConversionEvent['worth'] {
  if (amount === null || currency === null) return null;
  const digits = digitsOf(currency);
  return { value: Number((amount / 10 ** digits).toFixed(digits)), currency };
}

async function conclude(
  call: OwnCall,
  { claim, rows, settings }: Try,
  outcome: ConversionOutcome,
): Promise<Date | 'more' | null> {
  await tellConversions(
    call,
    rows.map((row) => row.dealId),
  );
  switch (outcome.outcome) {
    case 'received':
      await settle(call, claim, { state: 'received' });
      return 'more';
    case 'dropped':
      await settle(call, claim, { state: 'refused', reason: 'dropped', detail: null });
      return 'more';
    case 'uncertain':
      await settle(call, claim, { state: 'uncertain', detail: outcome.detail });
      return 'more';
    case 'refused':
      if (rows.length > 1) await cutInTwo(call, claim);
      else await settle(call, claim, { state: 'refused', reason: outcome.why, detail: outcome.detail });
      return 'more';
    case 'halted':
      await putBack(call, claim, call.now);
      await halt(call, settings, outcome.why, outcome.detail);
      return null;
    case 'later': {
      const tries = Math.max(...rows.map((row) => row.attempts));
      const grown = Math.min(FIRST_WAIT_MS * 2 ** Math.min(tries, 10), LONGEST_WAIT_MS);
      const again = new Date(call.now.getTime() + Math.max(grown, (outcome.waitSeconds ?? 0) * 1_000));
      await putBack(call, claim, again);
      return again;
    }
  }
}

async function halt(
  call: OwnCall,
  settings: SettingsRow,
  kind: ConversionTrouble,
  detail: string,
): Promise<void> {
  if (!(await noteTrouble(call, settings, { kind, detail }))) return;
  const actor = { kind: 'system', name: 'conversions' } as const;
  await publish({ ...call, actor }, 'conversions.stopped', null, { kind, text: detail });
}
