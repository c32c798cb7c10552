// Has pages that show deals read again what was told of them.
import { publishAll } from '#events/publish.ts';
import type { StoreCall } from './conversions.types.ts';

export async function tellConversions(call: StoreCall, dealIds: readonly string[]): Promise<void> {
  await publishAll(
    { ...call, actor: { kind: 'system', name: 'conversions' } },
    [...new Set(dealIds)].map((subjectId) => ({ name: 'deal.conversion_changed', subjectId, payload: {} })),
  );
}
