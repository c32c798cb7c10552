// The SQL on a workspace's own consent words.
import type { Call } from '#operations/call.ts';
import { BUILT_IN_WORDS, type ConsentWish } from './consent-words.ts';

/** The words in force: the workspace's own, else the built-in ones. */
export async function readConsentWords(
  call: Pick<Call, 'tx' | 'workspaceId'>,
): Promise<Record<ConsentWish, string[]>> {
  const rows = await call.tx
    .selectFrom('consent_words')
    .select(['kind', 'words'])
    .where('workspace_id', '=', call.workspaceId)
    .execute();
  const own = (kind: ConsentWish) =>
    rows.find((row) => row.kind === kind)?.words ?? [...BUILT_IN_WORDS[kind]];
  return { stop: own('stop'), start: own('start') };
}

export async function saveConsentWords(
  call: Pick<Call, 'tx' | 'workspaceId' | 'now'>,
  words: Record<ConsentWish, readonly string[]>,
): Promise<void> {
  await call.tx
    .insertInto('consent_words')
    .values(
      (['stop', 'start'] as const).map((kind) => ({
        workspace_id: call.workspaceId,
        kind,
        words: [...words[kind]],
        updated_at: call.now,
      })),
    )
    .onConflict((c) =>
      c.columns(['workspace_id', 'kind']).doUpdateSet((eb) => ({
        words: eb.ref('excluded.words'),
        updated_at: eb.ref('excluded.updated_at'),
      })),
    )
    .execute();
}
