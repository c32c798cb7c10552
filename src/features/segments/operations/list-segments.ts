// Lists segments, newest first.
import type { segmentsContract } from '#features/segments/segments.contract.ts';
import { pageOfSegments } from '#features/segments/segments.store.ts';
import type { Handler } from '#operations/handle.ts';

export const listSegments: Handler<typeof segmentsContract.list> = (call, input) =>
  pageOfSegments(call, input);
