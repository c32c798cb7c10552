// Reads the fields of a new or edited template, and refuses names, languages and times that are not allowed.

import type { Template, TemplateButton, TemplateComponent } from '../world/templates.ts';
import type { World } from '../world/world.ts';
import { type Fields, isObject, textOf, truthy } from './fields.ts';
import { invalidParameter } from './graph-error.ts';
import { checkComponents, refusal } from './template-rules.ts';

const CATEGORIES = ['MARKETING', 'UTILITY', 'AUTHENTICATION'];
const TTL: Record<string, [number, number]> = {
  AUTHENTICATION: [30, 900],
  UTILITY: [30, 43_200],
  MARKETING: [43_200, 2_592_000],
};

/** A checked template, not yet on the shelf. Throws code 100 with the subcode of the broken rule. */
export function readNewTemplate(world: World, wabaId: string, fields: Fields): Omit<Template, 'id'> {
  const now = world.clock.now();
  const name = textOf(fields.name) ?? '';
  const language = textOf(fields.language) ?? '';
  if (!/^[a-z0-9_]{1,512}$/.test(name)) {
    throw invalidParameter("Param name must have 1 to 512 lowercase letters, digits and '_' only.");
  }
  if (!/^[a-z]{2,3}(?:_[A-Z]{2,4})?$/.test(language))
    throw invalidParameter(`Param language: "${language}" is not supported.`);
  const category = readCategory(fields);
  const parameterFormat = textOf(fields.parameter_format)?.toUpperCase() ?? 'POSITIONAL';
  if (parameterFormat !== 'POSITIONAL' && parameterFormat !== 'NAMED') {
    throw invalidParameter('Param parameter_format must be one of {POSITIONAL, NAMED}.');
  }
  const components = readComponents(fields);
  checkComponents(components, category, parameterFormat);
  const ttlSeconds = readTtl(fields, category);
  if (world.templates.named(wabaId, name, language)) {
    throw refusal(
      2388024,
      'Content in This Language Already Exists',
      `There is already ${language} content for this template. You can create a new template and try again.`,
    );
  }
  if (world.templates.lockedUntil(wabaId, name, language) > now) {
    throw refusal(
      2388023,
      'Language Is Being Deleted',
      'The name of a deleted template is blocked for 30 days.',
    );
  }
  if (world.templates.of(wabaId).length >= world.settings.limits.templatesPerAccount) {
    throw refusal(
      2388019,
      'Template limit reached',
      'This account has reached the number of templates it may have.',
    );
  }
  return {
    wabaId,
    name,
    language,
    category,
    parameterFormat,
    components,
    status: 'PENDING',
    rejectedReason: 'NONE',
    quality: { score: 'UNKNOWN', date: Math.floor(now / 1000) },
    ttlSeconds,
    allowCategoryChange: fields.allow_category_change === undefined || truthy(fields.allow_category_change),
    createdAt: now,
    edits: [],
    pauses: 0,
    pacing: 'free',
    week: [],
    sent: 0,
    proven: false,
    revision: 0,
  };
}

export function readCategory(fields: Fields): string {
  const category = textOf(fields.category)?.toUpperCase() ?? '';
  if (!CATEGORIES.includes(category))
    throw invalidParameter(`Param category must be one of {${CATEGORIES.join(', ')}}.`);
  return category;
}

/** Time to live in seconds, if given; -1 means 30 days. */
export function readTtl(fields: Fields, category: string): number | undefined {
  if (fields.message_send_ttl_seconds === undefined) return undefined;
  const seconds = Number(fields.message_send_ttl_seconds);
  const [least, most] = TTL[category]!;
  if (seconds === -1) return 2_592_000;
  if (seconds >= least && seconds <= most) return seconds;
  throw invalidParameter(
    `Param message_send_ttl_seconds must be between ${least} and ${most} for ${category}.`,
  );
}

/** Components with their types in upper case, as they come back later. */
export function readComponents(fields: Fields): TemplateComponent[] {
  if (!Array.isArray(fields.components) || fields.components.length === 0) {
    throw invalidParameter('Param components must be a non-empty array.');
  }
  return fields.components.map(readComponent);
}

function readComponent(given: unknown): TemplateComponent {
  if (!isObject(given) || !textOf(given.type)) throw invalidParameter('Every component needs a type.');
  const part = { ...given, type: textOf(given.type)!.toUpperCase() } as TemplateComponent;
  if (part.format) part.format = String(part.format).toUpperCase();
  if (part.type === 'HEADER' && !part.format && part.text) part.format = 'TEXT';
  if (part.buttons !== undefined) {
    if (!Array.isArray(part.buttons)) throw invalidParameter('Param buttons must be an array.');
    part.buttons = part.buttons.map((button): TemplateButton => {
      if (!isObject(button)) throw invalidParameter('Every button must be an object.');
      return { ...button, type: String(button.type ?? '').toUpperCase() };
    });
  }
  if (Array.isArray(part.cards)) {
    part.cards = part.cards.map((card) => ({ components: (card.components ?? []).map(readComponent) }));
  }
  return part;
}
