// What the template editor holds, and the pure steps on it: variables inserted, converted and numbered.

import type { Template } from '#features/templates/templates.contract.ts';
import { moved } from '#web/ui/moved.ts';
import type { ValueSource, ValueSources } from '#whatsapp/template-message.ts';
import type { TemplateButton, TemplateCategory, TemplateContent } from '#whatsapp/template-model.ts';
import { variablePlaces } from '#whatsapp/template-variables.ts';

export type EditorMedia = Record<
  string,
  {
    fileId: string;
    name: string;
    mimeType: string;
    size: number;
    /** Where the browser reads it, when it is no file of the template itself. */
    url?: string;
  }
>;

export type EditorDraft = {
  /** Of a new template: the WhatsApp Business account that it will belong to. */
  accountId?: string;
  name: string;
  language: string;
  category: TemplateCategory;
  variableFormat: 'positional' | 'named';
  content: TemplateContent;
  timeToLiveSeconds: number | null;
  variables: ValueSources;
  media: EditorMedia;
};

/** The texts that hold variables of their own. */
export type TextPart = 'header' | 'body';

export function emptyDraft(language: string, accountId?: string): EditorDraft {
  return {
    ...(accountId === undefined ? {} : { accountId }),
    name: '',
    language,
    category: 'marketing',
    variableFormat: 'positional',
    content: { header: { kind: 'none' }, body: { text: '' }, buttons: [] },
    timeToLiveSeconds: null,
    variables: {},
    media: {},
  };
}

/** The template as it would be handed in: with its unsubmitted changes. */
export function draftFrom(template: Template): EditorDraft {
  const { category, content, timeToLiveSeconds } = template.pendingEdit ?? template;
  const { name, language, variableFormat, variables, media } = template;
  return { name, language, category, variableFormat, content, timeToLiveSeconds, variables, media };
}

/** A name as WhatsApp takes it, from what a person types. */
export function asName(typed: string): string {
  return typed
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, 512);
}

export function partText(content: TemplateContent, part: TextPart): string {
  if (part === 'body') return content.body.text;
  return content.header.kind === 'text' ? content.header.text : '';
}

function withPart(
  content: TemplateContent,
  part: TextPart,
  text: string,
  examples: Record<string, string>,
): TemplateContent {
  if (part === 'body') return { ...content, body: { text, examples } };
  return { ...content, header: { kind: 'text', text, examples } };
}

export function partExamples(content: TemplateContent, part: TextPart): Record<string, string> {
  if (part === 'body') return content.body.examples ?? {};
  return content.header.kind === 'text' ? (content.header.examples ?? {}) : {};
}

/** Sample values of fields, by code: what reviewers and the preview show. */
export type FieldSamples = Readonly<Record<string, string>>;

/** Sets the text of a part; `%%CODE%%` in it becomes the next `{{n}}`, filled from that field. */
export function writeText(
  draft: EditorDraft,
  part: TextPart,
  typed: string,
  samples: FieldSamples,
): EditorDraft {
  let variables = draft.variables;
  const examples = { ...partExamples(draft.content, part) };
  let text = typed;
  for (;;) {
    const code = /%%([A-Z][A-Z0-9_]*)%%/.exec(text);
    if (!code?.[1]) break;
    const field = code[1];
    const name = nameFor(text, part, field, variables, draft.variableFormat);
    variables = { ...variables, [`${part}.${name}`]: { field } };
    examples[name] ??= samples[field] ?? '';
    text = `${text.slice(0, code.index)}{{${name}}}${text.slice(code.index + code[0].length)}`;
  }
  return { ...draft, variables, content: withPart(draft.content, part, text, examples) };
}

/** Puts a variable for `field` where the cursor is; answers the draft and where the cursor stands then. */
export function insertVariable(
  draft: EditorDraft,
  part: TextPart,
  field: string,
  at: { start: number; end: number },
  samples: FieldSamples,
): { draft: EditorDraft; cursor: number } {
  const text = partText(draft.content, part);
  const name = nameFor(text, part, field, draft.variables, draft.variableFormat);
  const inserted = `{{${name}}}`;
  const written = text.slice(0, at.start) + inserted + text.slice(at.end);
  const examples = partExamples(draft.content, part);
  const content = withPart(draft.content, part, written, {
    ...examples,
    [name]: examples[name] || samples[field] || '',
  });
  const variables: ValueSources = { ...draft.variables, [`${part}.${name}`]: { field } };
  return { draft: { ...draft, content, variables }, cursor: at.start + inserted.length };
}

/** The same field keeps its variable; another one gets the next free number. */
function nameFor(
  text: string,
  part: TextPart,
  field: string,
  variables: ValueSources,
  format: EditorDraft['variableFormat'],
): string {
  const used = variablePlaces(text).map((place) => place.name);
  const same = used.find((name) => {
    const source = variables[`${part}.${name}`];
    return source !== undefined && 'field' in source && source.field === field;
  });
  if (same !== undefined) return same;
  if (format === 'named') return field.toLowerCase();
  return String(Math.max(0, ...used.map(Number).filter(Number.isFinite)) + 1);
}

/** Numbers the variables of a part from 1 without a gap, in reading order; sources and samples go along. */
export function renumber(draft: EditorDraft, part: TextPart): EditorDraft {
  if (draft.variableFormat === 'named') return draft;
  const text = partText(draft.content, part);
  const places = variablePlaces(text);
  const order = [...new Set(places.map((place) => place.name))].filter((name) => /^\d+$/.test(name));
  if (order.every((name, index) => name === String(index + 1))) return draft;
  const renamed = new Map(order.map((name, index) => [name, String(index + 1)]));
  const before = partExamples(draft.content, part);
  const examples: Record<string, string> = {};
  const variables: Record<string, ValueSource> = Object.fromEntries(
    Object.entries(draft.variables).filter(([key]) => !key.startsWith(`${part}.`)),
  );
  for (const [from, to] of renamed) {
    if (before[from] !== undefined) examples[to] = before[from];
    const source = draft.variables[`${part}.${from}`];
    if (source) variables[`${part}.${to}`] = source;
  }
  const written = text.replace(
    /\{\{\s*(\d+)\s*\}\}/g,
    (whole, name: string) => `{{${renamed.get(name) ?? whole}}}`,
  );
  return { ...draft, variables, content: withPart(draft.content, part, written, examples) };
}

/** Moves a button, with the source of its link; answers the same draft at the ends. */
export function moveButton(draft: EditorDraft, from: number, to: number): EditorDraft {
  const { buttons } = draft.content;
  if (to < 0 || to >= buttons.length || from === to) return draft;
  const order = moved([...buttons.keys()], from, to);
  return arrangeButtons(draft, order);
}

export function removeButton(draft: EditorDraft, index: number): EditorDraft {
  return arrangeButtons(
    draft,
    draft.content.buttons.map((_, at) => at).filter((at) => at !== index),
  );
}

export function setButton(draft: EditorDraft, index: number, button: TemplateButton): EditorDraft {
  const buttons = draft.content.buttons.map((one, at) => (at === index ? button : one));
  return { ...draft, content: { ...draft.content, buttons } };
}

/** Quick replies must stand together: a new one goes behind the last of them, others to the end. */
export function addButton(draft: EditorDraft, button: TemplateButton): EditorDraft {
  const { buttons } = draft.content;
  const lastReply = buttons.findLastIndex((one) => one.kind === 'quick_reply');
  const at = button.kind === 'quick_reply' && lastReply !== -1 ? lastReply + 1 : buttons.length;
  const order = [...buttons.keys()];
  const added = arrangeButtons({ ...draft, content: { ...draft.content, buttons: [...buttons, button] } }, [
    ...order.slice(0, at),
    buttons.length,
    ...order.slice(at),
  ]);
  return added;
}

function arrangeButtons(draft: EditorDraft, order: readonly number[]): EditorDraft {
  const variables = Object.fromEntries(
    Object.entries(draft.variables).filter(([key]) => !key.startsWith('button.')),
  );
  order.forEach((from, to) => {
    const source = draft.variables[`button.${from}`];
    if (source) variables[`button.${to}`] = source;
  });
  const buttons = order.map((index) => draft.content.buttons[index]!);
  return { ...draft, variables, content: { ...draft.content, buttons } };
}
