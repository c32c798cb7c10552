// The clock beside a button that sends: the usual times for later, or one's own, on the clocks of the workspace.
import { ActionIcon, Button, Popover, Stack, Text, TextInput } from '@mantine/core';
import { IconClock, IconClockOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useFormatter, useTimeZone, useTranslations } from 'use-intl';
import { useThreadWorld } from '#features/conversations/web/thread/thread-context.tsx';
import { instantOf, localOf } from '#web/days.ts';
import { useKeys } from '#web/keys/keys.ts';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { Notice } from '#web/ui/Notice.tsx';
import { toastDone } from '#web/ui/toast.tsx';
import { laterTimes } from './later-times.ts';
import styles from './scheduled.module.css';

type Props = {
  disabled: boolean;
  /** Until when free messages may be sent; left out for templates. */
  windowClosesAt?: string | null;
  /** Whether what was written may go; asked before times are offered. */
  mayOpen?: () => boolean;
  onSchedule: (sendAt: Date, evenIfClosed: boolean) => Promise<unknown>;
  /** Called once it is scheduled. */
  onDone?: () => void;
  onTemplate?: () => void;
  /** Title of the group of keys to which its key belongs; without one it has none. */
  keysTitle?: string | undefined;
};

export function SendLater({ disabled, mayOpen, onDone, keysTitle, ...props }: Props) {
  const t = useTranslations('scheduled');
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const open = () => {
    if (!disabled && (mayOpen?.() ?? true)) setOpened(true);
  };
  useKeys(
    keysTitle ?? '',
    keysTitle ? [{ key: 'alt+l', label: t('key'), run: open, whileTyping: true }] : [],
  );
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="top-end"
      width={300}
      trapFocus
      shadow="md"
      onClose={() => button.current?.focus()}
    >
      <Popover.Target>
        <ActionIcon
          ref={button}
          className={styles.clock}
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('open')}
          title={t('open')}
          disabled={disabled}
          onClick={() => (opened ? setOpened(false) : open())}
        >
          <IconClock size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('open')}>
        <Times
          {...props}
          onScheduled={() => {
            setOpened(false);
            onDone?.();
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

type TimesProps = Pick<Props, 'windowClosesAt' | 'onSchedule' | 'onTemplate'> & { onScheduled: () => void };

function Times({ windowClosesAt, onSchedule, onTemplate, onScheduled }: TimesProps) {
  const t = useTranslations('scheduled');
  const format = useFormatter();
  const timeZone = useTimeZone() ?? 'UTC';
  const { contactName } = useThreadWorld();
  const [own, setOwn] = useState('');
  /** Chosen, although the window will be closed: to be confirmed. */
  const [beyond, setBeyond] = useState<Date | null>(null);
  const scheduling = useMutation({
    networkMode: 'always',
    mutationFn: ({ at, even }: { at: Date; even: boolean }) => onSchedule(at, even),
    onSuccess: (_, { at }) => {
      toastDone(t('done', { time: format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' }) }));
      onScheduled();
    },
  });
  const choose = (at: Date) => {
    const isOpen = windowClosesAt === undefined || (windowClosesAt !== null && new Date(windowClosesAt) > at);
    if (isOpen) scheduling.mutate({ at, even: false });
    else setBeyond(at);
  };
  const ownAt = own === '' ? null : instantOf(own, timeZone);
  if (beyond)
    return (
      <Stack gap="xs">
        <Notice tone="attention" icon={IconClockOff} title={t('closedTitle')}>
          {t('closedText', { name: contactName })}
        </Notice>
        <FormFailure error={scheduling.error} />
        {onTemplate && (
          <Button data-autofocus onClick={onTemplate}>
            {t('useTemplate')}
          </Button>
        )}
        <Button
          variant="default"
          loading={scheduling.isPending}
          onClick={() => scheduling.mutate({ at: beyond, even: true })}
        >
          {t('evenIfClosed')}
        </Button>
      </Stack>
    );
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {t('open')}
      </Text>
      <FormFailure error={scheduling.error} />
      {laterTimes(new Date(), timeZone).map(({ name, at }, index) => (
        <Button
          key={name}
          variant="default"
          justify="space-between"
          data-autofocus={index === 0 || undefined}
          disabled={scheduling.isPending}
          rightSection={
            <span className={`${styles.when} figures`}>
              {format.dateTime(at, { weekday: 'short', hour: 'numeric', minute: '2-digit' })}
            </span>
          }
          onClick={() => choose(at)}
        >
          {t(`usual.${name}`)}
        </Button>
      ))}
      <TextInput
        type="datetime-local"
        label={t('own')}
        description={t('zone', { zone: timeZone })}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        min={localOf(new Date(), timeZone)}
        value={own}
        error={ownAt && ownAt <= new Date() ? t('past') : undefined}
        onChange={(event) => setOwn(event.currentTarget.value)}
      />
      <Button
        ml="auto"
        loading={scheduling.isPending}
        disabled={!ownAt || ownAt <= new Date()}
        onClick={() => ownAt && choose(ownAt)}
      >
        {t('apply')}
      </Button>
    </Stack>
  );
}
