// What can be done with an activity besides ticking it off: put off, changed, deleted.
import { Menu } from '@mantine/core';
import { IconCalendarPlus, IconPencil, IconTrash } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTimeZone, useTranslations } from 'use-intl';
import type { Activity } from '#features/deals/deal-activities.contract.ts';
import { usePermission } from '#web/session.ts';
import { confirm } from '#web/ui/confirm.ts';
import { DotsMenu } from '#web/ui/DotsMenu.tsx';
import styles from './Activities.module.css';
import { PUT_OFF, type PutOff, putOff } from './activity-times.ts';
import { useActivityChange } from './use-activity-change.ts';

const ActivityDialog = lazy(async () => ({ default: (await import('./ActivityDialog.tsx')).ActivityDialog }));

export function ActivityMenu({ activity }: { activity: Activity }) {
  const t = useTranslations('dealActivities');
  const timeZone = useTimeZone() ?? 'UTC';
  const mayWrite = usePermission('deals:write');
  const change = useActivityChange();
  const [editing, setEditing] = useState(false);
  if (!mayWrite) return null;
  const later = (by: PutOff) =>
    void change.putOff(activity, putOff(new Date(activity.dueAt), by, new Date(), timeZone));
  const remove = async () => {
    const yes = await confirm({
      title: t('deleteTitle', { title: activity.title }),
      text: t('deleteText'),
      confirm: t('delete'),
      danger: true,
    });
    if (yes) await change.remove(activity);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps what is pressed here from opening the row
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys on the row are not those in the menu
    <span className={styles.menu} onClick={(event) => event.stopPropagation()}>
      <DotsMenu size="sm" label={t('actions', { title: activity.title })}>
        {activity.doneAt === null &&
          PUT_OFF.map((by) => (
            <Menu.Item key={by} leftSection={<IconCalendarPlus size={16} />} onClick={() => later(by)}>
              {t(`putOff.${by}`)}
            </Menu.Item>
          ))}
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setEditing(true)}>
          {t('change')}
        </Menu.Item>
        <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => void remove()}>
          {t('delete')}
        </Menu.Item>
      </DotsMenu>
      {editing && (
        <Suspense>
          <ActivityDialog
            activity={activity}
            deal={activity.deal}
            ownerId={activity.owner?.userId ?? null}
            onClose={() => setEditing(false)}
          />
        </Suspense>
      )}
    </span>
  );
}
