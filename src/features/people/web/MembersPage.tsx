// Who belongs to the workspace, and who is invited.
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { usePermission } from '#web/session.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { Invitations } from './Invitations.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import { MemberList } from './MemberList.tsx';

export function MembersPage() {
  const t = useTranslations('people.members');
  const mayInvite = usePermission('members:write');
  const [inviting, dialog] = useDisclosure(false);
  return (
    <>
      <PageHeader
        title={t('title')}
        action={
          mayInvite && (
            <Button leftSection={<IconUserPlus size={16} />} onClick={dialog.open}>
              {t('invite')}
            </Button>
          )
        }
      />
      <MemberList />
      <Invitations />
      <InviteDialog opened={inviting} onClose={dialog.close} />
    </>
  );
}
