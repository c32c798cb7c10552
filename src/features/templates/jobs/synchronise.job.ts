// Reads all templates of an account from the provider and brings ours in line: imported, changed, deleted.
import { type NewEvent, publishAll } from '#events/publish.ts';
import { providerFor } from '#features/numbers/numbers.ts';
import { eventsOf } from '#features/templates/apply-template-events.ts';
import { mergeRemote } from '#features/templates/merge-remote.ts';
import { changeTemplate, insertTemplate, lockAccountTemplates } from '#features/templates/templates.store.ts';
import { defineJob } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';
import { AppError } from '#kit/errors.ts';
import type { Services } from '#operations/services.ts';
import type { RemoteTemplate } from '#whatsapp/template-model.ts';
import { synchroniseJob } from './synchronise-job.ts';

export const synchroniseTemplates = defineJob({
  ...synchroniseJob,
  async run(services, { workspaceId, accountId }) {
    const asOf = now();
    const provider = await services.db
      .inWorkspace(workspaceId, (tx) => providerFor({ tx, workspaceId, services }, accountId))
      .catch(unlessDisconnected);
    if (!provider) return;
    const remotes: RemoteTemplate[] = [];
    for await (const remote of provider.listTemplates()) remotes.push(remote);
    await writeMerge(services, workspaceId, accountId, remotes, asOf);
  },
});

/** Of what was disconnected meanwhile there is nothing to read. */
function unlessDisconnected(error: unknown): undefined {
  if (!(error instanceof AppError) || error.code !== 'number_disconnected') throw error;
}

async function writeMerge(
  services: Services,
  workspaceId: string,
  accountId: string,
  remotes: RemoteTemplate[],
  asOf: Date,
): Promise<void> {
  await services.db.inWorkspace(workspaceId, async (tx) => {
    const call = { tx, workspaceId, now: now(), actor: { kind: 'system', name: 'WhatsApp' } as const };
    const merge = mergeRemote(await lockAccountTemplates(call, accountId), remotes, asOf);
    const events: NewEvent[] = [];
    for (const { row, change } of merge.change) {
      await changeTemplate(call, row.id, change, { touch: 'status' in change || 'content' in change });
      events.push(...eventsOf(row, change));
    }
    for (const template of merge.create) {
      const row = await insertTemplate(call, { ...template, account_id: accountId });
      events.push({ name: 'template.changed', subjectId: row.id, payload: { name: row.name } });
    }
    await publishAll(call, events);
  });
}
