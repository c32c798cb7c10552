// Until when conversations rest: a few usual times, or one's own.
import { Button, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Dialog } from '#web/ui/Dialog.tsx';

type Props = { onClose: () => void; onApply: (until: Date) => Promise<boolean> };

export function SnoozeDialog({ onClose, onApply }: Props) {
  const t = useTranslations('inboxList.snooze');
  const format = useFormatter();
  const [own, setOwn] = useState('');
  const apply = async (until: Date) => {
    if (await onApply(until)) onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('title')} size="sm">
      <Stack gap="xs">
        {usualTimes(new Date()).map(({ name, at }, index) => (
          <Button
            key={name}
            variant="default"
            justify="space-between"
            data-autofocus={index === 0 || undefined}
            rightSection={
              <span className="figures">
                {format.dateTime(at, { weekday: 'short', hour: 'numeric', minute: '2-digit' })}
              </span>
            }
            onClick={() => void apply(at)}
          >
            {t(name)}
          </Button>
        ))}
        <TextInput
          type="datetime-local"
          label={t('own')}
          value={own}
          onChange={(event) => setOwn(event.currentTarget.value)}
        />
        <Button ml="auto" disabled={own === ''} onClick={() => void apply(new Date(own))}>
          {t('apply')}
        </Button>
      </Stack>
    </Dialog>
  );
}

/** In the browser's own time: in three hours, tomorrow and next Monday at nine. */
function usualTimes(now: Date) {
  const nine = (days: number) => {
    const at = new Date(now);
    at.setDate(at.getDate() + days);
    at.setHours(9, 0, 0, 0);
    return at;
  };
  const later = new Date(now.getTime() + 3 * 3_600_000);
  const untilMonday = ((8 - now.getDay()) % 7 || 7) as number;
  return [
    { name: 'later', at: later },
    { name: 'tomorrow', at: nine(1) },
    ...(untilMonday > 1 ? [{ name: 'monday' as const, at: nine(untilMonday) }] : []),
  ] as const;
}
