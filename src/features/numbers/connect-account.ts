// Connects a number: checks its keys, stores them sealed and has the webhooks sent to us.
import { publish } from '#events/publish.ts';
import { AppError, badInput, conflict, isUniqueViolation } from '#kit/errors.ts';
import { newId } from '#kit/ids.ts';
import type { Call } from '#operations/call.ts';
import type { Services } from '#operations/services.ts';
import { checkConnection } from '#whatsapp/cloud-api/connect-check.ts';
import { ProviderError } from '#whatsapp/port.ts';
import { askPhoneApp } from './ask-phone-app.ts';
import { blocks, figuresOf } from './figures.ts';
import type { ConnectInput } from './numbers.contract.ts';
import {
  findAccount,
  findAccountId,
  findNumber,
  findNumberId,
  type NumberRow,
  saveAccount,
  saveNumber,
} from './numbers.store.ts';
import { notePortfolio } from './numbers-portfolio.store.ts';
import { providerForNumber, sealContext } from './providers.ts';

export type ConnectCall = Pick<Call, 'tx' | 'workspaceId' | 'now' | 'services' | 'actor'>;
export type ConnectKeys = ConnectInput & { simulated?: boolean };

/** The address and token that the provider's webhooks are set to: the same for every account. */
export function webhookAddress(services: Pick<Services, 'publicUrl' | 'secrets'>) {
  return {
    url: `${services.publicUrl}/webhooks/whatsapp`,
    verifyToken: services.secrets.digest('webhook verify token'),
  };
}

/**
 * Connects the number, or gives new keys to one that is connected already. Throws `bad_input` with each problem at
 * its field, `account_connected_elsewhere`, and `webhook_refused` when the provider cannot reach us.
 */
export async function connectNumber(call: ConnectCall, keys: ConnectKeys): Promise<NumberRow> {
  const { services } = call;
  const simulated = keys.simulated ?? false;
  const graph = simulated
    ? { url: services.simulator?.url ?? services.graph.url, version: services.graph.version }
    : services.graph;
  const report = await checkConnection(keys, { baseUrl: graph.url, version: graph.version });
  if (blocks(report))
    throw badInput(
      report.problems.filter((p) => p.blocking).map((p) => ({ path: p.field, message: p.message })),
      'The number cannot be connected with these keys.',
    );
  const accountId = (await findAccountId(call, keys.wabaId))?.id ?? newId();
  const appId = keys.appId ?? report.appId ?? null;
  const figures = figuresOf(report.number!);
  const numberId = (await findNumberId(call, keys.phoneNumberId))?.id ?? newId();
  try {
    await saveAccount(call, {
      id: accountId,
      wabaId: keys.wabaId,
      name: report.wabaName ?? figures.displayName,
      appId,
      tokenSealed: services.secrets.seal(keys.token, sealContext.token(accountId)),
      appSecretSealed: services.secrets.seal(keys.appSecret, sealContext.appSecret(accountId)),
      graphUrl: graph.url,
      graphVersion: graph.version,
      simulated,
      messagingLimit: report.number?.messagingLimit ?? null,
    });
    await notePortfolio(call, accountId, report.number!);
    await saveNumber(call, { id: numberId, accountId, phoneNumberId: keys.phoneNumberId, ...figures });
  } catch (error) {
    if (isUniqueViolation(error))
      throw conflict(
        'account_connected_elsewhere',
        'This WhatsApp account is connected to another workspace. Disconnect it there first.',
      );
    throw error;
  }
  await subscribe(call, numberId);
  if (report.number?.onPhoneApp) await askPhoneApp(call, numberId, { again: true });
  await publish(call, 'number.connected', numberId, {});
  return (await findNumber(call, numberId))!;
}

/**
 * Has the number's webhooks sent to us, with the keys that are stored: messages of this account, and, where the app
 * is known, all other news. Throws `webhook_refused` when the provider cannot reach us.
 */
export async function subscribe(call: ConnectCall, numberId: string): Promise<void> {
  const callback = webhookAddress(call.services);
  const account = await findAccount(call, { numberId });
  const provider = await providerForNumber(call, numberId);
  try {
    await provider.subscribeWebhooks(callback);
    if (account?.appId) await provider.setAppCallback(callback);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    throw new AppError(
      'webhook_refused',
      `WhatsApp could not send webhooks to ${callback.url}: the address must be reachable from the internet by https. Set PUBLIC_URL and try again.`,
      { status: 422, details: { reason: error.failure.detail ?? error.failure.message }, cause: error },
    );
  }
}
