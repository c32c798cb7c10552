// The person's own settings: who they are, how the interface speaks and looks, how they sign in.

import { useTranslations } from 'use-intl';
import { TicketMailSwitch } from '#features/tickets/web/TicketMailSwitch.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { InterfaceForm } from './profile/InterfaceForm.tsx';
import { NameForm } from './profile/NameForm.tsx';
import { PasswordForm } from './profile/PasswordForm.tsx';
import { SecondStepSettings } from './profile/SecondStepSettings.tsx';

export function ProfilePage() {
  const t = useTranslations('settings.profile');
  return (
    <>
      <PageHeader title={t('title')} />
      <NameForm />
      <InterfaceForm />
      <TicketMailSwitch />
      <PasswordForm />
      <SecondStepSettings />
    </>
  );
}
