// Hands a template in for review: creates it at the provider, or edits it there.
import { publish } from '#events/publish.ts';
import { providerFor } from '#features/numbers/numbers.ts';
import { askProvider } from '#features/templates/provider-refusal.ts';
import { currentEdit, showTemplate } from '#features/templates/show-template.ts';
import { refuseUnfit } from '#features/templates/submission-rules.ts';
import { uploadSamples } from '#features/templates/template-samples.ts';
import { statusOf } from '#features/templates/template-status.ts';
import { TEMPLATE_CATEGORIES, type templatesContract } from '#features/templates/templates.contract.ts';
import {
  changeTemplate,
  readTemplateRow,
  type TemplateChange,
  type TemplateRow,
} from '#features/templates/templates.store.ts';
import { now } from '#kit/clock.ts';
import type { Call } from '#operations/call.ts';
import type { Handler } from '#operations/handle.ts';
import type { WhatsAppProvider } from '#whatsapp/port.ts';
import type { TemplateDraft } from '#whatsapp/template-model.ts';

export const submitTemplate: Handler<typeof templatesContract.submit> = async (call, { id }) => {
  const row = await readTemplateRow(call, id, true);
  await refuseUnfit(call, row);
  const provider = await providerFor(call, row.account_id);
  const edit = currentEdit(row);
  const content = await uploadSamples(call, provider, row, edit.content);
  const draft: TemplateDraft = {
    name: row.name,
    language: row.language,
    category: edit.category,
    variables: row.variable_format,
    content,
    allowCategoryChange: true,
    ...(edit.timeToLiveSeconds === null ? {} : { timeToLiveSeconds: edit.timeToLiveSeconds }),
  };
  const outcome = row.remote_id
    ? await edited(provider, row, row.remote_id, draft, call)
    : await created(provider, draft);
  const changed = await changeTemplate(call, id, {
    category: edit.category,
    content,
    time_to_live_seconds: edit.timeToLiveSeconds,
    pending_edit: null,
    status_reason: null,
    status_detail: null,
    status_advice: null,
    // Only now is it in the provider's list: one that was asked for while this ran may lack it.
    submitted_at: now(),
    ...outcome,
  });
  await publish(call, 'template.status_changed', id, {
    name: row.name,
    language: row.language,
    status: changed.status,
    previous: row.status,
    reason: null,
  });
  return showTemplate(call, changed);
};

async function created(provider: WhatsAppProvider, draft: TemplateDraft): Promise<TemplateChange> {
  const answer = await askProvider(() => provider.createTemplate(draft));
  const category = TEMPLATE_CATEGORIES.find((one) => one === answer.category);
  return {
    remote_id: answer.id,
    status: statusOf(answer.status) ?? 'pending',
    ...(category ? { category } : {}),
  };
}

async function edited(
  provider: WhatsAppProvider,
  row: TemplateRow,
  remoteId: string,
  draft: TemplateDraft,
  call: Call,
): Promise<TemplateChange> {
  const { name: _name, language: _language, ...edit } = draft;
  await askProvider(() => provider.editTemplate(remoteId, edit));
  return {
    status: 'pending',
    edited_at: row.status === 'approved' ? [...row.edited_at, call.now].slice(-20) : row.edited_at,
  };
}
