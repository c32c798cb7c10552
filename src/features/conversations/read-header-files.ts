// Finds the files that stand above templates which were sent, so that they can be shown again.
import type { Call } from '#operations/call.ts';

type Content = Record<string, unknown>;

/** Adds `shown.header.fileId` where the header's file is one of ours; other contents are given back as they are. */
export async function withHeaderFiles<T extends { kind: string; content: Content }>(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  rows: readonly T[],
): Promise<T[]> {
  const asked = rows.flatMap((row) => headerMediaOf(row) ?? []);
  if (asked.length === 0) return [...rows];
  const uploads = await call.tx
    .selectFrom('template_uploads')
    .select(['media_id', 'file_id'])
    .where('workspace_id', '=', call.workspaceId)
    .where('media_id', 'in', [...new Set(asked)])
    .execute();
  const files = new Map(uploads.map((upload) => [upload.media_id, upload.file_id]));
  return rows.map((row) => {
    const fileId = files.get(headerMediaOf(row) ?? '');
    if (fileId === undefined) return row;
    const shown = row.content.shown as Content;
    const header = { ...(shown.header as Content), fileId };
    return { ...row, content: { ...row.content, shown: { ...shown, header } } };
  });
}

/** The provider's id of the file in a template's header. */
function headerMediaOf({ kind, content }: { kind: string; content: Content }): string | undefined {
  if (kind !== 'template') return undefined;
  const { shown, values } = content as {
    shown?: { header?: object };
    values?: { header?: { media?: { id?: unknown } } };
  };
  const id = values?.header?.media?.id;
  return shown?.header && typeof id === 'string' ? id : undefined;
}
