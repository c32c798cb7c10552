// What became of a message: everything that was heard of it with its time, why it failed, what is still done with it.
import { useFormatter, useTranslations } from 'use-intl';
import type { MessageHistory } from '#features/sending/message-history.contract.ts';
import styles from './MessageTimeline.module.css';
import { useFailureWords } from './use-failure-words.ts';

type Entry = { key: string; name: EventName; at: string; code: number | null };
type EventName = MessageHistory['heard'][number]['name'] | 'written';

const TONES: Partial<Record<EventName, string>> = {
  delivered: 'good',
  read: 'good',
  failed: 'bad',
  expired: 'bad',
  held: 'attention',
};

type Props = {
  history: MessageHistory;
  /** Further things that happened, e.g. an answer. */
  more?: readonly { label: string; at: string }[];
};

export function MessageTimeline({ history, more = [] }: Props) {
  const t = useTranslations('messageHistory');
  const time = useExactTime();
  const spell = useFailureWords();
  const { heard, writtenAt, failure } = history;
  const entries: Entry[] = [
    { key: 'written', name: 'written', at: writtenAt, code: null },
    ...heard.map((one) => ({ ...one, key: `${one.name} ${one.at}` })),
  ];
  return (
    <>
      <ol className={styles.line}>
        {entries.map(({ key, name, at, code }) => (
          <li key={key} data-tone={TONES[name]}>
            <span>{t(`events.${name}`)}</span>
            <time dateTime={at}>{time(at)}</time>
            {name === 'failed' && (
              <p className={styles.why}>
                {history.state === 'failed' && failure && spell(failure)}{' '}
                {code !== null && <span className={styles.code}>{t('code', { code: String(code) })}</span>}
              </p>
            )}
          </li>
        ))}
        {more.map(({ label, at }) => (
          <li key={label} data-tone="accent">
            <span>{label}</span>
            <time dateTime={at}>{time(at)}</time>
          </li>
        ))}
      </ol>
      {failure && history.state === 'failed' && !heard.some(({ name }) => name === 'failed') && (
        <p className={styles.why}>{spell(failure)}</p>
      )}
      <QueueWords history={history} />
    </>
  );
}

/** What is still done with it by itself. */
function QueueWords({ history: { state, queue } }: { history: MessageHistory }) {
  const t = useTranslations('messageHistory');
  const time = useExactTime();
  if (state === 'uncertain')
    return (
      <p className={styles.queue}>
        {t('uncertain.what', { attempts: Math.max(1, queue?.attempts ?? 1) })}{' '}
        {queue?.uncertainSince && queue.mayResend
          ? t('uncertain.waits', { time: time(queue.dueAt) })
          : t('uncertain.left')}
      </p>
    );
  if (!queue) return null;
  const { attempts, resends, claimedAt, dueAt } = queue;
  const words = claimedAt
    ? t('queue.claimed', { time: time(claimedAt), attempts })
    : attempts > 0
      ? t('queue.again', { time: time(dueAt), attempts })
      : new Date(dueAt) > new Date()
        ? t('queue.later', { time: time(dueAt) })
        : t('queue.first');
  return (
    <p className={styles.queue}>
      {words} {resends > 0 && t('queue.resent', { resends })}
    </p>
  );
}

/** To the second; the day only where it is not today. */
function useExactTime(): (at: string) => string {
  const format = useFormatter();
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'short' });
  return (at) => {
    const date = new Date(at);
    const today = day(date) === day(new Date());
    return format.dateTime(date, {
      ...(today ? {} : { day: 'numeric', month: 'short' }),
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  };
}
