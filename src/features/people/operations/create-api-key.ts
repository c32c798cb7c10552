// Makes an API key and shows its secret, this once.
import { publish } from '#events/publish.ts';
import type { apiKeysContract } from '#features/people/api-keys.contract.ts';
import { apiKeyHash, newApiKey } from '#features/people/auth/api-key.ts';
import { findApiKey, insertApiKey } from '#features/people/people-api-keys.store.ts';
import { recordAudit } from '#features/people/people-audit.store.ts';
import { AppError } from '#kit/errors.ts';
import { personOf } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';
import { shownApiKey } from './shown-api-key.ts';

export const createApiKey: Handler<typeof apiKeysContract.create> = async (call, { name, scopes }) => {
  const { tx, workspaceId, services, now } = call;
  const beyond = scopes.filter((scope) => !call.permissions.has(scope));
  if (beyond.length > 0)
    throw new AppError('forbidden', `You cannot give what you do not have: ${beyond.join(', ')}.`);
  const { secret, prefix } = newApiKey();
  const id = await insertApiKey(tx, workspaceId, {
    name,
    prefix,
    secretHash: apiKeyHash(services.secrets, secret),
    scopes: [...new Set(scopes)],
    createdBy: personOf(call),
    at: now,
  });
  await recordAudit(call, {
    action: 'api_key.created',
    subjectType: 'api_key',
    subjectId: id,
    details: { name, prefix, scopes },
  });
  await publish(call, 'workspace.changed', workspaceId, {});
  const row = await findApiKey(tx, workspaceId, id);
  return { ...shownApiKey(row!), secret };
};
