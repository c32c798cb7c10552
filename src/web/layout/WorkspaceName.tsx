// The workspace of this tab, as the top bar names it.
import { IconSelector } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useWorkspace } from '#web/session.ts';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import styles from './Shell.module.css';

export function WorkspaceName() {
  const t = useTranslations('shell.workspace');
  const current = useWorkspace();
  return (
    <span className={styles.workspace}>
      <span className={styles.workspaceName}>{current?.name ?? t('none')}</span>
      {current?.isDemo && <StatusBadge tone="accent">{t('demo')}</StatusBadge>}
      <IconSelector size={15} color="var(--text-muted)" style={{ flex: 'none' }} />
    </span>
  );
}
