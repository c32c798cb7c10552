// Fetches the picture of the advertisement that brought a customer: its address lives for some days only.
import { z } from 'zod';
import { publish } from '#events/publish.ts';
import { dropBytes, keepFile } from '#features/files/files.ts';
import { pictureAddresses } from '#features/media/ad-picture-addresses.ts';
import { findWaitingPicture, settleAdPicture } from '#features/media/ad-pictures.store.ts';
import { type FetchedPicture, fetchPicture } from '#features/media/fetch-picture.ts';
import { defineJob } from '#jobs/jobs.ts';
import { now } from '#kit/clock.ts';
import { AppError } from '#kit/errors.ts';
import { inCall } from '#operations/in-call.ts';
import { Id } from '#operations/operation.ts';
import type { Services } from '#operations/services.ts';

type Payload = { workspaceId: string; messageId: string };

/** A host that cannot be reached for so long is not asked again. */
const PATIENCE_MS = 3_600_000;

export const fetchAdPictureJob = defineJob({
  name: 'media.fetch_ad_picture',
  payload: z.object({ workspaceId: Id, messageId: Id }),
  async run(services, payload) {
    const { workspaceId, messageId } = payload;
    const wanted = await services.db.inWorkspace(workspaceId, (tx) =>
      findWaitingPicture({ tx, workspaceId }, messageId),
    );
    if (!wanted) return;
    const fetched = await fetchPicture(services, workspaceId, pictureAddresses(wanted.referral));
    const isPatient = now().getTime() - wanted.askedAt.getTime() < PATIENCE_MS;
    if ('failure' in fetched && fetched.failure === 'unreachable' && isPatient)
      throw new AppError('fetch_failed', 'The picture of an advertisement could not be reached.');
    await settle(services, payload, wanted.conversationId, fetched);
  },
});

async function settle(
  services: Services,
  { workspaceId, messageId }: Payload,
  conversationId: string,
  fetched: FetchedPicture,
): Promise<void> {
  try {
    await inCall(services, workspaceId, async (own) => {
      const call = { ...own, actor: { kind: 'system', name: 'WhatsApp' } as const };
      // Its message may have been deleted meanwhile, or another run was quicker.
      if (!(await findWaitingPicture(call, messageId)))
        throw new AppError('not_found', 'Nobody waits for it.');
      if ('file' in fetched) {
        await keepFile(call, fetched.file);
        await settleAdPicture(call, messageId, { fileId: fetched.file.id });
      } else await settleAdPicture(call, messageId, fetched);
      await publish(call, 'message.changed', messageId, { conversationId });
    });
  } catch (error) {
    if ('file' in fetched) await dropBytes(services, workspaceId, fetched.file.id);
    if (!(error instanceof AppError && error.code === 'not_found')) throw error;
  }
}
