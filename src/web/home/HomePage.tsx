// The overview: how the workspace does, and for a newcomer where to start.
import { Anchor, Group, Skeleton, Text, Title } from '@mantine/core';
import { IconDeviceMobile, IconMail } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '#web/api.ts';
import { lazyPart } from '#web/lazy-part.ts';
import { allows, useSession, useWorkspace } from '#web/session.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { GettingStarted } from './GettingStarted.tsx';
import styles from './HomePage.module.css';

const OverviewPanels = lazyPart(
  async () => (await import('#features/reports/web/OverviewPanels.tsx')).OverviewPanels,
);

export function HomePage() {
  const t = useTranslations('home');
  const { user, product } = useSession();
  const workspace = useWorkspace();
  const { data: steps, isError, isPending } = useQuery(api.reports.firstSteps.queryOptions({ input: {} }));
  // What belongs to the start is behind a workspace whose first campaign is out.
  const started = steps?.number && steps.contacts && steps.template && steps.campaign;
  const atWork = (steps?.number || isError) && allows(workspace, 'reports:read');
  return (
    <>
      <PageHeader title={t('welcome', { name: user.name.split(' ')[0] ?? user.name })} />
      <div className={styles.page}>
        {workspace?.isDemo && (
          <section className={styles.demo} aria-labelledby="demo-title">
            <Title order={2} id="demo-title">
              {t('demo.title')}
            </Title>
            <Text mt={4} maw={640}>
              {t('demo.text')}
            </Text>
            {product.simulatorUrl && (
              <Group gap="lg" mt="sm">
                <Anchor
                  href={`${product.simulatorUrl}/phone`}
                  target="_blank"
                  rel="noreferrer"
                  className={styles.link}
                >
                  <IconDeviceMobile size={16} aria-hidden /> {t('demo.phone')}
                </Anchor>
                <Anchor
                  href={`${product.simulatorUrl}/mailbox`}
                  target="_blank"
                  rel="noreferrer"
                  className={styles.link}
                >
                  <IconMail size={16} aria-hidden /> {t('demo.mailbox')}
                </Anchor>
              </Group>
            )}
          </section>
        )}
        {isPending && <Skeleton height={320} />}
        {steps && !started && <GettingStarted steps={steps} />}
        {atWork && (
          <Suspense fallback={<Skeleton height={320} />}>
            <OverviewPanels />
          </Suspense>
        )}
      </div>
    </>
  );
}
