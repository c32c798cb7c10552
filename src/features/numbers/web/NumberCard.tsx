// One connected number: what WhatsApp says of it, and what can be done about it.
import { Box, Button, Group, Menu, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { ConnectedNumber } from '#features/numbers/numbers.contract.ts';
import { useFailureWords } from '#features/sending/web/use-failure-words.ts';
import { api, client } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { confirm } from '#web/ui/confirm.ts';
import { DotsMenu } from '#web/ui/DotsMenu.tsx';
import { Notice } from '#web/ui/Notice.tsx';
import { RelativeTime } from '#web/ui/RelativeTime.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import styles from './NumberCard.module.css';
import { QUALITY_TONES } from './quality.ts';

type Props = { number: ConnectedNumber; onReconnect: () => void };

export function NumberCard({ number, onReconnect }: Props) {
  const t = useTranslations('numbers');
  const history = useTranslations('numberHistory');
  const format = useFormatter();
  const { phone, displayName, quality, messagingLimit, throughputPerSecond, status, checkedAt } = number;
  const nameNote = noteOnName(number.nameStatus);
  return (
    <SettingsSection
      title={`${displayName} · ${phone}`}
      badge={<StateBadge number={number} />}
      action={<Actions number={number} />}
    >
      <Notices number={number} onReconnect={onReconnect} />
      <dl className={`${styles.facts} figures`}>
        <Fact label={t('quality.label')} explain={t('quality.explain')}>
          <StatusBadge tone={QUALITY_TONES[quality]} dot>
            {t(`quality.${quality}`)}
          </StatusBadge>
        </Fact>
        <Fact label={t('limit')} explain={t('limitExplain')}>
          {messagingLimit === null ? t('limitNone') : t('limitPeople', { count: messagingLimit })}
        </Fact>
        <Fact label={t('throughput')}>{t('perSecond', { count: format.number(throughputPerSecond) })}</Fact>
        <Fact label={t('status')}>{spellStatus(status)}</Fact>
        <Fact label={t('name')}>
          {displayName} {nameNote && <span className={styles.note}>{t(nameNote)}</span>}
        </Fact>
        <Fact label={t('account')}>
          {number.accountName} <span className={styles.note}>{number.wabaId}</span>
        </Fact>
        {number.history && (
          <Fact label={history('label')} explain={history('explain')}>
            {history(number.history.state, {
              progress: number.history.progress,
              count: number.history.messages,
              reason: number.history.refusal ?? '',
            })}
          </Fact>
        )}
        <Fact label={t('checked')}>{checkedAt ? <RelativeTime at={checkedAt} /> : '–'}</Fact>
      </dl>
    </SettingsSection>
  );
}

/** WhatsApp's own word: `rate_limited` → “Rate limited”. */
function spellStatus(status: string): string {
  const words = status.replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function Fact({ label, explain, children }: { label: string; explain?: string; children: ReactNode }) {
  return (
    <div>
      <dt>
        {explain ? (
          <Tooltip label={explain} multiline w={260}>
            <span className={styles.explained}>{label}</span>
          </Tooltip>
        ) : (
          label
        )}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function StateBadge({ number }: { number: ConnectedNumber }) {
  const t = useTranslations('numbers');
  const { accountState, pausedReason, simulated } = number;
  return (
    <>
      <StatusBadge tone={accountState === 'connected' ? 'good' : 'bad'} dot>
        {t(`state.${accountState}`)}
      </StatusBadge>
      {pausedReason && <StatusBadge tone="attention">{t('state.paused')}</StatusBadge>}
      {simulated && <StatusBadge tone="neutral">{t('simulated')}</StatusBadge>}
    </>
  );
}

function Notices({ number, onReconnect }: Props) {
  const t = useTranslations('numbers');
  const speak = useFailureWords();
  const may = usePermission('numbers:write');
  const { id, accountState, accountStateReason, pausedReason } = number;
  const refused = accountState === 'token_invalid';
  const works = accountState === 'connected';
  if (works && !pausedReason) return null;
  return (
    <Box mb="md">
      <Notice tone={works ? 'attention' : 'bad'} icon={IconAlertTriangle}>
        {refused && speak({ kind: accountState, text: accountStateReason })}
        {pausedReason && <div>{speak(pausedReason)}</div>}
        {!works && !refused && (
          <div>
            {accountStateReason ? t('metaSays', { reason: accountStateReason }) : t(`state.${accountState}`)}
          </div>
        )}
        <Group gap="xs" mt="xs">
          {may && refused && (
            <Button size="xs" onClick={onReconnect}>
              {t('reconnect')}
            </Button>
          )}
          {pausedReason && (
            <Button
              size="xs"
              variant="default"
              renderRoot={(props) => <Link to="/number-health" search={{ number: id }} {...props} />}
            >
              {t('alert.mend')}
            </Button>
          )}
        </Group>
      </Notice>
    </Box>
  );
}

function Actions({ number }: { number: ConnectedNumber }) {
  const t = useTranslations('numbers');
  const queryClient = useQueryClient();
  const may = usePermission('numbers:write');
  if (!may) return null;
  const run = async (work: () => Promise<unknown>, done: string) => {
    try {
      await work();
      await queryClient.invalidateQueries({ queryKey: api.numbers.key() });
      toastDone(done);
    } catch (error) {
      toastFailed(error);
    }
  };
  const disconnect = async () => {
    const { phone, id } = number;
    const sure = await confirm({
      title: t('disconnectAsk', { phone }),
      text: t('disconnectText'),
      confirm: t('disconnect'),
      danger: true,
    });
    if (sure) await run(() => client.numbers.disconnect({ id }), t('disconnected', { phone }));
  };
  return (
    <DotsMenu label={t('moreActions')}>
      <Menu.Item
        leftSection={<IconRefresh size={16} />}
        onClick={() => void run(() => client.numbers.refresh({ id: number.id }), t('refreshed'))}
      >
        {t('refresh')}
      </Menu.Item>
      <Menu.Item color="red" leftSection={<IconPlugConnectedX size={16} />} onClick={() => void disconnect()}>
        {t('disconnect')}
      </Menu.Item>
    </DotsMenu>
  );
}

function noteOnName(status: string | null): 'nameReview' | 'nameDeclined' | null {
  if (status === 'pending_review' || status === 'pending') return 'nameReview';
  return status === 'declined' || status === 'rejected' ? 'nameDeclined' : null;
}
