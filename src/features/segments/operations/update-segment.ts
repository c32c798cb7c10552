// Changes a segment's name or conditions.
import { publish } from '#events/publish.ts';
import { meeting } from '#features/contacts/contacts.ts';
import type { segmentsContract } from '#features/segments/segments.contract.ts';
import { changeSegment, findSegments } from '#features/segments/segments.store.ts';
import { conflict, isUniqueViolation, notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const updateSegment: Handler<typeof segmentsContract.update> = async (call, { id, ...write }) => {
  if ((await findSegments(call, [id])).length === 0) throw notFound('segment');
  if (write.conditions) await meeting(call, write.conditions);
  await changeSegment(call, id, write).catch((error) => {
    if (!isUniqueViolation(error)) throw error;
    throw conflict('segment_exists', `There is already a segment “${write.name}”. Choose another name.`);
  });
  await publish(call, 'segment.changed', id, {});
  const [segment] = await findSegments(call, [id]);
  return segment!;
};
