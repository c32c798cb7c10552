// Compares our templates with the provider's list and says what to write. Pure.
import { isDeepStrictEqual } from 'node:util';
import type { RemoteTemplate, TemplateCategory, TemplateContent } from '#whatsapp/template-model.ts';
import { qualityOf, reasonOf, statusOf } from './template-status.ts';
import type { NewTemplate, TemplateChange, TemplateRow } from './templates.store.ts';

export type Merge = {
  create: Omit<NewTemplate, 'account_id'>[];
  change: { row: TemplateRow; change: TemplateChange }[];
};

/**
 * `asOf`: when the list was asked for; what we heard or did later than that is newer than the list. `rows` are all
 * of the account, deleted ones too.
 */
export function mergeRemote(
  rows: readonly TemplateRow[],
  remotes: readonly RemoteTemplate[],
  asOf: Date,
): Merge {
  const merge: Merge = { create: [], change: [] };
  const byRemoteId = new Map(rows.filter((row) => row.remote_id).map((row) => [row.remote_id!, row]));
  const drafts = new Map(
    rows.filter((row) => row.status === 'draft' && !row.remote_id).map((row) => [nameKey(row), row]),
  );
  const seen = new Set<string>();
  for (const remote of remotes) {
    seen.add(remote.id);
    const row = byRemoteId.get(remote.id) ?? drafts.get(nameKey(remote));
    if (!row) {
      const status = statusOf(remote.status);
      if (status !== null && status !== 'deleted' && /^[a-z0-9_]+$/.test(remote.name))
        merge.create.push(imported(remote, asOf));
      continue;
    }
    if (row.status === 'deleted' || isNewer(row, asOf)) continue;
    const change = row.remote_id ? changed(row, remote, asOf) : adopted(row, remote, asOf);
    if (Object.keys(change).length > 0) merge.change.push({ row, change });
  }
  for (const row of rows) {
    const gone = row.remote_id !== null && !seen.has(row.remote_id);
    if (gone && row.status !== 'deleted' && !isNewer(row, asOf))
      merge.change.push({ row, change: { status: 'deleted', deleted_at: asOf, pending_edit: null } });
  }
  return merge;
}

function nameKey({ name, language }: { name: string; language: string }): string {
  return `${name} ${language}`;
}

/**
 * Handed in, changed by us, or heard of, after the list was asked for. The provider tells times in whole seconds: what was heard
 * of that second may be newer than the list, and if it is not, the next list says the same.
 */
function isNewer(row: TemplateRow, asOf: Date): boolean {
  const second = new Date(Math.floor(asOf.getTime() / 1_000) * 1_000).toISOString();
  const done = [row.submitted_at ?? row.created_at, row.updated_at];
  return (
    done.some((at) => at > asOf) || Object.values(row.heard).some((heard) => heard && heard.at >= second)
  );
}

function remoteState(remote: RemoteTemplate) {
  return {
    quality: qualityOf(remote.quality),
    variable_format: remote.variables,
    time_to_live_seconds: remote.timeToLiveSeconds ?? null,
    content: remote.content,
  };
}

function imported(remote: RemoteTemplate, asOf: Date): Omit<NewTemplate, 'account_id'> {
  const status = statusOf(remote.status) ?? 'pending';
  return {
    ...remoteState(remote),
    name: remote.name,
    language: remote.language,
    category: categoryOf(remote),
    status,
    status_reason: status === 'approved' ? null : reasonOf(remote.rejectedReason),
    remote_id: remote.id,
    submitted_at: asOf,
    reviewed_at: status === 'pending' ? null : asOf,
  };
}

/** A draft of ours that the provider has under the same name: theirs counts, ours stays as a pending edit. */
function adopted(row: TemplateRow, remote: RemoteTemplate, asOf: Date): TemplateChange {
  const { time_to_live_seconds, category, content } = row;
  const same = sameContent(row.content, remote.content) && row.category === categoryOf(remote);
  const { name: _name, language: _language, ...state } = imported(remote, asOf);
  return {
    ...state,
    pending_edit: same ? null : { category, content, timeToLiveSeconds: time_to_live_seconds },
  };
}

function changed(row: TemplateRow, remote: RemoteTemplate, asOf: Date): TemplateChange {
  const { content, ...state } = remoteState(remote);
  const change: TemplateChange = {};
  for (const [key, value] of Object.entries(state) as [keyof typeof state, never][])
    if (row[key] !== value) change[key] = value;
  const category = categoryOf(remote, row.category);
  if (row.category !== category) change.category = category;
  if (!sameContent(row.content, content)) change.content = content;
  const status = statusOf(remote.status);
  if (status !== null && status !== row.status) {
    change.status = status;
    change.status_reason = status === 'approved' ? null : reasonOf(remote.rejectedReason);
    if (status === 'approved' || status === 'rejected') change.reviewed_at = asOf;
    if (status === 'approved') Object.assign(change, { status_detail: null, status_advice: null });
    if (status === 'deleted') Object.assign(change, { deleted_at: asOf, pending_edit: null });
  }
  return change;
}

function categoryOf(remote: RemoteTemplate, known: TemplateCategory = 'utility'): TemplateCategory {
  return remote.category === 'other' ? known : remote.category;
}

/** The same to a reader: the handle of a sample differs each time that it is read. */
export function sameContent(one: TemplateContent, other: TemplateContent): boolean {
  return isDeepStrictEqual(readable(one), readable(other));
}

function readable(content: TemplateContent): unknown {
  return JSON.parse(
    JSON.stringify(content, (key, value) =>
      key === 'sample' || (key === 'footer' && value === '') ? undefined : value,
    ),
  );
}
