// Uploads the files of media headers as samples for the reviewers.
import { buffer } from 'node:stream/consumers';
import { readFileById } from '#features/files/files.ts';
import type { Call } from '#operations/call.ts';
import type { WhatsAppProvider } from '#whatsapp/port.ts';
import type { TemplateContent } from '#whatsapp/template-model.ts';
import { mediaSlots, withSamples } from '#whatsapp/template-slots.ts';
import { askProvider } from './provider-refusal.ts';
import type { TemplateRow } from './templates.store.ts';

/** `content` with the handle of each stored file as its sample; a header without a file keeps the sample it has. */
export async function uploadSamples(
  call: Pick<Call, 'tx' | 'services' | 'workspaceId'>,
  provider: WhatsAppProvider,
  row: Pick<TemplateRow, 'media'>,
  content: TemplateContent,
): Promise<TemplateContent> {
  const handles: Record<string, string> = {};
  for (const { key } of mediaSlots(content)) {
    const file = row.media[key];
    if (!file) continue;
    const bytes = await buffer(await readFileById(call, file.fileId));
    const upload = { fileName: file.name, mimeType: file.mimeType, bytes };
    const { handle } = await askProvider(() => provider.uploadTemplateSample(upload));
    handles[key] = handle;
  }
  return withSamples(content, handles);
}
