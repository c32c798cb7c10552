// The files that media headers send: chosen by id, checked against what WhatsApp takes.
import { badInput, type FieldError } from '#kit/errors.ts';
import type { TemplateContent } from '#whatsapp/template-model.ts';
import { mediaSlots } from '#whatsapp/template-slots.ts';
import type { InWorkspace, MediaFile } from './templates.store.ts';

const MB = 1_000_000;
/** What WhatsApp takes in a template's header. */
export const HEADER_MEDIA = {
  image: { types: ['image/jpeg', 'image/png'], maxBytes: 5 * MB, words: 'a JPEG or PNG image up to 5 MB' },
  video: { types: ['video/mp4', 'video/3gpp'], maxBytes: 16 * MB, words: 'an MP4 or 3GPP video up to 16 MB' },
  document: { types: ['application/pdf'], maxBytes: 16 * MB, words: 'a PDF up to 16 MB' },
} as const;

/** The chosen files with their names and types. Throws `bad_input` for a file that is not there or does not fit. */
export async function chosenFiles(
  call: InWorkspace,
  content: TemplateContent,
  choice: Record<string, string>,
): Promise<Record<string, MediaFile>> {
  const ids = Object.values(choice);
  if (ids.length === 0) return {};
  const rows = await call.tx
    .selectFrom('files')
    .select(['id', 'name', 'mime_type', 'size'])
    .where('workspace_id', '=', call.workspaceId)
    .where('id', 'in', ids)
    .execute();
  const files: Record<string, MediaFile> = {};
  const faults: FieldError[] = [];
  for (const { key, kind } of mediaSlots(content)) {
    const id = choice[key];
    if (id === undefined) continue;
    const row = rows.find((one) => one.id === id);
    const { types, maxBytes, words } = HEADER_MEDIA[kind];
    if (!row) faults.push({ path: `media.${key}`, message: 'There is no such file: upload it first.' });
    else if (!(types as readonly string[]).includes(row.mime_type) || Number(row.size) > maxBytes)
      faults.push({ path: `media.${key}`, message: `This header takes ${words}.` });
    else files[key] = { fileId: id, name: row.name, mimeType: row.mime_type, size: Number(row.size) };
  }
  if (faults.length > 0) throw badInput(faults);
  return files;
}
