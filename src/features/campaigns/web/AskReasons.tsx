// Asks for the reasons that the guardian wants before something goes on, with what it found.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { PreflightVerdict, type Reasons } from '#features/guardian/preflight.contract.ts';
import { VerdictList } from '#features/guardian/web/VerdictList.tsx';
import { toApiFailure } from '#web/api-failure.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { givenReasons, openVerdicts } from './use-preflight.ts';

type Props = {
  title: string;
  verdicts: readonly PreflightVerdict[];
  busy: boolean;
  onClose: () => void;
  onGoOn: (reasons: Reasons) => void;
};

export function AskReasons({ title, verdicts, busy, onClose, onGoOn }: Props) {
  const t = useTranslations('campaignAsk');
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const given = givenReasons(reasons);
  const stopped = verdicts.some(({ endedBy }) => endedBy === 'nobody');
  return (
    <Dialog opened onClose={onClose} title={title} size="lg">
      <Stack>
        <Text size="sm" c="dimmed">
          {t('text')} {stopped && t('stops')}
        </Text>
        <VerdictList
          verdicts={verdicts}
          reasons={reasons}
          onReason={(rule, reason) => setReasons((before) => ({ ...before, [rule]: reason }))}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('stay')}
          </Button>
          <Button
            disabled={openVerdicts(verdicts, given).length > 0}
            loading={busy}
            onClick={() => onGoOn(given)}
          >
            {t('goOn')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

/** What a refusal by the guardian says stands in the way; null for any other failure. */
export function verdictsOf(error: unknown): PreflightVerdict[] | null {
  const { code, details } = toApiFailure(error);
  if (code !== 'preflight_blocked' && code !== 'preflight_unanswered') return null;
  const read = PreflightVerdict.array().safeParse(details.verdicts);
  return read.success ? read.data : null;
}
