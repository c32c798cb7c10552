// Gets one segment.
import type { segmentsContract } from '#features/segments/segments.contract.ts';
import { findSegments } from '#features/segments/segments.store.ts';
import { notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';

export const getSegment: Handler<typeof segmentsContract.get> = async (call, { id }) => {
  const [segment] = await findSegments(call, [id]);
  if (!segment) throw notFound('segment');
  return segment;
};
