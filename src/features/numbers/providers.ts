// The provider that speaks for a connected account, over connections that all calls of a process share.
import { AppError } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { Services } from '#operations/services.ts';
import { type CloudApi, createCloudApi } from '#whatsapp/cloud-api/cloud-api.ts';
import type { ConversionsProvider } from '#whatsapp/conversions.ts';
import type { WhatsAppProvider } from '#whatsapp/port.ts';
import { findAccount } from './numbers.store.ts';

export type ProviderCall = Pick<Call, 'tx' | 'workspaceId' | 'services'>;

/** Connections are kept per address; they hold nothing that a restart would lose. */
const apis = new Map<string, CloudApi>();

function apiAt(url: string, version: string): CloudApi {
  const key = `${url} ${version}`;
  const api = apis.get(key) ?? createCloudApi({ baseUrl: url, version });
  apis.set(key, api);
  return api;
}

/** Closes all connections to the provider. */
export async function closeProviders(): Promise<void> {
  const open = [...apis.values()];
  apis.clear();
  await Promise.all(open.map((api) => api.close()));
}

/** Where an account's calls go: the simulator may have moved to another port since the account was connected. */
export function graphOf(
  services: Pick<Services, 'simulator'>,
  account: { simulated: boolean; graphUrl: string; graphVersion: string },
): { url: string; version: string } {
  const url = account.simulated && services.simulator ? services.simulator.url : account.graphUrl;
  return { url, version: account.graphVersion };
}

/** Where the sealed secrets of an account belong. */
export const sealContext = {
  token: (accountId: string) => `account:${accountId}:token`,
  appSecret: (accountId: string) => `account:${accountId}:app_secret`,
};

/** The provider of an account, through the first of its numbers. Throws `number_disconnected`. */
export function providerFor(call: ProviderCall, accountId: string): Promise<WhatsAppProvider> {
  return open(call, { accountId });
}

/** The provider of one number. Throws `number_disconnected`. */
export function providerForNumber(call: ProviderCall, numberId: string): Promise<WhatsAppProvider> {
  return open(call, { numberId });
}

/**
 * The dataset of an account for conversion events; `token` null: the account's own is used. Throws
 * `number_disconnected`.
 */
export async function conversionsFor(
  call: ProviderCall,
  accountId: string,
  { datasetId, token }: { datasetId: string; token: string | null },
): Promise<ConversionsProvider> {
  const { api, wabaId, ownToken } = await reach(call, { accountId });
  return api.conversions({ datasetId, wabaId, token: token ?? ownToken });
}

/** The id of the dataset, made where there is none. Throws `number_disconnected` and `ProviderError`. */
export async function findDataset(
  call: ProviderCall,
  accountId: string,
  token: string | null,
): Promise<string> {
  const { api, wabaId, ownToken } = await reach(call, { accountId });
  return api.findDataset({ wabaId, token: token ?? ownToken });
}

async function open(
  call: ProviderCall,
  where: { accountId: string } | { numberId: string },
): Promise<WhatsAppProvider> {
  const { api, ownToken, ...account } = await reach(call, where);
  return api.provider({
    token: ownToken,
    wabaId: account.wabaId,
    phoneNumberId: account.phoneNumberId,
    ...(account.appId ? { appId: account.appId } : {}),
    appSecret: call.services.secrets.open(account.appSecretSealed, sealContext.appSecret(account.id)),
  });
}

async function reach(call: ProviderCall, where: { accountId: string } | { numberId: string }) {
  const account = await findAccount(call, where);
  if (!account)
    throw new AppError('number_disconnected', 'This WhatsApp number is not connected any more.', {
      status: 409,
    });
  const { url, version } = graphOf(call.services, account);
  const ownToken = call.services.secrets.open(account.tokenSealed, sealContext.token(account.id));
  return { ...account, api: apiAt(url, version), ownToken };
}
