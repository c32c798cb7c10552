// Asks before everything that is kept of a contact is handed out: what is in the file, and whether notes go along.
import { Button, Group, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Contact } from '#features/contacts/contacts.contract.ts';
import { startDownload } from '#web/download.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { toastDone } from '#web/ui/toast.tsx';

type Props = { contact: Contact; onClose: () => void };

export function ExportContactDialog({ contact, onClose }: Props) {
  const t = useTranslations('contactExport');
  const [notes, setNotes] = useState(true);
  const start = () => {
    startDownload(`/api/v1/contacts/${contact.id}/export.zip?notes=${notes}`);
    toastDone(t('begun'));
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('title', { name: contact.displayName })}>
      <Text size="sm" mb="md">
        {t('text')}
      </Text>
      <Switch
        label={t('notes')}
        description={t('notesText')}
        checked={notes}
        onChange={(event) => setNotes(event.currentTarget.checked)}
      />
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button data-autofocus onClick={start}>
          {t('confirm')}
        </Button>
      </Group>
    </Dialog>
  );
}
