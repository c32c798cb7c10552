// Who is in a campaign: how far each came, and in words why not further.
import { Title } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import {
  type Campaign,
  type CampaignRecipient,
  EXCLUSIONS,
  RECIPIENT_FILTERS,
  type RecipientFilter,
} from '#features/campaigns/campaigns.contract.ts';
import { useFailureWords } from '#features/sending/web/use-failure-words.ts';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { FilterBar } from '#web/ui/FilterBar.tsx';
import { FilterChip } from '#web/ui/FilterChip.tsx';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import type { Column } from '#web/ui/table/columns.ts';
import { RecordTable } from '#web/ui/table/RecordTable.tsx';
import { useFilters } from '#web/ui/use-filters.ts';
import { RecipientBadge } from './CampaignBadge.tsx';
import styles from './CampaignReport.module.css';
import { KeepRecipients } from './KeepRecipients.tsx';
import { usePersonWaitWords } from './use-wait-words.ts';

/** While messages are on their way the list asks again by itself, less often than the figures. */
const REFRESH_MS = 3_000;
/** Deliveries and reads come in for a while after the last message left. */
const STILL_MOVING_MS = 120_000;

type Props = { campaign: Campaign; openId: string | undefined; onOpen: (contactId: string) => void };

export function Recipients({ campaign, openId, onOpen }: Props) {
  const t = useTranslations('campaignRecipients');
  const [{ show }, setFilters] = useFilters<{ show?: RecipientFilter }>();
  const { figures, state } = campaign;
  const fresh =
    campaign.completedAt !== null && Date.now() - new Date(campaign.completedAt).getTime() < STILL_MOVING_MS;
  const moving = state === 'running' || fresh || figures.accepted + figures.queued > 0;
  const pages = useInfiniteQuery({
    ...api.campaigns.recipients.infiniteOptions({
      input: (cursor: string | undefined) => ({
        id: campaign.id,
        cursor,
        ...(show ? { filter: show } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
    refetchInterval: moving ? REFRESH_MS : false,
  });
  const departed = pages.data?.pages[0]?.departed ?? 0;
  const columns = useColumns();
  const mayWrite = usePermission('campaigns:write');
  const clear = show ? () => setFilters({ show: null }) : undefined;
  return (
    <>
      <div className={styles.recipients}>
        <Title order={2}>{t('recipients')}</Title>
      </div>
      <FilterBar
        onClear={clear}
        right={mayWrite && <KeepRecipients campaignId={campaign.id} filter={show} />}
      >
        <FilterChip
          label={t('show')}
          value={show}
          options={RECIPIENT_FILTERS.map((value) => ({ value, label: t(`recipientState.${value}`) }))}
          onChange={(value) => setFilters({ show: value })}
        />
      </FilterBar>
      <RecordTable
        id="campaign-recipients"
        label={t('recipients')}
        columns={columns}
        pages={pages}
        rowKey={(row) => row.contactId}
        onOpen={(row) => onOpen(row.contactId)}
        openKey={openId}
        phoneRow={(row) => ({
          title: row.name,
          detail: <Reason recipient={row} />,
          aside: <LastNews recipient={row} />,
          mark: <RecipientBadge state={row.state} />,
        })}
        empty={<EmptyState icon={IconUsers} title={t('recipient.nobody')} text={t('recipient.nobodyText')} />}
        onClearFilters={clear}
      />
      {departed > 0 && <p className={styles.departed}>{t('recipient.departed', { count: departed })}</p>}
    </>
  );
}

/** What became of the SMS that went instead. */
function SmsState({ recipient: { sms } }: { recipient: CampaignRecipient }) {
  const t = useTranslations('sms.state');
  return sms ? <strong>{t(sms.state)}. </strong> : null;
}

function Reason({ recipient }: { recipient: CampaignRecipient }) {
  const t = useTranslations('campaignRecipients');
  const unknown = useTranslations('uncertain');
  const format = useFormatter();
  const spellWait = usePersonWaitWords();
  const spellFailure = useFailureWords();
  const exclusion = EXCLUSIONS.find((reason) => reason === recipient.reason);
  if (recipient.state === 'uncertain') {
    const { waitsUntil } = recipient;
    return (
      <>
        {waitsUntil
          ? unknown('reasonWaiting', { time: format.relativeTime(new Date(waitsUntil)) })
          : unknown('reasonLeft')}
      </>
    );
  }
  if (recipient.state === 'waiting') return <>{spellWait(recipient)}</>;
  if (exclusion && recipient.state === 'excluded') return <>{t(`exclusion.${exclusion}`)}</>;
  return <>{spellFailure({ kind: recipient.reason, text: recipient.reasonText })}</>;
}

function LastNews({ recipient }: { recipient: CampaignRecipient }) {
  const at =
    recipient.optedOutAt ??
    recipient.repliedAt ??
    recipient.failedAt ??
    recipient.readAt ??
    recipient.deliveredAt ??
    recipient.sentAt;
  return at ? <RelativeTime at={at} /> : null;
}

function useColumns(): Column<CampaignRecipient>[] {
  const t = useTranslations('campaignRecipients');
  const speak = useFailureWords();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('recipient.name'),
        fixed: true,
        minWidth: 180,
        cell: (row) => row.name,
      },
      {
        id: 'phone',
        header: t('recipient.phone'),
        width: 150,
        cell: (row) => <span className="figures">{row.phone}</span>,
      },
      {
        id: 'state',
        header: t('recipient.state'),
        width: 140,
        cell: (row) => <RecipientBadge state={row.state} />,
      },
      {
        id: 'reason',
        header: t('recipient.reason'),
        minWidth: 260,
        cell: (row) => (
          <span
            className={styles.reason}
            title={row.state === 'failed' ? speak({ kind: row.reason, text: row.reasonText }) : undefined}
          >
            <SmsState recipient={row} />
            <Reason recipient={row} />
          </span>
        ),
      },
      { id: 'at', header: t('recipient.at'), width: 130, cell: (row) => <LastNews recipient={row} /> },
    ],
    [t, speak],
  );
}
