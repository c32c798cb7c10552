// One deal: its contacts, what it is and what happened to it on one side, the chat with a contact on the other.
import { Button } from '@mantine/core';
import { IconCoins } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { DealConversions } from '#features/conversions/web/DealConversions.tsx';
import type { Deal } from '#features/deals/deal-shapes.contract.ts';
import { api } from '#web/api.ts';
import { toApiFailure } from '#web/api-failure.ts';
import { usePermission } from '#web/session.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { type BackTo, PageHeader } from '#web/ui/PageHeader.tsx';
import { RecordLines, RecordPage, type RecordSide } from '#web/ui/record/RecordPage.tsx';
import { DealActivities } from './activities/DealActivities.tsx';
import { DealChat } from './DealChat.tsx';
import { DealContacts } from './DealContacts.tsx';
import { DealFacts } from './DealFacts.tsx';
import { DealMenuItems } from './DealMenuItems.tsx';
import { DealTimeline } from './DealTimeline.tsx';
import { lastView } from './deals-view.ts';
import { StageMark } from './StageMark.tsx';

export function DealPage() {
  const t = useTranslations('dealPage');
  const words = useTranslations('deals');
  const { id } = useParams({ strict: false }) as { id: string };
  const deal = useQuery(api.deals.get.queryOptions({ input: { key: id } }));
  const [place] = useState(lastView);
  const back = { ...place, label: t('back') };
  // What was read stays while the server is away, not when the deal has gone.
  const isGone = deal.error !== null && toApiFailure(deal.error).status === 404;
  if (deal.data && !isGone) return <Loaded key={deal.data.id} deal={deal.data} back={back} />;
  return (
    <>
      <PageHeader title={words('title')} back={back} />
      {isGone && <Gone back={back} />}
      {!isGone && deal.error && <ErrorState error={deal.error} onRetry={() => void deal.refetch()} />}
      {!deal.error && <RecordLines />}
    </>
  );
}

function Gone({ back }: { back: BackTo }) {
  const t = useTranslations('dealPage');
  return (
    <EmptyState
      icon={IconCoins}
      title={t('gone')}
      text={t('goneText')}
      action={
        <Button
          variant="default"
          renderRoot={(props) => <Link to={back.to} search={(back.search ?? {}) as never} {...props} />}
        >
          {back.label}
        </Button>
      }
    />
  );
}

function Loaded({ deal, back }: { deal: Deal; back: BackTo }) {
  const mayWrite = usePermission('deals:write');
  const navigate = useNavigate();
  const [side, setSide] = useState<RecordSide>('details');
  const [chosen, setChosen] = useState<string | null>(null);
  const contact = deal.contacts.find(({ id }) => id === chosen) ?? deal.contacts[0];
  return (
    <RecordPage
      title={deal.title}
      back={back}
      badge={<StageMark stage={deal.stage} />}
      menu={
        mayWrite && (
          <DealMenuItems
            deal={deal}
            onDeleted={() => navigate({ to: back.to, search: (back.search ?? {}) as never })}
          />
        )
      }
      side={side}
      onSide={setSide}
      details={
        <>
          <DealContacts
            deal={deal}
            chosen={contact?.id}
            onChoose={(id) => {
              setChosen(id);
              setSide('chat');
            }}
          />
          <DealActivities deal={deal} />
          <DealFacts deal={deal} />
          <DealConversions dealId={deal.id} />
          <DealTimeline deal={deal} />
        </>
      }
      chat={<DealChat key={contact?.id} contact={contact} onClose={() => setSide('details')} />}
    />
  );
}
