// The workspace's SMS provider as its settings say, and the address to which it answers.
import type { Call } from '#operations/call.ts';
import type { Services } from '#operations/services.ts';
import { type HttpProviderSettings, httpProvider } from './http-provider.ts';
import type { SmsProvider } from './port.ts';
import { readSettings, type SettingsRow } from './sms-settings.store.ts';

export const tokenPlace = (workspaceId: string) => `sms:${workspaceId}:token`;
export const signingPlace = (workspaceId: string) => `sms:${workspaceId}:signing`;

/** Nobody can guess its end; made from the installation's key, so that it is not stored. */
export function callbackUrl(services: Pick<Services, 'secrets' | 'publicUrl'>, workspaceId: string): string {
  return `${services.publicUrl}/webhooks/sms/${workspaceId}/${callbackSecret(services, workspaceId)}`;
}

export function callbackSecret(services: Pick<Services, 'secrets'>, workspaceId: string): string {
  return services.secrets.derive(`sms callback ${workspaceId}`);
}

export function providerOf(
  services: Pick<Services, 'secrets' | 'simulator'>,
  workspaceId: string,
  row: SettingsRow,
): SmsProvider {
  const settings: HttpProviderSettings = {
    url: row.url,
    token: row.token_sealed ? services.secrets.open(row.token_sealed, tokenPlace(workspaceId)) : null,
    sender: row.sender,
    format: row.format === 'form' ? 'form' : 'json',
    body: row.body as Record<string, string>,
    idPath: row.id_path,
  };
  return httpProvider(settings, services.simulator ? [services.simulator.host] : []);
}

/** Whether SMS can be sent at all. */
export async function isSmsReady(call: Pick<Call, 'tx' | 'workspaceId'>): Promise<boolean> {
  return (await readSettings(call))?.enabled ?? false;
}
