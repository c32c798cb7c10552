// Sends the product's own mail by SMTP.
import { createTransport } from 'nodemailer';
import { AppError } from '#kit/errors.ts';
import { logger } from '#kit/log.ts';

const log = logger('mail');

export type Mail = { to: string; subject: string; text: string; html?: string };

export type Mailer = {
  /** False when no mail server is set: then nothing can be sent. */
  readonly ready: boolean;
  /** Throws `mail_failed` when the server refuses or cannot be reached. */
  send(mail: Mail): Promise<void>;
};

export function mailer(options: { smtpUrl: string | undefined; from: string }): Mailer {
  const transport = options.smtpUrl ? createTransport(options.smtpUrl) : null;
  return {
    ready: transport !== null,
    async send(mail) {
      if (!transport) {
        log.warn({ subject: mail.subject }, 'mail not sent: SMTP_URL is not set');
        return;
      }
      try {
        await transport.sendMail({ from: options.from, ...mail });
      } catch (error) {
        throw new AppError('mail_failed', 'The mail could not be sent. Check the mail server in SMTP_URL.', {
          status: 502,
          cause: error,
        });
      }
    },
  };
}
