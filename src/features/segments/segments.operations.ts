// Pairs the operations on segments with their handlers.
import { pair } from '#operations/handle.ts';
import { countSegment } from './operations/count-segment.ts';
import { createSegment } from './operations/create-segment.ts';
import { deleteSegment } from './operations/delete-segment.ts';
import { getSegment } from './operations/get-segment.ts';
import { listSegmentContacts } from './operations/list-segment-contacts.ts';
import { listSegments } from './operations/list-segments.ts';
import { updateSegment } from './operations/update-segment.ts';
import { segmentsContract } from './segments.contract.ts';

export const segmentsOperations = pair(segmentsContract, {
  list: listSegments,
  get: getSegment,
  create: createSegment,
  update: updateSegment,
  delete: deleteSegment,
  count: countSegment,
  contacts: listSegmentContacts,
});
