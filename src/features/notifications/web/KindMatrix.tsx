// Which kind reaches the person by which channel: a table of choices, each saved at once.
import { Checkbox } from '@mantine/core';

import { useTranslations } from 'use-intl';
import { CHANNELS, type Channel, KIND_GROUPS } from '#features/notifications/kinds.contract.ts';
import type { NotificationSettings } from '#features/notifications/notification-settings.contract.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import styles from './Notifications.module.css';
import { useChangeSettings } from './use-settings.ts';

type Kind = NotificationSettings['kinds'][number];

export function KindMatrix({ kinds }: { kinds: Kind[] }) {
  const t = useTranslations('notifications');
  const change = useChangeSettings();
  const toggle = ({ kind, channels }: Kind, channel: Channel) => {
    const next = channels.includes(channel)
      ? channels.filter((each) => each !== channel)
      : CHANNELS.filter((each) => each === channel || channels.includes(each));
    change({ kinds: [{ kind, channels: next }] });
  };
  return (
    <SettingsSection wide title={t('kinds.section')} text={t('kinds.text')}>
      <table className={styles.matrix}>
        <thead>
          <tr>
            <td />
            {CHANNELS.map((channel) => (
              <th key={channel} scope="col">
                {t(`channels.${channel}`)}
              </th>
            ))}
          </tr>
        </thead>
        {KIND_GROUPS.map((group) => {
          const own = kinds.filter((each) => each.group === group);
          return own.length === 0 ? null : (
            <tbody key={group}>
              <tr>
                <th scope="rowgroup" colSpan={1 + CHANNELS.length}>
                  {t(`groups.${group}`)}
                </th>
              </tr>
              {own.map((each) => (
                <tr key={each.kind}>
                  <th scope="row">
                    {t(`kinds.${each.kind}.title`)}
                    <span className={styles.note}>{t(`kinds.${each.kind}.description`)}</span>
                  </th>
                  {CHANNELS.map((channel) => (
                    <td key={channel}>
                      <Checkbox
                        aria-label={`${t(`kinds.${each.kind}.title`)}: ${t(`channels.${channel}`)}`}
                        checked={each.channels.includes(channel)}
                        onChange={() => toggle(each, channel)}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          );
        })}
      </table>
    </SettingsSection>
  );
}
