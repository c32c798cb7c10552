// The provider that speaks for a connected account, over connections that all calls of a process share.
import { AppError } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { Services } from '#operations/services.ts';
import { type CloudApi, createCloudApi } from '#whatsapp/cloud-api/cloud-api.ts';
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

async function open(
  call: ProviderCall,
  where: { accountId: string } | { numberId: string },
): Promise<WhatsAppProvider> {
  const account = await findAccount(call, where);
  if (!account)
    throw new AppError('number_disconnected', 'This WhatsApp number is not connected any more.', {
      status: 409,
    });
  const { url, version } = graphOf(call.services, account);
  return apiAt(url, version).provider({
    token: call.services.secrets.open(account.tokenSealed, sealContext.token(account.id)),
    wabaId: account.wabaId,
    phoneNumberId: account.phoneNumberId,
    ...(account.appId ? { appId: account.appId } : {}),
    appSecret: call.services.secrets.open(account.appSecretSealed, sealContext.appSecret(account.id)),
  });
}
