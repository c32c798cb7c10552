// The file of an import over HTTP: uploaded as a stream, and its rejected rows downloaded to be mended.
import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { publish } from '#events/publish.ts';
import { readFields } from '#features/fields/fields.ts';
import { dropBytes, keepFile, takeBytes } from '#features/files/files.ts';
import { now } from '#kit/clock.ts';
import { BYTE_ORDER_MARK, csvLine } from '#kit/csv-writer.ts';
import { AppError, badInput, notFound } from '#kit/errors.ts';
import { isId } from '#kit/ids.ts';
import type { Page } from '#kit/paging.ts';
import type { Door, FeatureRoutes } from '#operations/door.ts';
import { type Import, MAX_IMPORT_BYTES, UPLOAD_PATH } from './imports.contract.ts';
import { findImport, insertImport, pageOfRejections, type Rejection, toImport } from './imports.store.ts';
import { inspectFile } from './inspect-file.ts';

export const importsRoutes: FeatureRoutes = (app, door) => {
  // The body is the file itself; ?fileName= is its name.
  app.post(UPLOAD_PATH, async (request, reply) => reply.status(201).send(await upload(door, request)));

  app.get(`${UPLOAD_PATH}/:id/rejected.csv`, async (request, reply) => {
    const { id } = request.params as { id: string };
    const found = await door.inWorkspace(request, 'contacts:import', async (call) => {
      const row = isId(id) ? await findImport(call, id) : undefined;
      if (!row) throw notFound('import');
      return toImport(row);
    });
    const name = found.fileName.replace(/\.[^.]*$/, '').replace(/[^\p{L}\p{N} ._-]/gu, '_');
    return reply
      .headers({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="rejected.csv"; filename*=UTF-8''${encodeURIComponent(`${name} - rejected.csv`)}`,
        'cache-control': 'no-store',
      })
      .send(Readable.from(rejectedLines(door, request, found)));
  });
};

/** No transaction is open while the bytes move. */
async function upload(door: Door, request: FastifyRequest): Promise<Import> {
  const { fileName = 'contacts.csv' } = request.query as { fileName?: unknown };
  if (typeof fileName !== 'string') throw badInput([{ path: 'fileName', message: 'Give one name' }]);
  const { workspaceId, fields } = await door.inWorkspace(request, 'contacts:import', async (call) => ({
    workspaceId: call.workspaceId,
    fields: await readFields(call),
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
    const detected = await inspectFile({ files: services.files, workspaceId, fileId: file.id }, fields);
    return await door.inWorkspace(request, 'contacts:import', async (call) => {
      await keepFile(call, file);
      const id = await insertImport(call, file, detected);
      await publish(call, 'import.changed', id, { state: 'uploaded' });
      return toImport((await findImport(call, id))!);
    });
  } catch (error) {
    await dropBytes(services, workspaceId, file.id);
    throw error;
  }
}

async function* rejectedLines(
  door: Door,
  request: FastifyRequest,
  { id, detected }: Import,
): AsyncGenerator<string> {
  const width = Math.max(detected.header.length, detected.mapping.length);
  const { delimiter } = detected;
  const names = Array.from({ length: width }, (_, i) => detected.header[i] ?? `Column ${i + 1}`);
  yield BYTE_ORDER_MARK + csvLine([...names, 'Row', 'Reason'], delimiter);
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const options = { limit: 1_000, cursor };
    const page: Page<Rejection> = await door.inWorkspace(request, 'contacts:import', (call) =>
      pageOfRejections(call, id, options),
    );
    yield page.items
      .map(({ cells, row, reason }) => {
        const even = [...cells, ...Array<string>(Math.max(0, width - cells.length)).fill('')];
        return csvLine([...even, row, reason], delimiter);
      })
      .join('');
    cursor = page.nextCursor;
  }
}
