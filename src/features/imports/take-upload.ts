// Takes the file of an import as it comes in, looks into it and writes the import that waits for its choices.
import type { FastifyRequest } from 'fastify';
import { publish } from '#events/publish.ts';
import { dropBytes, keepFile, takeBytes } from '#features/files/files.ts';
import { now } from '#kit/clock.ts';
import { AppError, badInput } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { Door } from '#operations/door.ts';
import type { Permission } from '#operations/permissions.ts';
import type { DetectedDeals } from './deal-imports.contract.ts';
import { MAX_IMPORT_BYTES } from './import-run.contract.ts';
import type { Detected } from './imports.contract.ts';
import { findImport, type ImportRow, insertImport, type KindName } from './imports.store.ts';
import type { Place } from './inspect-file.ts';

export type Upload<Known, Answer> = {
  kind: KindName;
  permission: Permission;
  /** The name of a file that comes without one. */
  unnamed: string;
  /** Reads what looking into the file needs; refuses before a byte is taken. */
  before: (call: Call) => Promise<Known>;
  inspect: (place: Place, known: Known) => Promise<Detected | DetectedDeals>;
  /** Runs in the transaction that writes the import. */
  after: (call: Call, row: ImportRow) => Promise<Answer>;
};

/** No transaction is open while the bytes move. */
export async function takeUpload<Known, Answer>(
  door: Door,
  request: FastifyRequest,
  { kind, permission, unnamed, before, inspect, after }: Upload<Known, Answer>,
): Promise<Answer> {
  const { fileName = unnamed } = request.query as { fileName?: unknown };
  if (typeof fileName !== 'string') throw badInput([{ path: 'fileName', message: 'Give one name' }]);
  const { workspaceId, known } = await door.inWorkspace(request, permission, async (call) => ({
    workspaceId: call.workspaceId,
    known: await before(call),
  }));
  const { services } = door;
  if (request.headers['content-type']?.startsWith('multipart/'))
    throw new AppError('bad_input', 'Send the bytes of the file as the body, not a form.');
  const file = await takeBytes(
    services,
    workspaceId,
    {
      bytes: request.raw,
      name: fileName,
      purpose: 'import',
      maxBytes: MAX_IMPORT_BYTES,
      declaredType: 'text/csv',
    },
    now(),
  );
  try {
    const detected = await inspect({ files: services.files, workspaceId, fileId: file.id }, known);
    return await door.inWorkspace(request, permission, async (call) => {
      await keepFile(call, file);
      const id = await insertImport(call, kind, file, detected);
      await publish(call, 'import.changed', id, { state: 'uploaded' });
      return after(call, (await findImport(call, id))!);
    });
  } catch (error) {
    await dropBytes(services, workspaceId, file.id);
    throw error;
  }
}
