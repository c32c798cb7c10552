// Templates of an account: create, list, edit, delete, unpause.

import type { FastifyInstance } from 'fastify';
import { submitForReview, tellComponents, unpauseTemplate } from '../world/template-life.ts';
import type { Template } from '../world/templates.ts';
import type { World } from '../world/world.ts';
import { templateFor, wabaFor } from './access.ts';
import { type Fields, fieldsOf, opened } from './fields.ts';
import { invalidParameter } from './graph-error.ts';
import { choose, page, wantedFields } from './paging.ts';
import { deleteTemplates } from './template-deletion.ts';
import { readCategory, readComponents, readNewTemplate, readTtl } from './template-reading.ts';
import { checkComponents, refusal } from './template-rules.ts';
import { templateNode, USUAL_TEMPLATE_FIELDS } from './template-view.ts';

const DAY = 86_400_000;

export function templates(app: FastifyInstance, world: World): void {
  app.post<{ Params: { id: string } }>('/:id/message_templates', async (request) => {
    const waba = wabaFor(world, request.caller, request.params.id);
    const template = world.templates.add(readNewTemplate(world, waba.id, fieldsOf(request)));
    submitForReview(world, template);
    return { id: template.id, status: template.status, category: template.category };
  });

  app.get<{ Params: { id: string } }>('/:id/message_templates', async (request) => {
    const waba = wabaFor(world, request.caller, request.params.id);
    const query = opened(request.query as Fields);
    const wanted = wantedFields(query);
    const all = world.templates.of(waba.id).filter((template) => matches(template, query));
    const self = `${request.protocol}://${request.host}${request.originalUrl}`;
    const { data, ...rest } = page(all, query, self);
    const nodes = data.map((template) => choose(templateNode(template), wanted, USUAL_TEMPLATE_FIELDS));
    const count = world.templates.of(waba.id).length;
    const summary = {
      total_count: all.length,
      message_template_count: count,
      message_template_limit: world.settings.limits.templatesPerAccount,
    };
    return { data: nodes, ...rest, ...(query.summary !== undefined && { summary }) };
  });

  app.delete<{ Params: { id: string } }>('/:id/message_templates', async (request) => {
    const waba = wabaFor(world, request.caller, request.params.id);
    deleteTemplates(world, waba.id, fieldsOf(request));
    return { success: true };
  });

  app.post<{ Params: { id: string } }>('/:id/unpause', async (request) => {
    const template = templateFor(world, request.caller, request.params.id);
    if (template.status !== 'PAUSED') return { success: false, reason: 'The template is not paused.' };
    if (world.clock.now() - (template.pausedAt ?? 0) < 300_000) {
      return { success: false, reason: 'A template can be unpaused five minutes after its pause.' };
    }
    unpauseTemplate(world, template);
    return { success: true };
  });
}

/** POST /{template-id}: replaces what is given and submits it again. */
export function editTemplate(world: World, template: Template, fields: Fields) {
  const now = world.clock.now();
  if (!['APPROVED', 'REJECTED', 'PAUSED'].includes(template.status)) {
    throw refusal(
      2388039,
      'Template cannot be edited',
      `A template with the status ${template.status} cannot be edited.`,
    );
  }
  if (template.status === 'APPROVED') {
    if (fields.category !== undefined && readCategory(fields) !== template.category) {
      throw refusal(
        2388039,
        'Category cannot be edited',
        'The category of an approved template cannot be edited.',
      );
    }
    const recent = template.edits.filter((at) => at > now - 30 * DAY);
    if (recent.length >= 10 || recent.some((at) => at > now - DAY)) {
      throw refusal(
        2388039,
        'Edited too often',
        'An approved template can be edited once in 24 hours and 10 times in 30 days.',
      );
    }
    template.edits = [...recent, now];
  }
  if (
    fields.components === undefined &&
    fields.category === undefined &&
    fields.message_send_ttl_seconds === undefined
  ) {
    throw invalidParameter('Give components, category or message_send_ttl_seconds.');
  }
  const category = fields.category === undefined ? template.category : readCategory(fields);
  if (fields.components !== undefined) {
    const components = readComponents(fields);
    checkComponents(components, category, template.parameterFormat);
    template.components = components;
    tellComponents(world, template);
  }
  template.category = category;
  template.ttlSeconds = readTtl(fields, category) ?? template.ttlSeconds;
  submitForReview(world, template);
  return { success: true, id: template.id, name: template.name, category: template.category };
}

function matches(template: Template, query: Fields): boolean {
  const among = (value: unknown, mine: string) => {
    const wanted = Array.isArray(value) ? value : String(value).split(',');
    return wanted.map((one) => String(one).trim().toUpperCase()).includes(mine.toUpperCase());
  };
  if (query.name !== undefined && template.name !== query.name) return false;
  if (query.name_or_content !== undefined && !template.name.includes(String(query.name_or_content)))
    return false;
  if (query.status !== undefined && !among(query.status, template.status)) return false;
  if (query.category !== undefined && !among(query.category, template.category)) return false;
  return query.language === undefined || among(query.language, template.language);
}
