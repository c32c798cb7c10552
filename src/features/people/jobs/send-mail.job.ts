// Sends one mail, again and again with growing pauses while the mail server is away.
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { DB } from '#db/tables.generated.ts';
import { defineJob, enqueue } from '#jobs/jobs.ts';
import { newId } from '#kit/ids.ts';
import type { Mail } from '#kit/mail.ts';
import type { Services } from '#operations/services.ts';

export const sendMailJob = defineJob({
  name: 'people.send-mail',
  payload: z.object({ id: z.string(), sealed: z.string() }),
  async run(services, { id, sealed }) {
    await services.mail.send(JSON.parse(services.secrets.open(sealed, `mail:${id}`)) as Mail);
  },
});

/** Sends `mail` after the transaction of `tx` commits. It waits sealed: links in it open accounts. */
export async function sendLater(tx: Kysely<DB>, services: Services, mail: Mail): Promise<void> {
  const id = newId();
  await enqueue(tx, sendMailJob, { id, sealed: services.secrets.seal(JSON.stringify(mail), `mail:${id}`) });
}
