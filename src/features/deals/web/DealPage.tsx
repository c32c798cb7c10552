// One deal: its contacts, what it is and what happened to it on one side, the chat with a contact on the other.
import { Menu, SegmentedControl, Skeleton, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCopy, IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Deal } from '#features/deals/deal-shapes.contract.ts';
import { api, client } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { confirm } from '#web/ui/confirm.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import { DealChat } from './DealChat.tsx';
import { DealContacts } from './DealContacts.tsx';
import { DealFacts } from './DealFacts.tsx';
import styles from './DealPage.module.css';
import { DealTimeline } from './DealTimeline.tsx';
import { StageMark } from './StageMark.tsx';

/** Side by side needs room. */
const narrow = '(max-width: 67.99em)';

export function DealPage() {
  const t = useTranslations('dealPage');
  const words = useTranslations('deals');
  const { id } = useParams({ strict: false }) as { id: string };
  const deal = useQuery(api.deals.get.queryOptions({ input: { key: id } }));
  const back = { to: '/deals', label: t('back') };
  if (deal.data) return <Loaded key={deal.data.id} deal={deal.data} back={back} />;
  return (
    <>
      <PageHeader title={words('title')} back={back} />
      {deal.error ? (
        <ErrorState error={deal.error} onRetry={() => void deal.refetch()} />
      ) : (
        <Stack p="lg" gap="sm" maw={480}>
          {[0, 1, 2, 3].map((line) => (
            <Skeleton key={line} height={36} />
          ))}
        </Stack>
      )}
    </>
  );
}

function Loaded({ deal, back }: { deal: Deal; back: { to: string; label: string } }) {
  const t = useTranslations('dealPage');
  const mayWrite = usePermission('deals:write');
  const isNarrow = useMediaQuery(narrow, window.matchMedia(narrow).matches);
  const [side, setSide] = useState<'details' | 'chat'>('details');
  const [chosen, setChosen] = useState<string | null>(null);
  const contact = deal.contacts.find(({ id }) => id === chosen) ?? deal.contacts[0];
  const details = (
    <div className={styles.details}>
      <DealContacts
        deal={deal}
        chosen={contact?.id}
        onChoose={(id) => {
          setChosen(id);
          setSide('chat');
        }}
      />
      <DealFacts deal={deal} />
      <DealTimeline deal={deal} />
    </div>
  );
  return (
    <>
      <PageHeader
        title={deal.title}
        back={back}
        badge={<StageMark stage={deal.stage} />}
        {...(mayWrite ? { menu: <Actions deal={deal} /> } : {})}
      />
      {isNarrow && (
        <div className={styles.sides}>
          <SegmentedControl
            fullWidth
            aria-label={deal.title}
            value={side}
            onChange={(value) => setSide(value as typeof side)}
            data={[
              { value: 'details', label: t('details') },
              { value: 'chat', label: t('chat') },
            ]}
          />
        </div>
      )}
      <div className={styles.page}>
        {(!isNarrow || side === 'details') && details}
        {(!isNarrow || side === 'chat') && (
          <DealChat key={contact?.id} contact={contact} onClose={() => setSide('details')} />
        )}
      </div>
    </>
  );
}

function Actions({ deal: { id, title } }: { deal: Deal }) {
  const t = useTranslations('dealPage');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const clone = async () => {
    try {
      const copy = await client.deals.clone({ key: id });
      toastDone(t('cloned'));
      await navigate({ to: '/deals/$id', params: { id: copy.id } });
      await queryClient.invalidateQueries({ queryKey: api.deals.key() });
    } catch (error) {
      toastFailed(error);
    }
  };
  const remove = async () => {
    const yes = await confirm({
      title: t('deleteTitle', { title }),
      text: t('deleteText'),
      confirm: t('delete'),
      danger: true,
    });
    if (!yes) return;
    try {
      await client.deals.delete({ key: id });
      toastDone(t('deleted'));
      await navigate({ to: '/deals' });
      queryClient.removeQueries({ queryKey: api.deals.get.queryKey({ input: { key: id } }) });
      await queryClient.invalidateQueries({ queryKey: api.deals.key() });
    } catch (error) {
      toastFailed(error);
    }
  };
  return (
    <>
      <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => void clone()}>
        {t('clone')}
      </Menu.Item>
      <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => void remove()}>
        {t('delete')}
      </Menu.Item>
    </>
  );
}
