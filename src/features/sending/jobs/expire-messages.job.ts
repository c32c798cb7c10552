// Every minute, ends messages whose time to live is over.
import { z } from 'zod';
import { expireMessages } from '#features/sending/expire-messages.ts';
import type { SendingWatcher } from '#features/sending/sending.types.ts';
import { workspacesWithExpiries } from '#features/sending/sending-outcomes.store.ts';
import { defineJob } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';

export const expireMessagesJob = (watcher: SendingWatcher) =>
  defineJob({
    name: 'sending.expire_messages',
    payload: z.object({}),
    cron: '* * * * *',
    async run({ db }, _payload, signal) {
      for (const workspaceId of await db.asSystem((tx) => workspacesWithExpiries(tx, now()))) {
        let more = true;
        while (more && !signal.aborted)
          more = await db.inWorkspace(workspaceId, (tx) =>
            expireMessages(
              { tx, workspaceId, now: now(), actor: { kind: 'system', name: 'sending' } },
              watcher,
            ),
          );
      }
    },
  });
