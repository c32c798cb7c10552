// The person's choice whether to get mails about tickets; takes effect at once.
import { Switch } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { client } from '#web/api.ts';
import { sessionQuery, useSession } from '#web/session.ts';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { toastFailed } from '#web/ui/toast.tsx';

export function TicketMailSwitch() {
  const t = useTranslations('tickets.mails');
  const { user } = useSession();
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: (ticketMails: boolean) => client.session.update({ ticketMails }),
    onSuccess: () => queryClient.invalidateQueries(sessionQuery),
    onError: (error) => toastFailed(error),
  });
  return (
    <SettingsSection title={t('title')}>
      <Switch
        label={t('label')}
        description={t('text')}
        checked={save.isPending ? save.variables : user.ticketMails}
        onChange={(event) => save.mutate(event.currentTarget.checked)}
      />
    </SettingsSection>
  );
}
