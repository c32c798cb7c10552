// The mails that the product sends to people, each in the language of who reads it.
import type { Kysely } from 'kysely';
import type { DB } from '#db/tables.generated.ts';
import { sendLater } from '#features/people/jobs/send-mail.job.ts';
import { type Language, languageOr } from '#features/people/language.contract.ts';
import type { Services } from '#operations/services.ts';
import { writeLetter } from './letter.ts';
import { mailTexts } from './texts.ts';

export type Recipient = { email: string; name: string; language?: string | null };

export const RESET_MINUTES = 60;
export const INVITATION_DAYS = 7;

/** The link to choose a new password; `token` is spent by its first use. */
export async function sendPasswordReset(services: Services, to: Recipient, token: string): Promise<void> {
  const address = `${services.publicUrl}/reset-password?token=${encodeURIComponent(token)}`;
  const words = mailTexts[languageOr(to.language, 'en')];
  const letter = words.passwordReset({ name: to.name, address, minutes: RESET_MINUTES });
  await sendLater(services.db.kysely, services, writeLetter(to.email, letter));
}

/** Tells a person that the password changed, in case it was somebody else. */
export async function sendPasswordChanged(services: Services, to: Recipient): Promise<void> {
  const address = `${services.publicUrl}/forgot-password`;
  const letter = mailTexts[languageOr(to.language, 'en')].passwordChanged({ name: to.name, address });
  await sendLater(services.db.kysely, services, writeLetter(to.email, letter));
}

/** The invitation to a workspace, sent when `tx` commits. */
export async function sendInvitation(
  tx: Kysely<DB>,
  services: Services,
  about: { to: string; language: Language; workspace: string; inviter: string; link: string },
): Promise<void> {
  const { workspace, inviter, link: address } = about;
  const letter = mailTexts[about.language].invitation({ workspace, inviter, address, days: INVITATION_DAYS });
  await sendLater(tx, services, writeLetter(about.to, letter));
}
