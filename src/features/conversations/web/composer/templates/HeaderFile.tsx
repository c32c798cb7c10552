// The file that a header of the template shows: the template's own, or another for this once.
import { Button, CloseButton, Group, Input, Text } from '@mantine/core';
import { IconPhotoUp } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { MediaSlot } from '#whatsapp/template-slots.ts';

type Props = {
  slot: MediaSlot;
  ownName: string | undefined;
  chosen: File | undefined;
  error: string | undefined;
  onChoose: (file: File | null) => void;
};

const ACCEPTED: Record<string, string> = {
  image: 'image/jpeg,image/png',
  video: 'video/mp4,video/3gpp',
  document: '',
};

export function HeaderFile({ slot, ownName, chosen, error, onChoose }: Props) {
  const t = useTranslations('answerKinds.templates');
  const input = useRef<HTMLInputElement>(null);
  const card = /^cards\.(\d+)\./.exec(slot.key)?.[1];
  const label = card === undefined ? t(`media.${slot.kind}`) : t('media.card', { number: Number(card) + 1 });
  return (
    <Input.Wrapper label={label} error={error} labelElement="div">
      <Group gap="xs" wrap="nowrap">
        <Text size="sm" c={chosen ? undefined : 'dimmed'} truncate flex={1}>
          {chosen?.name ?? ownName ?? t('media.missing')}
        </Text>
        {chosen && <CloseButton size="sm" aria-label={t('media.undo')} onClick={() => onChoose(null)} />}
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPhotoUp size={14} />}
          onClick={() => input.current?.click()}
        >
          {t('media.swap')}
        </Button>
      </Group>
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPTED[slot.kind]}
        aria-label={label}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) onChoose(file);
          event.currentTarget.value = '';
        }}
      />
    </Input.Wrapper>
  );
}
