// The round mark before an activity: pressed, it is done; pressed again, it is to be done.
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Activity } from '#features/deals/deal-activities.contract.ts';
import { usePermission } from '#web/session.ts';
import styles from './Activities.module.css';
import { useActivityChange } from './use-activity-change.ts';

export function ActivityTick({ activity }: { activity: Activity }) {
  const t = useTranslations('dealActivities');
  const mayWrite = usePermission('deals:write');
  const { tick } = useActivityChange();
  const [busy, setBusy] = useState(false);
  const isDone = activity.doneAt !== null;
  const Mark = isDone ? IconCircleCheck : IconCircle;
  return (
    <button
      type="button"
      className={styles.tick}
      aria-pressed={isDone}
      aria-label={t('done', { title: activity.title })}
      disabled={!mayWrite || busy}
      onClick={(event) => {
        event.stopPropagation();
        setBusy(true);
        void tick(activity).finally(() => setBusy(false));
      }}
    >
      <Mark size={18} stroke={1.7} aria-hidden />
    </button>
  );
}
