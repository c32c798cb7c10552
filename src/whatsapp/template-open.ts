/** Open templates: one variable is a sentence that somebody writes when they send it, also after 24 hours. */
import type { ValueSources } from './template-message.ts';
import type { TemplateContent, VariableFormat } from './template-model.ts';
import { templateSlots } from './template-slots.ts';

/** Source of the variable that takes the sentence, written `%%SENTENCE%%` like a contact field. */
export const SENTENCE_CODE = 'SENTENCE';

/** Key of the variable of the text in which one writes freely, or null. */
export function openSlot(
  content: TemplateContent,
  format: VariableFormat,
  variables: ValueSources,
): string | null {
  const slot = templateSlots(content, format).find(({ key, part, kind }) => {
    const source = variables[key];
    return (
      part === 'body' && kind === 'text' && source && 'field' in source && source.field === SENTENCE_CODE
    );
  });
  return slot?.key ?? null;
}
