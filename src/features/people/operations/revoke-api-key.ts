// Revokes an API key: it stops working at once, for ever.
import { publish } from '#events/publish.ts';
import type { apiKeysContract } from '#features/people/api-keys.contract.ts';
import { findApiKey, revokeKey } from '#features/people/people-api-keys.store.ts';
import { recordAudit } from '#features/people/people-audit.store.ts';
import { notFound } from '#kit/errors.ts';
import type { Handler } from '#operations/handle.ts';
import { done } from '#operations/operation.ts';

export const revokeApiKey: Handler<typeof apiKeysContract.revoke> = async (call, { id }) => {
  const { tx, workspaceId, now } = call;
  const key = await findApiKey(tx, workspaceId, id);
  if (!key) throw notFound('API key');
  if (!(await revokeKey(tx, workspaceId, id, now))) return done;
  await recordAudit(call, {
    action: 'api_key.revoked',
    subjectType: 'api_key',
    subjectId: id,
    details: { name: key.name, prefix: key.prefix },
  });
  await publish(call, 'workspace.changed', workspaceId, {});
  return done;
};
