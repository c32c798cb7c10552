// An import while it runs: how far it is, what it has done, and the way to stop it.
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { ImportRun } from '#features/imports/import-run.contract.ts';
import { confirm } from '#web/ui/confirm.ts';
import { ProgressLine } from '#web/ui/ProgressLine.tsx';
import { toastFailed } from '#web/ui/toast.tsx';
import { Figures } from './ImportResult.tsx';
import styles from './Imports.module.css';
import { IMPORT_OF, type ImportOf } from './import-of.ts';

export function ImportProgress({ of, found }: { of: ImportOf; found: ImportRun }) {
  const t = useTranslations('importPages');
  const tOf = useTranslations('importOf');
  const kind = IMPORT_OF[of];
  const queryClient = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => kind.cancel(found.id),
    onError: (error) => toastFailed(error),
    onSettled: () => queryClient.invalidateQueries({ queryKey: kind.api.key() }),
  });
  const ask = async () => {
    const yes = await confirm({
      title: t('run.cancelTitle'),
      text: tOf(`${of}.cancelText`),
      confirm: t('run.cancel'),
      danger: true,
    });
    if (yes) cancel.mutate();
  };
  // Rows are not counted before they are read; their number follows from the bytes.
  const expected =
    found.doneBytes > 0 && found.rows > 0
      ? Math.max(found.rows, Math.round((found.rows * found.totalBytes) / found.doneBytes))
      : undefined;
  const seconds = found.startedAt ? (Date.now() - new Date(found.startedAt).getTime()) / 1_000 : 0;
  return (
    <section className={styles.card}>
      <ProgressLine
        label={t(found.state === 'queued' ? 'run.queued' : 'run.running')}
        done={found.rows}
        total={expected}
        rate={seconds > 0.5 && found.rows > 0 ? found.rows / seconds : undefined}
      />
      <Figures of={of} found={found} />
      <div className={styles.foot}>
        <p className={styles.quiet}>{t('run.leave')}</p>
        <Button variant="default" loading={cancel.isPending} onClick={() => void ask()}>
          {t('run.cancel')}
        </Button>
      </div>
    </section>
  );
}
