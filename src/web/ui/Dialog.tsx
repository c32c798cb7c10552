// A dialog above the page for one short task; its title names the task.
import { Modal, type ModalProps } from '@mantine/core';
import { useTranslations } from 'use-intl';

export function Dialog(props: ModalProps) {
  const t = useTranslations('ui');
  return (
    <Modal
      {...props}
      closeButtonProps={{ 'aria-label': t('close') }}
      styles={{ title: { fontSize: 16, fontWeight: 600 } }}
    />
  );
}
