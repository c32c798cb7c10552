// Spells a campaign's row as the contract does.
import { iso } from '#operations/operation.ts';
import {
  type Campaign,
  CampaignAudience,
  type CampaignFigures,
  CampaignLinks,
  type CampaignSummary,
} from './campaigns.contract.ts';
import type { CampaignRow } from './campaigns.store.ts';

export function figuresOf(row: CampaignRow): CampaignFigures {
  const delivered = row.delivered_count + row.read_count;
  return {
    audience: row.audience_count,
    excluded: row.excluded,
    waiting: row.waiting_count,
    queued: row.queued_count,
    uncertain: row.uncertain_count,
    held: row.held_count,
    accepted: row.accepted_count,
    sent: row.sent_count + delivered,
    delivered,
    read: row.read_count,
    failed: row.failed_count,
    cancelled: row.cancelled_count,
    replied: row.replied_count,
    clicked: row.clicked_count,
    linkClicked: row.link_clicked_count,
    optedOut: row.opted_out_count,
    sms: {
      queued: row.sms_queued_count,
      sent: row.sms_sent_count + row.sms_delivered_count,
      delivered: row.sms_delivered_count,
      failed: row.sms_failed_count,
    },
  };
}

export function showSummary(row: CampaignRow): CampaignSummary {
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    pausedReason: row.paused_kind
      ? { kind: row.paused_kind, text: row.paused_text ?? '', params: row.paused_params ?? {} }
      : null,
    number: row.number_id
      ? { id: row.number_id, phone: row.number_phone ?? '', displayName: row.number_name ?? '' }
      : null,
    template: row.template_id
      ? {
          id: row.template_id,
          name: row.template_name ?? '',
          language: row.template_language ?? '',
          category: row.template_category ?? '',
          status: row.template_status ?? '',
        }
      : null,
    retryOf: row.retry_of,
    scheduledAt: iso(row.scheduled_at),
    startedAt: iso(row.started_at),
    completedAt: iso(row.completed_at),
    figures: figuresOf(row),
    createdAt: iso(row.created_at),
    updatedAt: iso(row.updated_at),
  };
}

export function showCampaign(
  row: CampaignRow,
  { cost, waitsFor }: Pick<Campaign, 'cost' | 'waitsFor'>,
): Campaign {
  return {
    ...showSummary(row),
    variables: row.variables,
    audience: CampaignAudience.parse(row.audience),
    links: CampaignLinks.parse(row.links),
    hours: row.hours,
    errorLimit: row.error_limit,
    waitsFor,
    wishedStart:
      row.wished_time === null ? null : { at: row.wished_time, eachCustomersZone: row.wished_each_zone },
    smsFallback: row.sms_text === null ? null : { text: row.sms_text },
    cost,
    split: row.split,
    planned: row.planned,
    nextDueAt: iso(row.next_due_at),
    localTime: row.local_time,
    ratePerSecond: row.throughput,
  };
}
