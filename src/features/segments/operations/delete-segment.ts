// Deletes a segment that no campaign waits for.
import { publish } from '#events/publish.ts';
import type { segmentsContract } from '#features/segments/segments.contract.ts';
import { campaignWaitingFor, findSegments, removeSegment } from '#features/segments/segments.store.ts';
import { conflict, notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

export const deleteSegment: Handler<typeof segmentsContract.delete> = async (call, { id }) => {
  if ((await findSegments(call, [id])).length === 0) throw notFound('segment');
  const campaign = await campaignWaitingFor(call, id);
  if (campaign)
    throw conflict(
      'segment_in_use',
      `The campaign “${campaign}” uses this segment: change the campaign first.`,
    );
  await removeSegment(call, id);
  await publish(call, 'segment.changed', id, {});
  return done;
};
