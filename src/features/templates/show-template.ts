// Turns a template's row into what callers see, and into what is handed in for review.
import type { Call } from '#operations/call.ts';
import { iso } from '#operations/operation.ts';
import type { TemplateDraft } from '#whatsapp/template-model.ts';
import { openSlot } from '#whatsapp/template-open.ts';
import { optOutButton } from '#whatsapp/template-opt-out.ts';
import { withSamples } from '#whatsapp/template-slots.ts';
import { editAllowance } from './edit-limits.ts';
import { favouritesAmong } from './favourites.store.ts';
import type { Template } from './templates.contract.ts';
import type { PendingEdit, TemplateRow } from './templates.store.ts';

type ShowCall = Pick<Call, 'tx' | 'workspaceId' | 'userId' | 'now'>;

export async function showTemplates(call: ShowCall, rows: readonly TemplateRow[]): Promise<Template[]> {
  const favourites = await favouritesAmong(
    call,
    rows.map((row) => row.id),
  );
  return rows.map((row) => show(row, call.now, favourites.has(row.id)));
}

/** As the caller sees it: favourites are each person's own. */
export async function showTemplate(call: ShowCall, row: TemplateRow): Promise<Template> {
  const [shown] = await showTemplates(call, [row]);
  return shown!;
}

function show(row: TemplateRow, now: Date, favourite: boolean): Template {
  const limited = row.status === 'approved';
  const allowance = editAllowance(row.edited_at, now);
  return {
    id: row.id,
    accountId: row.account_id,
    name: row.name,
    language: row.language,
    category: row.category,
    status: row.status,
    statusReason: row.status_reason,
    statusDetail: row.status_detail,
    statusAdvice: row.status_advice,
    quality: row.quality,
    variableFormat: row.variable_format,
    content: mutable(row.content),
    timeToLiveSeconds: row.time_to_live_seconds,
    pendingEdit: row.pending_edit
      ? { ...row.pending_edit, content: mutable(row.pending_edit.content) }
      : null,
    variables: row.variables,
    media: row.media,
    announcedCategory: row.announced_category,
    announcedFor: iso(row.announced_for),
    favourite,
    openSlot: openSlot(row.content, row.variable_format, row.variables),
    editsLeft: limited ? allowance.left : null,
    nextEditAt: limited ? iso(allowance.nextAt) : null,
    optOutButton: optOutButton(row.content) ?? null,
    submittedAt: iso(row.submitted_at),
    reviewedAt: iso(row.reviewed_at),
    createdAt: iso(row.created_at),
    updatedAt: iso(row.updated_at),
  };
}

/** The model is read-only where it keeps the provider's form; the contract's shape is the same without that mark. */
function mutable(content: TemplateRow['content']): Template['content'] {
  return content as Template['content'];
}

/** What would be handed in now: the pending edit where there is one. */
export function currentEdit(row: TemplateRow): PendingEdit {
  return (
    row.pending_edit ?? {
      category: row.category,
      content: row.content,
      timeToLiveSeconds: row.time_to_live_seconds,
    }
  );
}

/** The draft as the rules see it: a media header with a stored file has its sample. */
export function draftOf(
  template: Pick<TemplateRow, 'name' | 'language'> & { variableFormat: 'positional' | 'named' } & PendingEdit,
  mediaKeys: Iterable<string>,
): TemplateDraft {
  const { name, language, category, variableFormat, content, timeToLiveSeconds } = template;
  return {
    name,
    language,
    category,
    variables: variableFormat,
    content: withSamples(content, Object.fromEntries([...mediaKeys].map((key) => [key, 'stored']))),
    ...(timeToLiveSeconds === null ? {} : { timeToLiveSeconds }),
  };
}
