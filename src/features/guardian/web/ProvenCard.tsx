// The owner's word that a number sent in bulk before it came here: given with a reason, shown, taken back.
import { Button, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { WatchedNumber } from '#features/guardian/watch.contract.ts';
import { api, client } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import cards from '#web/ui/CardPage.module.css';
import { confirm } from '#web/ui/confirm.ts';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import styles from './HealthPage.module.css';
import { VouchDialog } from './VouchDialog.tsx';

/** Stages that one's own word would change. */
const WARMING: readonly string[] = ['first_week', 'first_weeks', 'grown'];

export function ProvenCard({ number }: { number: WatchedNumber }) {
  const t = useTranslations('proven');
  const format = useFormatter();
  const queryClient = useQueryClient();
  const isOwner = usePermission('owners:write');
  const [asking, setAsking] = useState(false);
  const { id, phone, proven, today } = number;
  const takeBack = useMutation({
    mutationFn: () => client.guardian.declareProven({ id, proven: false }),
    onError: (error) => toastFailed(error),
    onSuccess: async () => {
      toastDone(t('takenBack', { phone }));
      await queryClient.invalidateQueries({ queryKey: api.watch.key() });
    },
  });
  const ask = async () => {
    const question = {
      title: t('takeBackTitle', { phone }),
      text: t('takeBackText'),
      confirm: t('takeBack'),
    };
    if (await confirm(question)) takeBack.mutate();
  };
  if (!proven && !WARMING.includes(today.warmth)) return null;
  return (
    <section className={cards.card} aria-labelledby="health-proven">
      <Title order={2} id="health-proven">
        {t('title')}
      </Title>
      <div className={styles.offer}>
        <p className={cards.note}>
          {proven
            ? t('given', {
                name: proven.by,
                date: format.dateTime(new Date(proven.at), { dateStyle: 'long' }),
                reason: proven.reason,
              })
            : t('offer')}
          {!isOwner && !proven && ` ${t('ownerOnly')}`}
        </p>
        {isOwner &&
          (proven ? (
            <Button variant="default" loading={takeBack.isPending} onClick={() => void ask()}>
              {t('takeBack')}
            </Button>
          ) : (
            <Button variant="default" onClick={() => setAsking(true)}>
              {t('vouch')}
            </Button>
          ))}
      </div>
      {asking && <VouchDialog number={number} onClose={() => setAsking(false)} />}
    </section>
  );
}
