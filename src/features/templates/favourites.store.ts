// The SQL on favourite templates: each person has their own.
import { sql } from 'kysely';
import type { Call } from '#operations/call.ts';

type FavouriteCall = Pick<Call, 'tx' | 'workspaceId' | 'userId'>;

/** Of these templates, the caller's favourites; callers that are no person have none. */
export async function favouritesAmong(call: FavouriteCall, ids: readonly string[]): Promise<Set<string>> {
  if (call.userId === null || ids.length === 0) return new Set();
  const rows = await call.tx
    .selectFrom('template_favourites')
    .select('template_id')
    .where('workspace_id', '=', call.workspaceId)
    .where('user_id', '=', call.userId)
    .where(sql<boolean>`template_id = any(${ids}::uuid[])`)
    .execute();
  return new Set(rows.map((row) => row.template_id));
}

export async function keepFavourite(
  call: FavouriteCall,
  userId: string,
  templateId: string,
  favourite: boolean,
): Promise<void> {
  const row = { workspace_id: call.workspaceId, user_id: userId, template_id: templateId };
  if (favourite)
    await call.tx
      .insertInto('template_favourites')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  else
    await call.tx
      .deleteFrom('template_favourites')
      .where('workspace_id', '=', row.workspace_id)
      .where('user_id', '=', userId)
      .where('template_id', '=', templateId)
      .execute();
}
