// The token in an invitation's link: made, addressed, and looked up by its digest.
import { newToken } from '#kit/ids.ts';
import type { Services } from '#operations/services.ts';
import { INVITATION_DAYS } from './mails/send.ts';

const DAY_MS = 86_400_000;

/** A new token, its digest, the link that carries it and when it ends. */
export function newInvitationToken(services: Services, now: Date) {
  const token = newToken(32);
  return {
    tokenHash: invitationHash(services, token),
    link: `${services.publicUrl}/invitation?token=${token}`,
    expiresAt: new Date(now.getTime() + INVITATION_DAYS * DAY_MS),
  };
}

export function invitationHash(services: Services, token: string): string {
  return services.secrets.digest(`invitation\n${token}`);
}
