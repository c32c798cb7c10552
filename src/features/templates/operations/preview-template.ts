// Shows a template as a person will read it: with the samples, or with a contact's values.
import { fieldsOfContact } from '#features/templates/contact-fields.ts';
import { currentEdit } from '#features/templates/show-template.ts';
import type { templatesContract } from '#features/templates/templates.contract.ts';
import { readTemplateRow } from '#features/templates/templates.store.ts';
import type { Handler } from '#operations/handle.ts';
import { buildTemplateMessage, renderTemplate, textsFromSources } from '#whatsapp/template-message.ts';
import { mediaSlots, sampleTexts } from '#whatsapp/template-slots.ts';

export const previewTemplate: Handler<typeof templatesContract.preview> = async (call, input) => {
  const row = await readTemplateRow(call, input.id);
  const { content } = currentEdit(row);
  if (input.contactId === undefined) {
    const texts = sampleTexts(content, row.variable_format);
    return { rendered: renderTemplate(content, texts), texts, missing: [] };
  }
  const sources = input.variables ?? row.variables;
  const texts = textsFromSources(sources, await fieldsOfContact(call, input.contactId));
  const media = Object.fromEntries(
    mediaSlots(content)
      .filter(({ key }) => row.media[key])
      .map(({ key }) => [key, { media: { id: row.media[key]!.fileId } }]),
  );
  const built = buildTemplateMessage(
    { name: row.name, language: row.language, variableFormat: row.variable_format, content },
    { texts, media, location: { latitude: 0, longitude: 0 }, offerExpiresAt: call.now },
    sources,
  );
  return { rendered: renderTemplate(content, texts), texts, missing: built.ok ? [] : built.missing };
};
