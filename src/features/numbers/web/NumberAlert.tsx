// Above every page while WhatsApp takes nothing from a number: which, why, and where to mend it.
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { Notice } from '#web/ui/Notice.tsx';
import styles from './NumberAlert.module.css';

const TROUBLED = new Set(['token_invalid', 'restricted', 'banned']);

export function NumberAlert() {
  const t = useTranslations('numbers.alert');
  const may = usePermission('numbers:read');
  const { data } = useQuery({ ...api.numbers.list.queryOptions({ input: { limit: 200 } }), enabled: may });
  const troubled = (data?.items ?? []).filter((number) => TROUBLED.has(number.accountState));
  const [first] = troubled;
  if (!first) return null;
  return (
    <div className={styles.alert} role="status">
      <Notice tone="bad" icon={IconAlertTriangle}>
        <span>
          {t(first.accountState as 'token_invalid', { phone: first.phone, more: troubled.length - 1 })}{' '}
          <Link to="/settings/numbers">{t('mend')}</Link>
        </span>
      </Notice>
    </div>
  );
}
