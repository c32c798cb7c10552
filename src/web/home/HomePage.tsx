// The overview: where a newcomer starts.
import { Anchor, Group, Text, Title } from '@mantine/core';
import { IconDeviceMobile, IconMail } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useSession, useWorkspace } from '#web/session.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { GettingStarted } from './GettingStarted.tsx';
import styles from './HomePage.module.css';

export function HomePage() {
  const t = useTranslations('home');
  const { user, product } = useSession();
  const workspace = useWorkspace();
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
        <GettingStarted />
      </div>
    </>
  );
}
