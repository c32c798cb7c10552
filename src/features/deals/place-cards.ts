// Finds places on the board for cards that come into a stage or beside another card.
import { placeBetween } from './board-place.ts';
import { firstPlaces, type Neighbours, neighboursOf, renumberStage } from './deals.store.ts';
import type { DealCall } from './deals.types.ts';

/** The cards between which one is put; of neither: at the top of its stage. */
export type Beside = { aboveId?: string | undefined; belowId?: string | undefined };

type Ids = { dealId: string; stageId: string };

/** Beside the card named, else at the top; a card that has gone elsewhere meanwhile counts as not named. */
export async function placeBeside(
  call: DealCall,
  { dealId: movingId, stageId }: Ids,
  { aboveId, belowId }: Beside,
): Promise<number> {
  const find = async (): Promise<Neighbours> => {
    for (const [besideId, side] of [[aboveId, 'below'] as const, [belowId, 'above'] as const]) {
      if (!besideId || besideId === movingId) continue;
      const found = await neighboursOf(call, stageId, { besideId, side, movingId });
      if (found) return found;
    }
    return { below: (await firstPlaces(call, [stageId])).get(stageId) };
  };
  const { above, below } = await find();
  const place = placeBetween(above, below);
  if (place !== undefined) return place;
  await renumberStage(call, stageId);
  const again = await find();
  return placeBetween(again.above, again.below) ?? 0;
}

/** Above all cards of their stages, the first of the given above the next; in the order given. */
export async function placesOnTop(call: DealCall, stageIds: readonly string[]): Promise<number[]> {
  if (stageIds.length === 0) return [];
  const tops = await firstPlaces(call, [...new Set(stageIds)]);
  const places: number[] = [];
  for (const stageId of stageIds.toReversed()) {
    const place = (tops.get(stageId) ?? 1) - 1;
    tops.set(stageId, place);
    places.unshift(place);
  }
  return places;
}
