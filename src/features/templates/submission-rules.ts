// Refuses what must not be handed in now: unfit drafts, templates in review, edits beyond WhatsApp's limits.
import { AppError, badInput, conflict } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import { checkTemplate } from '#whatsapp/template-rules.ts';
import { EDITS_PER_PERIOD, editAllowance } from './edit-limits.ts';
import { currentEdit, draftOf } from './show-template.ts';
import { refuseLockedName } from './template-names.ts';
import type { TemplateStatus } from './templates.contract.ts';
import type { TemplateRow } from './templates.store.ts';

/** Statuses in which WhatsApp takes no edit, with the words for it. */
const CLOSED: Partial<Record<TemplateStatus, [code: string, words: string]>> = {
  pending: ['template_in_review', 'This template is in review: wait for the result before you change it.'],
  in_appeal: [
    'template_in_review',
    'This template is under appeal: wait for the result before you change it.',
  ],
  disabled: ['template_disabled', 'WhatsApp disabled this template for good: clone it under a new name.'],
  archived: ['template_archived', 'WhatsApp archived this template: clone it under a new name.'],
  deleted: ['template_deleted', 'This template was deleted: clone it instead.'],
};

/** Throws what stands in the way, in words; returns when the template may be handed in. */
export async function refuseUnfit(call: Call, row: TemplateRow): Promise<void> {
  const closed = CLOSED[row.status];
  if (closed) throw conflict(...closed);
  const edit = currentEdit(row);
  if (row.status === 'approved') refuseLimited(row, edit.category, call.now);
  if (row.remote_id === null) await refuseLockedName(call, row.account_id, row.name);
  const mediaKeys = Object.keys(row.media);
  const draft = draftOf(
    { name: row.name, language: row.language, variableFormat: row.variable_format, ...edit },
    mediaKeys,
  );
  const faults = checkTemplate(draft).filter((found) => found.severity === 'error');
  if (faults.length > 0)
    throw badInput(
      faults.map(({ path, message }) => ({ path, message })),
      'WhatsApp would refuse this template: mend what is marked.',
    );
}

function refuseLimited(row: TemplateRow, category: string, now: Date): void {
  if (!row.pending_edit)
    throw conflict('template_unchanged', 'Nothing changed since this template was approved.');
  if (category !== row.category)
    throw badInput([
      {
        path: 'category',
        message: 'The category of an approved template cannot change: clone the template.',
      },
    ]);
  const { nextAt } = editAllowance(row.edited_at, now);
  if (nextAt)
    throw new AppError(
      'template_edit_limit',
      `WhatsApp allows an approved template one edit a day and ${EDITS_PER_PERIOD} in 30 days. The next one is possible from ${nextAt.toISOString().slice(0, 16).replace('T', ' ')} UTC.`,
      { status: 409, details: { nextEditAt: nextAt.toISOString() } },
    );
}
