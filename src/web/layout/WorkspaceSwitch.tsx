// The workspace of this tab, and the menu to show another.
import { Menu, Modal, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { switchWorkspace, useSession, useWorkspace } from '#web/session.ts';
import styles from './Shell.module.css';
import { WorkspaceName } from './WorkspaceName.tsx';

const CreateWorkspaceForm = lazy(() =>
  import('#features/people/web/CreateWorkspaceForm.tsx').then((file) => ({
    default: file.CreateWorkspaceForm,
  })),
);

export function WorkspaceSwitch() {
  const t = useTranslations('shell.workspace');
  const { workspaces } = useSession();
  const current = useWorkspace();
  const queryClient = useQueryClient();
  const router = useRouter();
  const [creating, dialog] = useDisclosure(false);

  const show = async (id: string) => {
    switchWorkspace(queryClient, id);
    await router.navigate({ to: '/' });
    await router.invalidate();
  };

  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <UnstyledButton
          className={styles.workspaceButton}
          aria-label={`${t('current')}: ${current?.name ?? t('none')}`}
        >
          <WorkspaceName />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('switch')}</Menu.Label>
        {workspaces.map((workspace) => (
          <Menu.Item
            key={workspace.id}
            onClick={() => void show(workspace.id)}
            rightSection={workspace.id === current?.id ? <IconCheck size={15} /> : null}
          >
            {workspace.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconPlus size={15} />} onClick={dialog.open}>
          {t('create')}
        </Menu.Item>
      </Menu.Dropdown>
      <Modal opened={creating} onClose={dialog.close} title={t('create')}>
        <Suspense>
          <CreateWorkspaceForm onDone={dialog.close} />
        </Suspense>
      </Modal>
    </Menu>
  );
}
