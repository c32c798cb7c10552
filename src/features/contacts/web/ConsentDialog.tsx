// Records marketing consent of one contact or many, with where it comes from.

import { Button, Group, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { CONSENTS, type Consent, type ContactSelection } from '#features/contacts/contact-filter.contract.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useContactActions } from './contact-actions.ts';

type Props = {
  opened: boolean;
  selection: ContactSelection;
  current?: Consent;
  onClose: () => void;
  onDone?: () => void;
};

export function ConsentDialog({ opened, selection, current, onClose, onDone }: Props) {
  const t = useTranslations('contacts');
  const actions = useContactActions();
  const [consent, setConsent] = useState<Consent>(current === 'subscribed' ? 'unsubscribed' : 'subscribed');
  const [source, setSource] = useState('');
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const isDone = await actions.setConsent(selection, consent, source.trim(), note.trim());
    setBusy(false);
    if (!isDone) return;
    onClose();
    onDone?.();
  };
  return (
    <Dialog opened={opened} onClose={onClose} title={t('consentDialog.title')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <SegmentedControl
            fullWidth
            aria-label={t('consentDialog.consent')}
            value={consent}
            onChange={(value) => setConsent(value as Consent)}
            data={CONSENTS.map((value) => ({ value, label: t(`consent.${value}`) }))}
          />
          <TextInput
            label={t('consentDialog.source')}
            placeholder={t('consentDialog.sourcePlaceholder')}
            required
            withAsterisk={false}
            maxLength={100}
            value={source}
            data-autofocus
            onChange={(event) => setSource(event.currentTarget.value)}
          />
          <TextInput
            label={t('consentDialog.note')}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={busy} disabled={source.trim() === ''}>
              {t('consentDialog.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
