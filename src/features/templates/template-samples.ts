// Uploads the files of media headers as samples for the reviewers.
import { buffer } from 'node:stream/consumers';
import type { Call } from '#operations/call.ts';
import type { WhatsAppProvider } from '#whatsapp/port.ts';
import type { TemplateContent } from '#whatsapp/template-model.ts';
import { mediaSlots } from '#whatsapp/template-slots.ts';
import { askProvider } from './provider-refusal.ts';
import type { TemplateRow } from './templates.store.ts';

/** `content` with the handle of each stored file as its sample; a header without a file keeps the sample it has. */
export async function uploadSamples(
  call: Pick<Call, 'services' | 'workspaceId'>,
  provider: WhatsAppProvider,
  row: Pick<TemplateRow, 'media'>,
  content: TemplateContent,
): Promise<TemplateContent> {
  const sampled = structuredClone(content);
  for (const { key } of mediaSlots(content)) {
    const file = row.media[key];
    const header = key === 'header' ? sampled.header : sampled.cards?.[Number(key.split('.')[1])]?.header;
    if (!file || !header) continue;
    const bytes = await buffer(await call.services.files.read(call.workspaceId, file.fileId));
    const upload = { fileName: file.name, mimeType: file.mimeType, bytes };
    const { handle } = await askProvider(() => provider.uploadTemplateSample(upload));
    Object.assign(header, { sample: handle });
  }
  return sampled;
}
