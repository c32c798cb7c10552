// A recording that runs: its time, the way to throw it away and the button that sends it, in place of the text.
import { ActionIcon, Button, Text } from '@mantine/core';
import { IconMicrophone, IconSend2, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import composer from '#features/conversations/web/composer/Composer.module.css';
import type { Recorded, useRecorder } from './use-recorder.ts';
import styles from './voice.module.css';

type Props = {
  recorder: ReturnType<typeof useRecorder>;
  sending: boolean;
  onRecorded: (recorded: Recorded) => void;
  onFailed: () => void;
};

export function VoiceBar({ recorder, sending, onRecorded, onFailed }: Props) {
  const t = useTranslations('attachments.voice');
  const { state, seconds } = recorder;
  const send = async () => {
    try {
      const recorded = await recorder.finish();
      if (recorded) onRecorded(recorded);
    } catch {
      recorder.cancel();
      onFailed();
    }
  };
  if (state === 'asking')
    return (
      <Text className={composer.closed} size="sm" c="dimmed" role="status">
        {t('asking')}
      </Text>
    );
  return (
    <div className={`${composer.row} ${styles.bar}`}>
      <Button variant="subtle" color="gray" leftSection={<IconTrash size={16} />} onClick={recorder.cancel}>
        {t('cancel')}
      </Button>
      <span className={styles.time}>
        <IconMicrophone size={16} className={styles.live} aria-hidden />
        <span className="figures" role="timer">
          {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
        </span>
      </span>
      <ActionIcon size={36} aria-label={t('send')} loading={sending} onClick={() => void send()}>
        <IconSend2 size={18} />
      </ActionIcon>
    </div>
  );
}
