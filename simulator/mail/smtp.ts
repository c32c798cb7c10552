// A real SMTP server that takes every e-mail and delivers none: they are shown on /mailbox.

import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { World } from '../world/world.ts';

export interface MailServer {
  port: number;
  close: () => Promise<void>;
}

/** Listens on `port` (0 takes a free one). Any user and password will do. Throws when the port is taken. */
export async function startMailServer(world: World, port: number, host: string): Promise<MailServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    size: 25 * 1024 * 1024,
    onAuth: (_auth, _session, callback) => callback(null, { user: 'anyone' }),
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        keepMail(world, Buffer.concat(chunks), recipients).then(
          () => callback(),
          (error: Error) => callback(error),
        );
      });
    },
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => done());
  });
  server.on('error', () => {}); // a client that goes away in the middle is no reason to stop
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((done) => server.close(() => done())),
  };
}

async function keepMail(world: World, source: Buffer, recipients: string[]): Promise<void> {
  const mail = await PostalMime.parse(source);
  world.mails.add({
    at: new Date(world.clock.now()).toISOString(),
    from: mail.from?.name ? `${mail.from.name} <${mail.from.address}>` : (mail.from?.address ?? ''),
    to: recipients,
    subject: mail.subject ?? '(no subject)',
    text: mail.text ?? '',
    html: mail.html,
    attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
      fileName: filename ?? 'attachment',
      mimeType,
      bytes: typeof content === 'string' ? content.length : content.byteLength,
    })),
  });
  world.feed.tell({ kind: 'mail' });
}
