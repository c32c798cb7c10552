// What the owners are told of an event: who or what it is about, where to look, and how it is said; null: nothing.
import { z } from 'zod';
import { dealEvents } from '#events/deal-events.ts';
import { sendingEvents } from '#events/sending-events.ts';
import type { Call } from '#operations/call.ts';
import { FAILURE_KINDS, type FailureKind } from '#whatsapp/failure-kinds.ts';
import { FAILURE_WORDS } from '#whatsapp/failure-words.ts';
import { type NoticeLanguage, noticeWords, type Said } from './notice-words.ts';

export type Notice = {
  /** The same topic is told once a day. */
  topic: string;
  /** Below the public address. */
  path: string;
  say(language: NoticeLanguage): Said;
};

type NewsCall = Pick<Call, 'tx' | 'workspaceId'>;
type News = { name: string; subjectId: string | null; payload: unknown };

/** Failures of a campaign that a template's own news tells too. */
const TEMPLATE_STOPS: Record<string, 'paused' | 'disabled' | undefined> = {
  template_paused: 'paused',
  template_disabled: 'disabled',
};

/** The guardian tells of its own stops. */
const TOLD_BY_THE_GUARDIAN = new Set(['number_resting', 'number_restricted', 'number_banned']);

export async function noticeOf(call: NewsCall, news: News): Promise<Notice | null> {
  switch (news.name) {
    case 'campaign.stopped':
      return campaignStopped(call, news);
    case 'number.refused':
      return numberRefused(call, news);
    case 'sending.limit_reached':
      return limitReached(call, news);
    case 'template.status_changed':
      return templateStopped(news);
    case 'conversions.stopped':
      return conversionsStopped(news);
    default:
      return null;
  }
}

async function campaignStopped(call: NewsCall, { subjectId, payload }: News): Promise<Notice | null> {
  const { kind, text, params } = sendingEvents['campaign.stopped'].payload.parse(payload);
  if (TOLD_BY_THE_GUARDIAN.has(kind)) return null;
  const campaign = await call.tx
    .selectFrom('campaigns as c')
    .leftJoin('templates as t', (join) =>
      join.onRef('t.workspace_id', '=', 'c.workspace_id').onRef('t.id', '=', 'c.template_id'),
    )
    .select(['c.name', 'c.split', 'c.number_id', 't.id as template_id', 't.name as template', 't.language'])
    .where('c.workspace_id', '=', call.workspaceId)
    .where('c.id', '=', subjectId!)
    .executeTakeFirst();
  if (!campaign) return null;
  // The template or the number is the matter: it is told once, whichever word of it comes first.
  const status = TEMPLATE_STOPS[kind];
  if (status && campaign.template_id && !campaign.split)
    return templateNotice(campaign.template_id, `${campaign.template} (${campaign.language})`, status);
  const scope = FAILURE_KINDS[kind as FailureKind]?.stops;
  if ((scope === 'number' || scope === 'account') && campaign.number_id)
    return numberRefused(call, { subjectId: campaign.number_id, payload: { kind, text } });
  return {
    topic: `campaign.stopped:${subjectId}:${kind}`,
    path: `/campaigns/${subjectId}`,
    say: (language) =>
      noticeWords[language].campaignStopped(campaign.name, reasonOf(language, kind, text, params)),
  };
}

type AboutNumber = Pick<News, 'subjectId' | 'payload'>;

async function numberRefused(call: NewsCall, { subjectId, payload }: AboutNumber): Promise<Notice | null> {
  const { kind, text } = sendingEvents['number.refused'].payload.parse(payload);
  const number = await call.tx
    .selectFrom('numbers')
    .select(['phone', 'bulk_stop'])
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', subjectId!)
    .executeTakeFirst();
  if (!number || (kind === 'account_restricted' && number.bulk_stop !== null)) return null;
  return {
    topic: `number.refused:${subjectId}:${kind}`,
    path: '/settings/numbers',
    say: (language) => noticeWords[language].numberRefused(number.phone, reasonOf(language, kind, text, {})),
  };
}

async function limitReached(call: NewsCall, { payload }: News): Promise<Notice> {
  const { limit, until } = sendingEvents['sending.limit_reached'].payload.parse(payload);
  const { time_zone } = await call.tx
    .selectFrom('workspaces')
    .select('time_zone')
    .where('id', '=', call.workspaceId)
    .executeTakeFirstOrThrow();
  return {
    topic: 'sending.limit_reached',
    path: '/number-health',
    say(language) {
      const time = new Date(until).toLocaleString(language, {
        timeZone: time_zone,
        dateStyle: 'full',
        timeStyle: 'short',
      });
      return noticeWords[language].limitReached(limit.toLocaleString(language), time);
    },
  };
}

const TemplateStatus = z.object({ name: z.string(), language: z.string(), status: z.string() });

function templateStopped({ subjectId, payload }: News): Notice | null {
  const { name, language: own, status } = TemplateStatus.parse(payload);
  if (status !== 'paused' && status !== 'disabled') return null;
  return templateNotice(subjectId!, `${name} (${own})`, status);
}

function templateNotice(id: string, name: string, status: 'paused' | 'disabled'): Notice {
  return {
    topic: `template.${status}:${id}`,
    path: `/templates/${id}`,
    say: (language) => noticeWords[language].template[status](name),
  };
}

function conversionsStopped({ payload }: News): Notice {
  const { kind } = dealEvents['conversions.stopped'].payload.parse(payload);
  return {
    topic: `conversions.stopped:${kind}`,
    path: '/settings/conversions',
    say: (language) => noticeWords[language].conversionsStopped(kind),
  };
}

/** In the reader's language; what the provider added stays in its own words. */
function reasonOf(
  language: NoticeLanguage,
  kind: string,
  text: string,
  params: Record<string, string | number>,
): string {
  const own = noticeWords[language].reasons[kind]?.(params);
  if (own !== undefined) {
    const worst = typeof params.worst === 'string' ? wordsOf(language, params.worst) : undefined;
    return worst ? `${own} ${worst}` : own;
  }
  const words = wordsOf(language, kind);
  const english = wordsOf('en', kind);
  if (words === undefined || english === undefined) return text;
  return text.startsWith(english) ? words + text.slice(english.length) : words;
}

function wordsOf(language: NoticeLanguage, kind: string): string | undefined {
  return FAILURE_WORDS[language][kind as FailureKind];
}
