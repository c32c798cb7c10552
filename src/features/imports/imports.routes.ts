// The file of an import over HTTP: uploaded as a stream, and its rejected rows downloaded to be mended.
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { readFields } from '#features/fields/fields.ts';
import { BYTE_ORDER_MARK, csvLine } from '#kit/csv-writer.ts';
import { notFound } from '#kit/errors.ts';
import { isId } from '#kit/ids.ts';
import type { Page } from '#kit/paging.ts';
import type { Door, FeatureRoutes } from '#operations/door.ts';
import type { Permission } from '#operations/permissions.ts';
import type { Delimiter, Rejection } from './import-run.contract.ts';
import { type Detected, UPLOAD_PATH } from './imports.contract.ts';
import { type KindName, pageOfRejections, toImport } from './imports.store.ts';
import { inspectContacts } from './inspect-file.ts';
import { importOf } from './operations/get-import.ts';
import { takeUpload } from './take-upload.ts';

export const importsRoutes: FeatureRoutes = (app, door) => {
  // The body is the file itself; ?fileName= is its name.
  app.post(UPLOAD_PATH, async (request, reply) => {
    const found = await takeUpload(door, request, {
      kind: 'contacts',
      permission: 'contacts:import',
      unnamed: 'contacts.csv',
      before: readFields,
      inspect: inspectContacts,
      after: async (_, row) => toImport(row),
    });
    return reply.status(201).send(found);
  });
  serveRejected(app, door, 'contacts', UPLOAD_PATH, 'contacts:import');
};

/** `GET …/{id}/rejected.csv` below `path`. */
export function serveRejected(
  app: FastifyInstance,
  door: Door,
  kind: KindName,
  path: string,
  permission: Permission,
): void {
  app.get(`${path}/:id/rejected.csv`, async (request, reply) => {
    const { id } = request.params as { id: string };
    const found = await door.inWorkspace(request, permission, (call) => {
      if (!isId(id)) throw notFound('import');
      return importOf(call, kind, id);
    });
    const name = found.file_name.replace(/\.[^.]*$/, '').replace(/[^\p{L}\p{N} ._-]/gu, '_');
    const { header, mapping = [], delimiter } = found.detected as Partial<Detected> & Written;
    const lines = rejectedLines(
      { header, delimiter, width: Math.max(header.length, mapping.length) },
      (cursor) =>
        door.inWorkspace(request, permission, (call) => pageOfRejections(call, id, { limit: 1_000, cursor })),
    );
    return reply
      .headers({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="rejected.csv"; filename*=UTF-8''${encodeURIComponent(`${name} - rejected.csv`)}`,
        'cache-control': 'no-store',
      })
      .send(Readable.from(lines));
  });
}

type Written = { header: string[]; delimiter: Delimiter };

async function* rejectedLines(
  { header, delimiter, width }: Written & { width: number },
  pageAfter: (cursor: string | undefined) => Promise<Page<Rejection>>,
): AsyncGenerator<string> {
  const names = Array.from({ length: width }, (_, i) => header[i] ?? `Column ${i + 1}`);
  yield BYTE_ORDER_MARK + csvLine([...names, 'Row', 'Reason'], delimiter);
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: Page<Rejection> = await pageAfter(cursor);
    yield page.items
      .map(({ cells, row, reason }) => {
        const even = [...cells, ...Array<string>(Math.max(0, width - cells.length)).fill('')];
        return csvLine([...even, row, reason], delimiter);
      })
      .join('');
    cursor = page.nextCursor;
  }
}
