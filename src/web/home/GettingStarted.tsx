// The way from an empty workspace to the first campaign; steps that the person may not take are left out.
import { Text, Title } from '@mantine/core';
import {
  IconBrandWhatsapp,
  IconCheck,
  IconChevronRight,
  IconSend,
  IconTemplate,
  IconUserPlus,
  IconUsers,
} from '@tabler/icons-react';
import { Link, useRouter } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { FirstSteps } from '#features/reports/reports.contract.ts';
import { allows, useWorkspace } from '#web/session.ts';
import styles from './HomePage.module.css';

const steps = [
  { key: 'number', to: '/settings/numbers', icon: IconBrandWhatsapp, permission: 'numbers:write' },
  { key: 'contacts', to: '/contacts/import', icon: IconUsers, permission: 'contacts:write' },
  { key: 'template', to: '/templates/new', icon: IconTemplate, permission: 'templates:write' },
  { key: 'campaign', to: '/campaigns/new', icon: IconSend, permission: 'campaigns:write' },
  { key: 'team', to: '/settings/members', icon: IconUserPlus, permission: 'members:write' },
] as const;

export function GettingStarted({ steps: done }: { steps: FirstSteps }) {
  const t = useTranslations('home');
  const router = useRouter();
  const workspace = useWorkspace();
  const known = new Set(Object.keys(router.routesByPath));
  const open = steps.filter((step) => known.has(step.to) && allows(workspace, step.permission));
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="started-title">
      <Title order={2} id="started-title">
        {t('started')}
      </Title>
      <Text c="dimmed">{t('startedText')}</Text>
      <ol className={styles.steps}>
        {open.map(({ key, to, icon: Icon }) => (
          <li key={key}>
            <Link to={to as string} className={styles.step} data-done={done[key] || undefined}>
              <span className={styles.stepIcon} aria-hidden>
                {done[key] ? <IconCheck size={20} stroke={2} /> : <Icon size={20} stroke={1.6} />}
              </span>
              <span className={styles.stepText}>
                <span className={styles.stepTitle}>
                  {t(`${key}.title`)}
                  {done[key] && <span className="only-for-screen-readers">{t('done')}</span>}
                </span>
                <span className={styles.stepMore}>{t(`${key}.text`)}</span>
              </span>
              <IconChevronRight size={18} color="var(--text-muted)" aria-hidden />
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
