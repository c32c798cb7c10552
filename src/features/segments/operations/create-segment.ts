// Creates a segment from conditions that fit.
import { publish } from '#events/publish.ts';
import { meeting } from '#features/contacts/contacts.ts';
import type { segmentsContract } from '#features/segments/segments.contract.ts';
import { insertSegment } from '#features/segments/segments.store.ts';
import { conflict } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const createSegment: Handler<typeof segmentsContract.create> = async (call, input) => {
  await meeting(call, input.conditions);
  const segment = await insertSegment(call, input);
  if (!segment)
    throw conflict('segment_exists', `There is already a segment “${input.name}”. Choose another name.`);
  await publish(call, 'segment.changed', segment.id, {});
  return segment;
};
