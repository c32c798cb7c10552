// Above a list while the chosen view names what exists no longer: says what, and offers to leave it out.
import { Anchor } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'use-intl';
import { Notice } from '#web/ui/Notice.tsx';
import styles from './Views.module.css';

/** `kinds`: what is gone, in words; nothing is shown without any. */
export function GoneFromView({ kinds, onLeaveOut }: { kinds: string[]; onLeaveOut: () => void }) {
  const t = useTranslations('views.gone');
  const format = useFormatter();
  if (kinds.length === 0) return null;
  return (
    <div className={styles.gone}>
      <Notice tone="attention" icon={IconAlertTriangle}>
        <span>
          {t('text', { kinds: format.list(kinds) })}{' '}
          <Anchor component="button" type="button" inherit onClick={onLeaveOut}>
            {t('leaveOut')}
          </Anchor>
        </span>
      </Notice>
    </div>
  );
}
