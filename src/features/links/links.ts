// Front door of short links: make them for a campaign, and write the address that one message carries.
import type { Services } from '#operations/services.ts';

export { obstacleToDestination, splitAtAddresses, withUtm } from './destination.ts';
export { linkCode } from './link-code.ts';
export { openLinks } from './links.store.ts';
export type { FirstTap, LinkOwner, LinkWatcher } from './links.types.ts';

/** The beginning of every short link, before its code. */
export function linkStart(services: Pick<Services, 'publicUrl'>): string {
  return `${services.publicUrl}/l/`;
}
