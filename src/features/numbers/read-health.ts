// Reads what the provider says of a number and keeps it, also when the token no longer works.
import { publish } from '#events/publish.ts';
import type { Call } from '#operations/call.ts';
import { type NumberStatus, ProviderError } from '#whatsapp/port.ts';
import { askPhoneApp } from './ask-phone-app.ts';
import { figuresOf } from './figures.ts';
import { type NumberRow, updateAccount, updateFigures } from './numbers.store.ts';
import { notePortfolio } from './numbers-portfolio.store.ts';
import { providerForNumber } from './providers.ts';

export type HealthCall = Pick<Call, 'tx' | 'workspaceId' | 'now' | 'services' | 'actor'>;

/** A token that is refused becomes the account's state; other failures of the provider leave the figures as they are. */
export async function readHealth(call: HealthCall, number: NumberRow): Promise<void> {
  let status: NumberStatus;
  try {
    status = await (await providerForNumber(call, number.id)).numberStatus();
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    if (error.failure.kind === 'token_invalid') await noteTokenInvalid(call, number, error.failure.message);
    return;
  }
  const figures = figuresOf(status);
  await updateFigures(call, number.id, figures);
  if (status.onPhoneApp) await askPhoneApp(call, number.id);
  const recovered = number.accountState === 'token_invalid';
  if (recovered) await updateAccount(call, number.accountId, { state: 'connected', state_reason: null });
  const changed = new Set(await notePortfolio(call, number.accountId, status));
  if (
    recovered ||
    (Object.keys(figures) as (keyof typeof figures)[]).some((key) => figures[key] !== number[key])
  )
    changed.add(number.id);
  const quality =
    figures.quality === number.quality ? {} : { quality: { from: number.quality, to: figures.quality } };
  for (const id of changed) await publish(call, 'number.changed', id, id === number.id ? quality : {});
}

async function noteTokenInvalid(call: HealthCall, number: NumberRow, reason: string): Promise<void> {
  if (number.accountState === 'token_invalid') return;
  await updateAccount(call, number.accountId, { state: 'token_invalid', state_reason: reason });
  await publish(call, 'number.refused', number.id, { kind: 'token_invalid', text: reason });
  await publish(call, 'number.changed', number.id, {});
}
