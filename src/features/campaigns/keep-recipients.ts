// Puts the people of a figure into a list or tags them: some at once, the rest by a job, however many they are.
import { addPairsToLists } from '#features/lists/lists.ts';
import { tagPairs } from '#features/tags/tags.ts';
import type { RecipientFilter } from './campaigns.contract.ts';
import type { CampaignCall } from './campaigns.types.ts';
import { recipientIds } from './campaigns-reading.store.ts';

export const KEEP_AT_ONCE = 20_000;

export type Keeping = {
  campaignId: string;
  filter: RecipientFilter | null;
  as: 'list' | 'tag';
  targetId: string;
  /** The last contact that was kept; null: none yet. */
  after: string | null;
};

/** One batch; blocked contacts join no list. Answers how many were looked at and the last of them. */
export async function keepSome(
  call: CampaignCall,
  { campaignId, filter, as, targetId, after }: Keeping,
): Promise<{ count: number; last: string | null }> {
  const ids = await recipientIds(call, campaignId, filter ?? undefined, after, KEEP_AT_ONCE);
  if (as === 'list')
    await addPairsToLists(
      call,
      ids.map((contactId) => ({ contactId, listId: targetId })),
    );
  else
    await tagPairs(
      call,
      ids.map((contactId) => ({ contactId, tagId: targetId })),
    );
  return { count: ids.length, last: ids.at(-1) ?? null };
}
