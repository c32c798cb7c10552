// An import that is over: its figures, the refused rows with their reasons, and what to do next.
import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { ImportRun } from '#features/imports/import-run.contract.ts';
import { refusalInWords } from '#web/api-failure.ts';
import { startDownload } from '#web/download.ts';
import { confirm } from '#web/ui/confirm.ts';
import { Stat, Stats } from '#web/ui/Stat.tsx';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import styles from './Imports.module.css';
import { IMPORT_OF, type ImportOf } from './import-of.ts';
import { reasonInWords } from './reason-in-words.ts';

type Props = { of: ImportOf; found: ImportRun };

export function Figures({ of, found }: Props) {
  const tOf = useTranslations('importOf');
  return (
    <div style={{ margin: '16px 0' }}>
      <Stats>
        <Stat label={tOf(`${of}.created`)} value={found.created} />
        <Stat label={tOf(`${of}.updated`)} value={found.updated} />
        <Stat label={tOf(`${of}.skipped`)} value={found.skipped} />
        <Stat
          label={tOf(`${of}.rejected`)}
          value={found.rejected}
          {...(found.rejected > 0 ? { tone: 'bad' as const } : {})}
        />
      </Stats>
    </div>
  );
}

/** `search`: what narrows the list that the loaded ones are in. */
export function ImportResult({
  of,
  found,
  search = {},
}: Props & { search?: Record<string, string> | undefined }) {
  const t = useTranslations('importPages');
  const tOf = useTranslations('importOf');
  const { paths, ...kind } = IMPORT_OF[of];
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const resume = useMutation({
    mutationFn: () => kind.resume(found.id),
    onError: (error) => toastFailed(error),
    onSettled: () => queryClient.invalidateQueries({ queryKey: kind.api.key() }),
  });
  const remove = async () => {
    const yes = await confirm({
      title: t('result.deleteTitle'),
      text: tOf(`${of}.deleteText`),
      confirm: t('result.delete'),
      danger: true,
    });
    if (!yes) return;
    try {
      await kind.remove(found.id);
      toastDone(t('result.deleted'));
      await navigate({ to: paths.list });
    } catch (error) {
      toastFailed(error);
    }
  };
  return (
    <>
      <section className={styles.card}>
        {found.state === 'completed' ? (
          <h2 className={styles.heading}>{t('run.completed')}</h2>
        ) : (
          <Alert
            color={found.state === 'failed' ? 'red' : 'gray'}
            variant="light"
            icon={<IconAlertTriangle size={18} />}
            title={found.state === 'failed' ? t('run.failed') : t('run.cancelled')}
          >
            {found.failure && refusalInWords(found.failure)}
          </Alert>
        )}
        <Figures of={of} found={found} />
        <div className={styles.foot}>
          <Button variant="subtle" color="gray" onClick={() => void remove()}>
            {t('result.delete')}
          </Button>
          <Button variant="default" renderRoot={(props) => <Link to={paths.upload} {...props} />}>
            {t('result.again')}
          </Button>
          {found.resumable && (
            <Button variant="default" loading={resume.isPending} onClick={() => resume.mutate()}>
              {t('run.resume')}
            </Button>
          )}
          <Button renderRoot={(props) => <Link to={paths.loaded} search={search} {...props} />}>
            {tOf(`${of}.show`)}
          </Button>
        </div>
      </section>
      {found.rejected > 0 &&
        (found.forgottenAt ? (
          <p className={styles.quiet}>{t('result.forgotten')}</p>
        ) : (
          <Rejections of={of} found={found} />
        ))}
      {found.state !== 'completed' && !found.resumable && (
        <p className={styles.quiet}>{tOf(`${of}.fileGone`)}</p>
      )}
    </>
  );
}

function Rejections({ of, found }: Props) {
  const { api, files } = IMPORT_OF[of];
  const t = useTranslations('importPages.result');
  const more = useTranslations('contacts.panel');
  const rows = useInfiniteQuery(
    api.rejections.infiniteOptions({
      input: (cursor: string | undefined) => ({ id: found.id, cursor, limit: 50 }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  return (
    <section className={styles.card}>
      <div className={styles.foot} style={{ justifyContent: 'space-between', marginBottom: 12 }}>
        <div>
          <h2 className={styles.heading}>{t('rejectedTitle')}</h2>
          <p className={styles.quiet}>{t('mend')}</p>
        </div>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          onClick={() => startDownload(`${files}/${found.id}/rejected.csv`)}
        >
          {t('download')}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too */}
      <section className={styles.scroller} aria-label={t('rejectedTitle')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th style={{ minWidth: 64 }}>{t('row')}</th>
              <th>{t('reason')}</th>
              <th>{t('cells')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.data?.pages
              .flatMap((page) => page.items)
              .map((row) => (
                <tr key={row.row}>
                  <td className="figures">{row.row}</td>
                  <td className={styles.reason}>{reasonInWords(row.reason, refusalInWords)}</td>
                  <td title={row.cells.join(' · ')}>{row.cells.filter((cell) => cell !== '').join(' · ')}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </section>
      {rows.hasNextPage && (
        <Button
          variant="subtle"
          mt="sm"
          loading={rows.isFetchingNextPage}
          onClick={() => void rows.fetchNextPage()}
        >
          {more('more')}
        </Button>
      )}
    </section>
  );
}
