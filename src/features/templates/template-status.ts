// What the provider says about a template, in the words of our table.
import type { TemplateStatus as RemoteStatus, TemplateQuality } from '#whatsapp/template-model.ts';
import type { TemplateStatus } from './templates.contract.ts';
import type { Quality } from './templates.store.ts';

const STATUS: Record<RemoteStatus, TemplateStatus | null> = {
  approved: 'approved',
  reinstated: 'approved',
  unarchived: 'approved',
  // Still sent; its quality says what is wrong.
  flagged: 'approved',
  pending: 'pending',
  in_appeal: 'in_appeal',
  rejected: 'rejected',
  limit_exceeded: 'rejected',
  paused: 'paused',
  disabled: 'disabled',
  locked: 'disabled',
  archived: 'archived',
  pending_deletion: 'deleted',
  deleted: 'deleted',
  unknown: null,
};

/** Null for a word that this version does not know: then the template stays as it is. */
export function statusOf(remote: RemoteStatus): TemplateStatus | null {
  return STATUS[remote];
}

const QUALITY: Record<TemplateQuality, Quality> = {
  green: 'high',
  yellow: 'medium',
  red: 'low',
  unknown: 'unknown',
};

export function qualityOf(remote: TemplateQuality): Quality {
  return QUALITY[remote];
}

/** A reason worth telling, as a lower-case code; the provider writes NONE where there is none. */
export function reasonOf(reason: string | undefined): string | null {
  const code = reason?.toLowerCase();
  return code === undefined || code === '' || code === 'none' ? null : code;
}
