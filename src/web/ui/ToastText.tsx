// What a toast says, in the person's language.
import { Button, Code, Group, Text } from '@mantine/core';
import { useTranslations } from 'use-intl';

type Props = {
  /** Without it: that no answer came. */
  text?: string | undefined;
  onUndo?: (() => void) | undefined;
  requestId?: string | undefined;
};

export function ToastText({ text, onUndo, requestId }: Props) {
  const t = useTranslations('ui');
  return (
    <>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{text ?? `${t('error.network')}. ${t('error.networkText')}`}</Text>
        {onUndo && (
          <Button variant="subtle" size="compact-sm" flex="none" onClick={onUndo}>
            {t('undo')}
          </Button>
        )}
      </Group>
      {requestId && (
        <Text size="xs" c="dimmed">
          {t('error.requestId')} <Code>{requestId}</Code>
        </Text>
      )}
    </>
  );
}
