// What the owners are told of an event: who or what it is about, where to look, and how it is said; null: nothing.
import { z } from 'zod';
import { sendingEvents } from '#events/sending-events.ts';
import type { Call } from '#operations/call.ts';
import type { FailureKind } from '#whatsapp/failure-kinds.ts';
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
    default:
      return null;
  }
}

async function campaignStopped(call: NewsCall, { subjectId, payload }: News): Promise<Notice | null> {
  const { kind, text, params } = sendingEvents['campaign.stopped'].payload.parse(payload);
  if (TOLD_BY_THE_GUARDIAN.has(kind)) return null;
  const campaign = await call.tx
    .selectFrom('campaigns')
    .select('name')
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', subjectId!)
    .executeTakeFirst();
  if (!campaign) return null;
  return {
    topic: `campaign.stopped:${subjectId}:${kind}`,
    path: `/campaigns/${subjectId}`,
    say: (language) =>
      noticeWords[language].campaignStopped(campaign.name, reasonOf(language, kind, text, params)),
  };
}

async function numberRefused(call: NewsCall, { subjectId, payload }: News): Promise<Notice | null> {
  const { kind, text } = sendingEvents['number.refused'].payload.parse(payload);
  const number = await call.tx
    .selectFrom('numbers')
    .select('phone')
    .where('workspace_id', '=', call.workspaceId)
    .where('id', '=', subjectId!)
    .executeTakeFirst();
  if (!number) return null;
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
  return {
    topic: `template.${status}:${subjectId}`,
    path: `/templates/${subjectId}`,
    say: (language) => noticeWords[language].template[status](`${name} (${own})`),
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
