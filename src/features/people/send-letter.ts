// Mails a person a letter in their language.
import type { Call } from '#operations/call.ts';
import { sendLater } from './jobs/send-mail.job.ts';
import { type Language, languageOr } from './language.contract.ts';
import { type Letter, writeLetter } from './mails/letter.ts';

/** Sent when the transaction commits. */
export async function sendLetter(
  call: Pick<Call, 'tx' | 'services'>,
  to: { email: string; language: string | null },
  write: (language: Language) => Letter,
): Promise<void> {
  await sendLater(call.tx, call.services, writeLetter(to.email, write(languageOr(to.language, 'en'))));
}
