// A contact's open and closed deals, for their card in the inbox and their panel, with the way to create one.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Deal } from '#features/deals/deal-shapes.contract.ts';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import styles from '#web/ui/ContactRecords.module.css';
import { ContactRecords } from '#web/ui/ContactRecords.tsx';
import { NewDealPanel } from './NewDealPanel.tsx';
import { StageMark } from './StageMark.tsx';
import { useDealMoney } from './use-deal-money.ts';

type Props = { contact: { id: string; name: string }; className: string | undefined };

const SHOWN = 5;

/** Draws nothing for those who may not see deals, nor before there is a pipeline. */
export function ContactDeals({ contact, className }: Props) {
  const t = useTranslations('deals');
  const mayRead = usePermission('deals:read');
  const mayWrite = usePermission('deals:write');
  const [creating, setCreating] = useState(false);
  const pipelines = useQuery({ ...api.pipelines.list.queryOptions({ input: {} }), enabled: mayRead });
  const hasPipeline = (pipelines.data?.items.length ?? 0) > 0;
  const deals = useQuery({
    ...api.deals.ofContact.queryOptions({ input: { contactId: contact.id } }),
    enabled: mayRead && hasPipeline,
  });
  if (!mayRead || !hasPipeline) return null;
  const { open = [], closed = [] } = deals.data ?? {};
  return (
    <ContactRecords
      title={t('title')}
      className={className}
      all={
        open.length + closed.length > 0 && (
          <Link to="/deals/list" search={{ contact: contact.id }} className={styles.all}>
            {t('ofContact.all')}
          </Link>
        )
      }
      create={mayWrite ? { label: t('new'), onClick: () => setCreating(true) } : undefined}
    >
      {deals.data && open.length + closed.length === 0 && (
        <p className={styles.none}>{t('ofContact.none')}</p>
      )}
      <Rows label={t('ofContact.open')} deals={open} />
      <Rows label={t('ofContact.closed')} deals={closed} />
      {creating && <NewDealPanel contact={contact} onClose={() => setCreating(false)} />}
    </ContactRecords>
  );
}

function Rows({ label, deals }: { label: string; deals: readonly Deal[] }) {
  const money = useDealMoney();
  if (deals.length === 0) return null;
  return (
    <>
      <h4 className={styles.group}>{label}</h4>
      <ul className={styles.rows}>
        {deals.slice(0, SHOWN).map((deal) => (
          <li key={deal.id}>
            <Link to="/deals/$id" params={{ id: deal.id }} className={styles.row}>
              <span className={styles.name}>{deal.title}</span>
              <StageMark stage={deal.stage} />
              {deal.amount !== null && deal.currency !== null && (
                <span className={`${styles.detail} figures`}>{money(deal.amount, deal.currency)}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
