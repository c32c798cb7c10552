// The files that somebody chose for the headers of a template, in place of its own.
import { type MediaToSend, mediaForSending } from '#features/media/media.ts';
import { badInput } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { TemplateContent } from '#whatsapp/template-model.ts';
import { mediaSlots } from '#whatsapp/template-slots.ts';

/** `chosen` has uploaded files by slot key. Throws `bad_input` for headers that are not there or want another kind. */
export async function swapTemplateMedia(
  call: Pick<Call, 'tx' | 'workspaceId' | 'now' | 'services' | 'userId'>,
  numberId: string,
  content: TemplateContent,
  chosen: Readonly<Record<string, string>>,
): Promise<Record<string, MediaToSend>> {
  const wanted = new Map(mediaSlots(content).map(({ key, kind }) => [key, kind]));
  const swapped: Record<string, MediaToSend> = {};
  for (const [key, fileId] of Object.entries(chosen)) {
    const kind = wanted.get(key);
    if (!kind) throw badInput([{ path: `media.${key}`, message: 'The template has no file here.' }]);
    const file = await mediaForSending(call, numberId, fileId);
    if (file.kind !== kind)
      throw badInput([
        { path: `media.${key}`, message: `Here the template shows a file of the kind ${kind}.` },
      ]);
    swapped[key] = file;
  }
  return swapped;
}
