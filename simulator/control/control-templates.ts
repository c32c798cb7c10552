// Templates from the reviewer's side: put one on the shelf, judge it, change its quality, pause it.

import { deliver } from '../world/delivery.ts';
import { putTemplate } from '../world/seed-templates.ts';
import {
  pauseTemplate,
  setTemplateQuality,
  setTemplateStatus,
  unpauseTemplate,
} from '../world/template-life.ts';
import type { Template, TemplateComponent } from '../world/templates.ts';
import type { World } from '../world/world.ts';
import { type AddRoute, BadWish } from './control.ts';

export function controlTemplates(add: AddRoute, world: World): void {
  const template = (id: string | undefined): Template => {
    const found = world.templates.find(id ?? '');
    if (!found) throw new BadWish(`There is no template with the id ${id}.`, 404);
    return found;
  };
  add(
    'POST',
    '/templates',
    'Puts an approved template on the shelf: {"name","language","category","components","waba_id"?,"parameter_format"?}.',
    ({ body }) => {
      const { name, language, category, components } = body;
      if (typeof name !== 'string' || !Array.isArray(components))
        throw new BadWish('Give at least name and components.');
      const put = putTemplate(world, String(body.waba_id ?? world.defaultKeys.waba_id), {
        name,
        language: String(language ?? 'en_US'),
        category: String(category ?? 'MARKETING').toUpperCase(),
        components: components as TemplateComponent[],
        parameterFormat: body.parameter_format === 'NAMED' ? 'NAMED' : 'POSITIONAL',
        status: body.status === undefined ? 'APPROVED' : String(body.status),
      });
      return { id: put.id, status: put.status };
    },
  );
  add(
    'POST',
    '/templates/:id',
    'Judges a template: {"status":"APPROVED"|"REJECTED"|"DISABLED"|"FLAGGED"|…,"reason"?}, {"quality":"GREEN"|"YELLOW"|"RED"|"UNKNOWN"|"AUTO"}, {"pause":true}, {"unpause":true}, {"category":"MARKETING"}.',
    ({ params, body }) => {
      const judged = template(params.id);
      if (body.status !== undefined) {
        setTemplateStatus(world, judged, String(body.status), { reason: body.reason as string | undefined });
      }
      if (body.quality !== undefined) {
        judged.qualityHeld = body.quality !== 'AUTO';
        if (judged.qualityHeld) setTemplateQuality(world, judged, String(body.quality));
      }
      if (body.pause === true) pauseTemplate(world, judged);
      if (body.unpause === true) unpauseTemplate(world, judged);
      if (body.category !== undefined) {
        judged.previousCategory = judged.category;
        judged.category = String(body.category);
      }
      return { id: judged.id, status: judged.status, quality: judged.quality, category: judged.category };
    },
  );
  add(
    'POST',
    '/templates/:id/pacing',
    '{"hold":true} holds sends for quality assessment; {"release":true} sends them; {"drop":true} fails them with 132015.',
    ({ params, body }) => {
      const paced = template(params.id);
      if (body.hold === true) paced.pacing = 'hold';
      const held = world.messages.list({ state: 'held', limit: Number.MAX_SAFE_INTEGER }).messages;
      const mine = held.filter((message) => message.template?.id === paced.id);
      if (body.release !== true && body.drop !== true) return { pacing: paced.pacing, held: mine.length };
      paced.pacing = 'free';
      for (const message of mine) {
        message.state = 'accepted';
        if (body.drop === true) message.errorCode = 132015;
        deliver(world, message);
      }
      return { pacing: paced.pacing, released: mine.length };
    },
  );
}
