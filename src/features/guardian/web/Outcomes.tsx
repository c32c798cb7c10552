// How people took what a number sent, by campaign and by template.
import { Anchor, SegmentedControl, Skeleton, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { CampaignHealth } from '#features/guardian/watch.contract.ts';
import { QUALITY_TONES } from '#features/numbers/web/quality.ts';
import { api } from '#web/api.ts';
import cards from '#web/ui/CardPage.module.css';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import styles from './HealthPage.module.css';

type Figures = Pick<CampaignHealth, 'sent' | 'delivered' | 'read' | 'replied' | 'optedOut' | 'failed'>;

export function Outcomes({ numberId }: { numberId: string }) {
  const t = useTranslations('watch.outcomes');
  const quality = useTranslations('numbers.quality');
  const [by, setBy] = useState<'campaigns' | 'templates'>('campaigns');
  const campaigns = useQuery(api.watch.campaigns.queryOptions({ input: { id: numberId } }));
  const templates = useQuery({
    ...api.watch.templates.queryOptions({ input: { id: numberId } }),
    enabled: by === 'templates',
  });
  const rows =
    by === 'campaigns'
      ? campaigns.data?.items.map((row) => (
          <Row
            key={row.id}
            name={
              <Anchor
                inherit
                renderRoot={(props) => <Link to="/campaigns/$id" params={{ id: row.id }} {...props} />}
              >
                {row.name}
              </Anchor>
            }
            last={row.startedAt && <RelativeTime at={row.startedAt} />}
            figures={row}
          />
        ))
      : templates.data?.items.map((row) => (
          <Row
            key={row.id}
            name={row.name}
            last={
              <StatusBadge tone={QUALITY_TONES[row.quality]} dot>
                {quality(row.quality)}
              </StatusBadge>
            }
            figures={row}
          />
        ));
  return (
    <section className={cards.card} aria-labelledby="health-outcomes">
      <Title order={2} id="health-outcomes">
        {t('title')}
      </Title>
      <SegmentedControl
        size="xs"
        mb="xs"
        aria-label={t('title')}
        value={by}
        onChange={(value) => setBy(value as typeof by)}
        data={(['campaigns', 'templates'] as const).map((value) => ({ value, label: t(value) }))}
      />
      {!rows && <Skeleton height={120} />}
      {rows?.length === 0 && <p className={cards.note}>{t('none')}</p>}
      {rows && rows.length > 0 && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a phone, also by keyboard */}
          <section className={styles.scroll} tabIndex={0} aria-label={t('title')}>
            <table className={`${styles.table} figures`}>
              <thead>
                <tr>
                  <th scope="col">{t('name')}</th>
                  {(['sent', 'read', 'replied', 'optedOut', 'failed'] as const).map((name) => (
                    <th key={name} scope="col">
                      {t(name)}
                    </th>
                  ))}
                  <th scope="col">{t(by === 'campaigns' ? 'started' : 'quality')}</th>
                </tr>
              </thead>
              <tbody>{rows}</tbody>
            </table>
          </section>
          <p className={cards.note}>{t('blocks')}</p>
        </>
      )}
    </section>
  );
}

function Row({ name, last, figures }: { name: ReactNode; last: ReactNode; figures: Figures }) {
  const format = useFormatter();
  const { sent, read, replied, optedOut, failed } = figures;
  const share = (part: number) =>
    sent === 0 ? '' : ` ${format.number(part / sent, { style: 'percent', maximumFractionDigits: 1 })}`;
  return (
    <tr>
      <td>{name}</td>
      <td>{format.number(sent)}</td>
      {[read, replied, optedOut].map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns in a fixed order
        <td key={at}>
          {format.number(part)}
          <span style={{ color: 'var(--text-muted)' }}>{share(part)}</span>
        </td>
      ))}
      <td>{format.number(failed)}</td>
      <td>{last}</td>
    </tr>
  );
}
