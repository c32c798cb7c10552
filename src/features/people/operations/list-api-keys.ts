// Lists the API keys of the workspace, newest first.
import type { apiKeysContract } from '#features/people/api-keys.contract.ts';
import { listApiKeys as list } from '#features/people/people-api-keys.store.ts';
import { toPage } from '#kit/paging.ts';
import type { Handler } from '#operations/handle.ts';
import { cursorId } from './cursor-id.ts';
import { shownApiKey } from './shown-api-key.ts';

export const listApiKeys: Handler<typeof apiKeysContract.list> = async (
  { tx, workspaceId },
  { limit, cursor },
) => {
  const rows = await list(tx, workspaceId, cursorId(cursor), limit + 1);
  return toPage(rows.map(shownApiKey), limit, (key) => [key.id]);
};
