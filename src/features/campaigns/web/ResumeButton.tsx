// Lets a paused campaign go on; while its number rests it says why it cannot, and until when.
import { Button, Tooltip } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Campaign } from '#features/campaigns/campaigns.contract.ts';
import { useFailureWords } from '#features/sending/web/use-failure-words.ts';
import { api } from '#web/api.ts';

type Props = { campaign: Campaign; busy: boolean; onResume: () => void };

export function ResumeButton({ campaign, busy, onResume }: Props) {
  const t = useTranslations('campaigns');
  const rest = useRestOfNumber(campaign);
  return (
    <Tooltip
      label={rest}
      disabled={rest === null}
      multiline
      maw={320}
      events={{ hover: true, focus: true, touch: true }}
    >
      <Button
        leftSection={<IconPlayerPlay size={16} />}
        loading={busy}
        // Stays reachable by keyboard, so that the reason can be read.
        data-disabled={rest !== null || undefined}
        aria-disabled={rest !== null}
        aria-description={rest ?? undefined}
        onClick={(event) => (rest === null ? onResume() : event.preventDefault())}
      >
        {t('resume')}
      </Button>
    </Tooltip>
  );
}

/** Why the campaign's number sends no campaigns now, in words; null when it does, or before it is known. */
function useRestOfNumber(campaign: Campaign): string | null {
  const speak = useFailureWords();
  const numbers = useQuery(api.numbers.list.queryOptions({ input: { limit: 100 } }));
  const stop = numbers.data?.items.find((one) => one.id === campaign.number?.id)?.pausedReason;
  if (!stop) return null;
  const isOver = typeof stop.params.until === 'string' && Date.parse(stop.params.until) <= Date.now();
  return isOver ? null : speak(stop);
}
