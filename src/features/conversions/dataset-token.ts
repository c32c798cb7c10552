// The access token of the dataset itself, kept encrypted; without one the account’s own is used.
import type { Call } from '#operations/call.ts';
import type { SettingsRow } from './conversion-settings.store.ts';

type TokenCall = Pick<Call, 'workspaceId' | 'services'>;

const place = ({ workspaceId }: TokenCall) => `conversions:${workspaceId}:token`;

/** Null: none is kept. */
export function openToken(
  call: TokenCall,
  settings: Pick<SettingsRow, 'token_sealed'> | undefined,
): string | null {
  return settings?.token_sealed ? call.services.secrets.open(settings.token_sealed, place(call)) : null;
}

export function sealToken(call: TokenCall, token: string): string {
  return call.services.secrets.seal(token, place(call));
}
