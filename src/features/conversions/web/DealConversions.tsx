// What was told to Meta of a deal, of whom, and what became of it.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Conversion } from '#features/conversions/conversions.contract.ts';
import { useDealMoney } from '#features/deals/web/use-deal-money.ts';
import { api } from '#web/api.ts';
import type { Tone } from '#web/theme.ts';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import section from '#web/ui/record/RecordSection.module.css';
import { RecordSection } from '#web/ui/record/RecordSection.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import styles from './DealConversions.module.css';

const TONES: Record<Conversion['state'], Tone> = {
  waiting: 'neutral',
  sending: 'neutral',
  received: 'good',
  refused: 'bad',
  uncertain: 'attention',
  expired: 'attention',
  left_out: 'neutral',
};
const SHOWN = 5;

/** Draws nothing where conversions are off and nothing was told. */
export function DealConversions({ dealId }: { dealId: string }) {
  const t = useTranslations('conversions');
  const [all, setAll] = useState(false);
  const told = useQuery(api.conversions.ofDeal.queryOptions({ input: { id: dealId } })).data;
  if (!told || (!told.enabled && told.items.length === 0)) return null;
  const items = all ? told.items : told.items.slice(0, SHOWN);
  return (
    <RecordSection title={t('ofDeal')}>
      {items.length === 0 && <p className={section.none}>{t('none')}</p>}
      <ul className={styles.rows}>
        {items.map((item) => (
          <Row key={item.id} item={item} />
        ))}
      </ul>
      {items.length < told.items.length && (
        <Button mt="xs" variant="subtle" size="xs" onClick={() => setAll(true)}>
          {t('all', { count: told.items.length })}
        </Button>
      )}
    </RecordSection>
  );
}

function Row({ item }: { item: Conversion }) {
  const t = useTranslations('conversions');
  const money = useDealMoney();
  const { kind, state, reason, detail, amount, currency } = item;
  const why =
    state === 'uncertain' || state === 'expired'
      ? t(`explain.${state}`)
      : reason && (state === 'refused' || state === 'left_out') && t(`reasons.${reason}`);
  const worth = amount !== null && currency !== null ? ` ${money(amount, currency)}` : '';
  return (
    <li>
      <div className={styles.head}>
        <div className={styles.what}>
          <span>
            {t(`kinds.${kind}`)}
            {worth} · {item.contact.name}
          </span>
          <StatusBadge tone={TONES[state]}>{t(`states.${state}`)}</StatusBadge>
        </div>
        <RelativeTime at={item.at} />
      </div>
      {(why || detail) && (
        <div className={styles.detail}>
          {why} {state === 'refused' && detail && <span lang="en">{detail}</span>}
        </div>
      )}
    </li>
  );
}
