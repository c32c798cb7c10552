// Deletes templates by name (every language), by one id, or by many ids.

import { setTemplateStatus } from '../world/template-life.ts';
import type { Template } from '../world/templates.ts';
import type { World } from '../world/world.ts';
import { type Fields, textOf } from './fields.ts';
import { invalidParameter } from './graph-error.ts';
import { refusal } from './template-rules.ts';

/** All or nothing: one that is unknown or disabled refuses the whole call. */
export function deleteTemplates(world: World, wabaId: string, fields: Fields): void {
  const chosen = choose(world, wabaId, fields);
  if (chosen.some(({ status }) => status === 'DISABLED')) {
    throw refusal(2388094, 'Template cannot be deleted', 'A disabled template cannot be deleted.');
  }
  for (const template of chosen) {
    world.templates.remove(template, world.clock.now());
    setTemplateStatus(world, template, 'DELETED');
  }
}

function choose(world: World, wabaId: string, fields: Fields): Template[] {
  const name = textOf(fields.name);
  const own = (id: unknown): Template => {
    const template = world.templates.find(String(id));
    if (template?.wabaId === wabaId) return template;
    throw refusal(2593002, 'Message Template Not Found', `There is no message template with the id ${id}.`);
  };
  if (fields.hsm_ids !== undefined) {
    if (name) throw invalidParameter('hsm_ids cannot be mixed with name.');
    const ids = Array.isArray(fields.hsm_ids) ? fields.hsm_ids : String(fields.hsm_ids).split(',');
    if (ids.length === 0 || ids.length > 100) throw invalidParameter('Param hsm_ids must have 1 to 100 ids.');
    return ids.map(own);
  }
  if (!name) throw invalidParameter('The parameter name is required.');
  if (fields.hsm_id !== undefined) {
    const template = own(fields.hsm_id);
    if (template.name !== name) throw invalidParameter('hsm_id and name do not belong together.');
    return [template];
  }
  const all = world.templates.languagesOf(wabaId, name);
  if (all.length === 0) {
    throw refusal(
      2593002,
      'Message Template Not Found',
      `There is no message template with the name ${name}.`,
    );
  }
  return all;
}
