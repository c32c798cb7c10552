// A template send: finds the template, refuses what is not sendable, fills the values in.

import type { Message } from '../world/messages.ts';
import type { Template } from '../world/templates.ts';
import { buttonsOf } from '../world/templates.ts';
import { type Fields, isObject, textOf } from './fields.ts';
import { GraphError, missingParameter } from './graph-error.ts';
import type { Checking } from './message-rules.ts';
import { fillTemplate } from './template-filling.ts';

export interface TemplateSend {
  template: Template;
  shown: NonNullable<Message['shown']>;
}

/** Throws 132001 (unknown, not approved), 132015 (paused), 132016 (disabled), or what the values deserve. */
export function readTemplateSend(checking: Checking, wabaId: string, content: Fields): TemplateSend {
  const name = textOf(content.name);
  const language = isObject(content.language) ? textOf(content.language.code) : undefined;
  if (!name) throw missingParameter("Parameter 'template.name' is required.");
  if (!language) throw missingParameter("Parameter 'template.language.code' is required.");
  const template = checking.world.templates.named(wabaId, name, language);
  if (!template) {
    throw new GraphError(132001, 'Template name does not exist in the translation', {
      details: `template name (${name}) does not exist in ${language}`,
    });
  }
  if (template.status === 'PAUSED') throw new GraphError(132015);
  if (template.status === 'DISABLED') throw new GraphError(132016);
  if (template.status !== 'APPROVED') {
    throw new GraphError(132001, 'Template name does not exist in the translation', {
      details: `template name (${name}) is not approved in ${language}: ${template.status}`,
    });
  }
  return { template, shown: fillTemplate(checking, template, content.components) };
}

/** One-time codes cannot go to a person who is known by user id only. */
export function refuseCodeToUserId(template: Template): void {
  const asksCode = buttonsOf(template).some(({ type }) => type === 'OTP' || type === 'COPY_CODE');
  if (asksCode) throw new GraphError(131062);
}
