// One recipient beside the list: what became of the message, why it waits or failed, and what can be decided.
import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { IconHourglass, IconMessages, IconUser } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { type CampaignRecipient, EXCLUSIONS } from '#features/campaigns/campaigns.contract.ts';
import type { MessageHistory } from '#features/sending/message-history.contract.ts';
import { MessageTimeline } from '#features/sending/web/MessageTimeline.tsx';
import { api } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { confirm } from '#web/ui/confirm.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Notice } from '#web/ui/Notice.tsx';
import { SidePanel } from '#web/ui/SidePanel.tsx';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import { RecipientBadge } from './CampaignBadge.tsx';
import styles from './CampaignReport.module.css';
import { usePersonWaitWords } from './use-wait-words.ts';

type Props = { campaignId: string; contactId: string; onClose: () => void };

export function RecipientPanel({ campaignId, contactId, onClose }: Props) {
  const found = useQuery(api.campaigns.recipient.queryOptions({ input: { id: campaignId, contactId } }));
  const recipient = found.data?.recipient;
  return (
    <SidePanel
      title={recipient ? recipient.name || recipient.phone : ' '}
      badge={recipient && <RecipientBadge state={recipient.state} />}
      onClose={onClose}
    >
      {found.error ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data ? (
        <Loaded campaignId={campaignId} {...found.data} />
      ) : (
        <Skeleton height={180} />
      )}
    </SidePanel>
  );
}

type LoadedProps = { campaignId: string; recipient: CampaignRecipient; message: MessageHistory | null };

function Loaded({ campaignId, recipient, message }: LoadedProps) {
  const t = useTranslations('campaignRecipients');
  const ts = useTranslations('sms.state');
  const seesChats = usePermission('chats:read');
  const more = (
    [
      [t('recipientState.clicked'), recipient.clickedAt],
      [t('recipientState.link_clicked'), recipient.linkClickedAt],
      [t('recipientState.replied'), recipient.repliedAt],
      [t('recipientState.opted_out'), recipient.optedOutAt],
    ] as const
  ).flatMap(([label, at]) => (at ? [{ label, at }] : []));
  return (
    <Stack>
      {recipient.phone && <p className={`${styles.facts} figures`}>{recipient.phone}</p>}
      <Why recipient={recipient} />
      {message && <MessageTimeline history={message} more={more} />}
      {recipient.sms && (
        <Notice tone="neutral" icon={IconMessages} title={ts(recipient.sms.state)}>
          {recipient.sms.reason}
        </Notice>
      )}
      {recipient.state === 'uncertain' && (
        <Decide
          campaignId={campaignId}
          contactId={recipient.contactId}
          waits={recipient.waitsUntil !== null}
        />
      )}
      <Group gap="xs">
        <Button
          variant="default"
          size="xs"
          leftSection={<IconUser size={14} />}
          renderRoot={(props) => (
            <Link to="/contacts" search={{ open: recipient.contactId } as never} {...props} />
          )}
        >
          {t('openContact')}
        </Button>
        {seesChats && message && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconMessages size={14} />}
            renderRoot={(props) => (
              <Link to="/inbox" search={{ open: message.conversationId } as never} {...props} />
            )}
          >
            {t('openConversation')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

/** Why nothing was sent yet, or nothing at all; what failed stands in the line of what was heard. */
function Why({ recipient }: { recipient: CampaignRecipient }) {
  const t = useTranslations('campaignRecipients');
  const spellWait = usePersonWaitWords();
  const { state, reason, reasonText, messageId } = recipient;
  const exclusion = EXCLUSIONS.find((one) => one === reason);
  const words =
    state === 'waiting'
      ? spellWait(recipient)
      : state === 'excluded' && exclusion
        ? t(`exclusion.${exclusion}`)
        : state === 'failed' && messageId === null
          ? reasonText
          : null;
  if (!words) return null;
  return (
    <Notice tone={state === 'failed' ? 'bad' : 'attention'} icon={IconHourglass}>
      {words}
    </Notice>
  );
}

/** What one may decide about an uncertain message. */
function Decide({ campaignId, contactId, waits }: { campaignId: string; contactId: string; waits: boolean }) {
  const t = useTranslations('uncertain');
  const mayWrite = usePermission('campaigns:write');
  const queryClient = useQueryClient();
  const settle = useMutation(
    api.campaigns.settleUncertain.mutationOptions({
      onError: (error) => toastFailed(error),
      onSuccess: async ({ count }, { decision }) => {
        await queryClient.invalidateQueries({ queryKey: api.campaigns.key() });
        toastDone(t(decision === 'leave' ? 'left' : 'sentAgain', { count }));
      },
    }),
  );
  if (!mayWrite) return null;
  const decide = (decision: 'send_again' | 'leave') =>
    settle.mutate({ id: campaignId, decision, contactIds: [contactId] });
  const sendAgain = async () => {
    const yes = await confirm({
      title: t('sendAgainTitle', { count: 1 }),
      text: t('sendAgainText'),
      confirm: t('sendAgain'),
      danger: true,
    });
    if (yes) decide('send_again');
  };
  return (
    <Group gap="xs">
      <Button size="xs" loading={settle.isPending} onClick={() => void sendAgain()}>
        {t('sendAgain')}
      </Button>
      {waits && (
        <Button size="xs" variant="default" loading={settle.isPending} onClick={() => decide('leave')}>
          {t('leaveOne')}
        </Button>
      )}
    </Group>
  );
}
