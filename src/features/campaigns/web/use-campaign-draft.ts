// A campaign while it is made: what was typed, saving it, sending it.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type {
  Campaign,
  CampaignAudience,
  CampaignLinks,
  CampaignSplit,
  CampaignVariables,
  Estimate,
  SmsFallback,
} from '#features/campaigns/campaigns.contract.ts';
import type { CampaignHours, ErrorLimit } from '#features/sending/sending.contract.ts';
import { api, client } from '#web/api.ts';
import { useWorkspace } from '#web/session.ts';
import { confirm } from '#web/ui/confirm.ts';
import { fieldError } from '#web/ui/form-failure.ts';
import { toastDone } from '#web/ui/toast.tsx';
import { usePlanLength } from './use-plan-length.ts';
import { finishedSplit, usePreflight } from './use-preflight.ts';

export type CampaignDraft = {
  name: string;
  numberId: string | null;
  templateId: string | null;
  variables: CampaignVariables;
  audience: CampaignAudience;
  smsFallback: SmsFallback | null;
  /** Follows the guardian's sending plan. */
  planned: boolean;
  links: CampaignLinks;
  split: CampaignSplit | null;
  /** Its own; null: as the workspace's settings say. */
  hours: CampaignHours | null;
  errorLimit: ErrorLimit | null;
  /** `YYYY-MM-DDTHH:mm` in the workspace's zone; null: at once. */
  at: string | null;
  /** `at` is what each customer’s own clock shows. */
  eachCustomersZone: boolean;
};

const NOBODY: CampaignAudience = {
  listIds: [],
  segmentIds: [],
  tagIds: [],
  tagMatch: 'any',
  contactIds: [],
  everyone: false,
  requireConsent: false,
  except: { listIds: [], segmentIds: [], tagIds: [] },
};

export function useCampaignDraft(campaign: Campaign | null, startAt: string | null = null) {
  const t = useTranslations('campaignEditor');
  const format = useFormatter();
  const planLength = usePlanLength();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const zone = useWorkspace()?.timeZone ?? 'UTC';
  const [typed, setTyped] = useState<CampaignDraft>(() => ({
    name: campaign?.name ?? t('untitled', { date: format.dateTime(new Date(), { dateStyle: 'medium' }) }),
    numberId: campaign?.number?.id ?? null,
    templateId: campaign?.template?.id ?? null,
    variables: campaign?.variables ?? {},
    audience: campaign?.audience ?? NOBODY,
    smsFallback: campaign?.smsFallback ?? null,
    planned: campaign?.planned ?? false,
    links: campaign?.links ?? { shorten: false, utm: null },
    split: campaign?.split ?? null,
    hours: campaign?.hours ?? null,
    errorLimit: campaign?.errorLimit ?? null,
    ...(campaign ? startOf(campaign, zone) : { at: startAt, eachCustomersZone: false }),
  }));
  // A second attempt after a refusal changes the draft that the first one made.
  const id = useRef(campaign?.id);
  const [failure, setFailure] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const numbers = useQuery(api.numbers.list.queryOptions({ input: {} }));
  const only = numbers.data?.items.length === 1 ? numbers.data.items[0]!.id : null;
  // With one number there is nothing to choose.
  const draft = { ...typed, numberId: typed.numberId ?? only };
  const { audience, templateId } = draft;
  const retryOf = campaign?.retryOf ?? null;
  const hasAudience =
    retryOf !== null ||
    audience.everyone ||
    audience.listIds.length +
      audience.segmentIds.length +
      audience.tagIds.length +
      audience.contactIds.length >
      0;
  const estimate = useQuery({
    ...api.campaigns.estimate.queryOptions({
      input: { audience, templateId, retryOf, split: finishedSplit(draft.split) },
    }),
    enabled: hasAudience,
    placeholderData: (before: Estimate | undefined) => before,
  });

  const { numberId, variables, planned, split } = draft;
  const preflight = usePreflight(
    { id: campaign?.id, numberId, templateId, variables, audience, planned, split, at: draft.at },
    hasAudience,
  );

  async function attempt<T>(work: () => Promise<T>): Promise<T | null> {
    setSaving(true);
    setFailure(null);
    try {
      return await work();
    } catch (error) {
      setFailure(error);
      // The words of the refusal stand on top of the part that scrolls.
      document.querySelector('main')?.scrollTo({ top: 0 });
      return null;
    } finally {
      setSaving(false);
      void queryClient.invalidateQueries({ queryKey: api.campaigns.key() });
    }
  }

  const { at, eachCustomersZone, ...written } = draft;
  const store = async () => {
    const wishedStart = at ? { at, eachCustomersZone } : null;
    if (id.current) return client.campaigns.update({ id: id.current, ...written, wishedStart });
    const made = await client.campaigns.create({ ...written, wishedStart });
    id.current = made.id;
    return made;
  };
  const open = (to: string) =>
    navigate({ to: '/campaigns/$id', params: { id: to }, replace: campaign === null });

  return {
    draft,
    zone,
    saving,
    failure,
    retryOf,
    preflight,
    estimate: hasAudience ? estimate.data : undefined,
    change: (changes: Partial<CampaignDraft>) => setTyped((before) => ({ ...before, ...changes })),
    problem: (path: string) => fieldError(failure, path),
    /** Saves without leaving the page; answers the campaign’s id, or null when it was refused. */
    keep: () => attempt(async () => (await store()).id),
    save: () =>
      attempt(async () => {
        const stored = await store();
        toastDone(t(campaign?.state === 'scheduled' ? 'savedChanges' : 'saved'));
        await open(stored.id);
      }),
    unschedule: () => attempt(() => client.campaigns.unschedule({ id: campaign!.id })),
    /** Saves, asks, and starts or schedules. */
    launch: async () => {
      const count = estimate.data?.audience ?? 0;
      const time = at === null ? '' : at.replace('T', ' ');
      const length = planned ? planLength(preflight.found?.plan) : null;
      const atOnce = length ? `${length} ${t('confirmPlanned')}` : t('confirmText');
      const yes = await confirm({
        title: t('confirmTitle', { name: draft.name, count }),
        text: at === null ? atOnce : t('confirmLater', { time }),
        confirm: t(at === null ? 'send' : 'scheduleIt', { count }),
      });
      if (!yes) return;
      await attempt(async () => {
        const stored = await store();
        if (at === null) await client.campaigns.start({ id: stored.id, reasons: preflight.given });
        else
          await client.campaigns.schedule({
            id: stored.id,
            at: `${at}:00`,
            eachCustomersZone,
            reasons: preflight.given,
          });
        await queryClient.invalidateQueries({ queryKey: api.campaigns.key() });
        await open(stored.id);
      });
    },
  };
}

export type CampaignEditing = ReturnType<typeof useCampaignDraft>;

/** When a stored campaign starts, or is meant to. */
function startOf(
  { localTime: each, scheduledAt, wishedStart }: Campaign,
  zone: string,
): Pick<CampaignDraft, 'at' | 'eachCustomersZone'> {
  if (each !== null) return { at: each, eachCustomersZone: true };
  if (scheduledAt !== null) return { at: localTime(scheduledAt, zone), eachCustomersZone: false };
  return wishedStart ?? { at: null, eachCustomersZone: false };
}

/** An instant as a clock in `zone` shows it, in the spelling of a date-time input. */
function localTime(instant: string, zone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return format.format(new Date(instant)).replace(' ', 'T');
}
