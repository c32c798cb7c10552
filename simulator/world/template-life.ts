// What becomes of a template after it was submitted: review, quality, pauses, each told by webhook.

import { reviewVerdict, type Verdict } from './review-rules.ts';
import type { Template, TemplateComponent } from './templates.ts';
import { buttonsOf, component } from './templates.ts';
import type { World } from './world.ts';

const HOUR = 3_600_000;

/** Plans the review of a pending template. */
export function submitForReview(world: World, template: Template): void {
  template.status = 'PENDING';
  template.rejectedReason = 'NONE';
  Object.assign(template, { week: [], sent: 0, proven: false });
  const revision = ++template.revision;
  const { delayMs } = world.settings.review;
  world.schedule.after(delayMs / world.settings.speed, (at) => {
    if (template.revision === revision) review(world, template, at);
  });
}

function review(world: World, template: Template, at: number): void {
  const verdict = verdictOn(world, template);
  if (verdict && 'rejected' in verdict) {
    setTemplateStatus(world, template, 'REJECTED', { reason: verdict.rejected, at, why: verdict.why });
    return;
  }
  if (verdict && 'category' in verdict) {
    template.previousCategory = template.category;
    template.category = verdict.category;
    tell(world, template, 'template_category_update', at, {
      previous_category: template.previousCategory,
      new_category: template.category,
    });
  }
  setTemplateStatus(world, template, 'APPROVED', { at });
}

function verdictOn(world: World, template: Template): Verdict | undefined {
  const { outcome, refuseDuplicates } = world.settings.review;
  if (outcome === 'approve') return undefined;
  if (outcome === 'reject') return { rejected: 'INVALID_FORMAT' };
  const twin = refuseDuplicates && template.category !== 'AUTHENTICATION' && sameContent(world, template);
  if (twin)
    return { rejected: 'INVALID_FORMAT', why: `It has the same content as the template "${twin.name}".` };
  return reviewVerdict(template);
}

function sameContent(world: World, template: Template): Template | undefined {
  const textOf = (one: Template) =>
    `${component(one, 'BODY')?.text}\n${component(one, 'FOOTER')?.text ?? ''}`;
  const mine = textOf(template);
  return world.templates
    .of(template.wabaId)
    .find(
      (one) =>
        one !== template &&
        one.language === template.language &&
        one.status === 'APPROVED' &&
        textOf(one) === mine,
    );
}

export interface StatusChange {
  reason?: string;
  why?: string;
  at?: number;
  title?: string;
}

/** Sets a status and sends message_template_status_update. */
export function setTemplateStatus(
  world: World,
  template: Template,
  status: string,
  change: StatusChange = {},
): void {
  const at = change.at ?? world.clock.now();
  const reason = change.reason ?? 'NONE';
  template.status = status === 'REINSTATED' || status === 'UNARCHIVED' ? 'APPROVED' : status;
  template.rejectedReason = status === 'REJECTED' ? reason : 'NONE';
  template.revision++;
  const value: Record<string, unknown> = {
    event: status,
    reason: status === 'PENDING_DELETION' ? null : reason,
    message_template_category: template.category,
  };
  if (change.title) value.other_info = { title: change.title, description: `Template status: ${status}` };
  if (status === 'DISABLED') value.disable_info = { disable_date: String(Math.floor(at / 1000)) };
  if (status === 'REJECTED' && reason === 'INVALID_FORMAT') {
    value.rejection_info = {
      reason: change.why ?? 'The format of the template is not valid.',
      recommendation: 'Change the text and submit it again.',
    };
  }
  tell(world, template, 'message_template_status_update', at, value);
  world.tell(at, template.name, `${status}${change.title ? ` (${change.title})` : ''}`);
}

/** Changes the quality score and sends message_template_quality_update. */
export function setTemplateQuality(
  world: World,
  template: Template,
  score: string,
  at = world.clock.now(),
): void {
  const previous = template.quality.score;
  template.quality = { score, date: Math.floor(at / 1000) };
  tell(world, template, 'message_template_quality_update', at, {
    previous_quality_score: previous,
    new_quality_score: score,
  });
}

/** Pauses for bad quality: 3 hours, then 6 hours, then the template is disabled for good. */
export function pauseTemplate(world: World, template: Template, at = world.clock.now()): void {
  template.pauses++;
  template.pausedAt = at;
  if (template.pauses > 2) {
    setTemplateStatus(world, template, 'DISABLED', { title: 'DISABLED', at });
    return;
  }
  const first = template.pauses === 1;
  setTemplateStatus(world, template, 'PAUSED', { title: first ? 'FIRST_PAUSE' : 'SECOND_PAUSE', at });
  planUnpause(world, template);
}

function planUnpause(world: World, template: Template): void {
  const { revision, pausedAt = world.clock.now(), pauses } = template;
  world.schedule.at(pausedAt + (pauses === 1 ? 3 : 6) * HOUR, (at) => {
    if (template.revision === revision) unpauseTemplate(world, template, at);
  });
}

/** After a restart: reviews that were under way begin again, pauses end when they would have. */
export function resumeTemplate(world: World, template: Template): void {
  if (template.status === 'PENDING') submitForReview(world, template);
  else if (template.status === 'PAUSED' && template.pauses > 0) planUnpause(world, template);
}

export function unpauseTemplate(world: World, template: Template, at = world.clock.now()): void {
  delete template.pausedAt;
  setTemplateStatus(world, template, 'APPROVED', { title: 'UNPAUSE', at });
}

/** Tells the new text of an edited template. */
export function tellComponents(world: World, template: Template): void {
  const text = (type: string) => (component(template, type) as TemplateComponent | undefined)?.text;
  const buttons = buttonsOf(template).map((button) => ({
    message_template_button_type: button.type,
    message_template_button_text: button.text ?? '',
    ...(button.url && { message_template_button_url: button.url }),
    ...(button.phone_number && { message_template_button_phone_number: button.phone_number }),
  }));
  tell(world, template, 'message_template_components_update', world.clock.now(), {
    ...(text('HEADER') && { message_template_title: text('HEADER') }),
    message_template_element: text('BODY') ?? '',
    ...(text('FOOTER') && { message_template_footer: text('FOOTER') }),
    ...(buttons.length > 0 && { message_template_buttons: buttons }),
  });
}

function tell(
  world: World,
  template: Template,
  field: string,
  at: number,
  more: Record<string, unknown>,
): void {
  const waba = world.businesses.wabas.get(template.wabaId);
  if (!waba) return;
  const value = {
    ...more,
    message_template_id: Number(template.id),
    message_template_name: template.name,
    message_template_language: template.language,
  };
  world.webhooks.aboutAccount(waba, field, value, at);
}
