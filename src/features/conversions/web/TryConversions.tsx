// Sends the test event and says what Meta made of it.
import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api, client } from '#web/api.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';

/** `blocked`: why it cannot be tried now. */
export function TryConversions({ blocked }: { blocked: string | null }) {
  const t = useTranslations('conversions');
  const queryClient = useQueryClient();
  const check = useMutation({
    mutationFn: () => client.conversions.check({}),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: api.conversions.key() }),
  });
  const said = () => {
    if (!check.data) return null;
    const { received, trouble, detail } = check.data;
    if (received) return t('sent');
    return t('notSent', { reason: trouble ? t(`troubles.${trouble}`) : (detail ?? t('noWords')) });
  };
  return (
    <SettingsSection title={t('try')} text={t('tryText')}>
      <FormFailure error={check.error} />
      <Group>
        <Button
          variant="default"
          disabled={blocked !== null}
          loading={check.isPending}
          onClick={() => check.mutate()}
        >
          {t('send')}
        </Button>
        <Text size="sm" role="status" {...(blocked ? { c: 'dimmed' } : {})}>
          {blocked ?? said()}
        </Text>
      </Group>
    </SettingsSection>
  );
}
