// Where a browser takes its pushes: its subscription, checked when it comes and sealed while it is kept.
import { badInput } from '#kit/errors.ts';
import type { Services } from '#operations/services.ts';

export type DeviceAddress = { endpoint: string; keys: { p256dh: string; auth: string } };

const POINT_BYTES = 65;
const SECRET_BYTES = 16;

/** Throws `bad_input` for what no browser would give. */
export function checkAddress({ simulator }: Pick<Services, 'simulator'>, address: DeviceAddress): void {
  const { protocol, host } = new URL(address.endpoint);
  if (protocol !== 'https:' && host !== simulator?.host)
    throw badInput([{ path: 'endpoint', message: 'A push service has an https address.' }]);
  const point = Buffer.from(address.keys.p256dh, 'base64url');
  if (point.length !== POINT_BYTES || point[0] !== 4)
    throw badInput([{ path: 'keys.p256dh', message: 'This is not the public key of a push subscription.' }]);
  if (Buffer.from(address.keys.auth, 'base64url').length !== SECRET_BYTES)
    throw badInput([{ path: 'keys.auth', message: 'This is not the secret of a push subscription.' }]);
}

export function sealAddress(
  { secrets }: Pick<Services, 'secrets'>,
  address: DeviceAddress,
): { digest: string; sealed: string } {
  const digest = secrets.digest(address.endpoint);
  return { digest, sealed: secrets.seal(JSON.stringify(address), 'push device') };
}

export function openAddress({ secrets }: Pick<Services, 'secrets'>, sealed: string): DeviceAddress {
  return JSON.parse(secrets.open(sealed, 'push device')) as DeviceAddress;
}
