// Sends the message to one's own phone before anybody else gets it.
import { Button, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDeviceMobile } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api, client } from '#web/api.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';
import { toastDone } from '#web/ui/toast.tsx';
import styles from './CampaignEditor.module.css';
import type { CampaignEditing } from './use-campaign-draft.ts';

export function TestSend({ editing }: { editing: CampaignEditing }) {
  const t = useTranslations('campaignTrial.test');
  const [opened, { open, close }] = useDisclosure(false);
  const [typed, setTyped] = useState<string>();
  const last = useQuery({ ...api.campaigns.testPhone.queryOptions({ input: {} }), enabled: opened });
  const phone = typed ?? last.data?.phone ?? '';
  const send = useMutation({
    mutationFn: async () => {
      const id = await editing.keep();
      return id && client.campaigns.testSend({ id, phone });
    },
    onSuccess: (sent) => {
      // What was refused while saving stands on the page behind.
      close();
      if (sent) toastDone(t('sent', { phone: sent.phone }));
    },
  });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDeviceMobile size={16} />}
        disabled={editing.draft.templateId === null}
        onClick={open}
      >
        {t('button')}
      </Button>
      <Dialog opened={opened} onClose={close} title={t('title')}>
        <form
          className={styles.stack}
          onSubmit={(event) => {
            event.preventDefault();
            send.mutate();
          }}
        >
          <FormFailure error={send.error} shownAtFields={['phone']} />
          <TextInput
            label={t('phone')}
            description={t('help')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            type="tel"
            autoComplete="tel"
            data-autofocus
            value={phone}
            error={fieldError(send.error, 'phone')}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" loading={send.isPending} disabled={phone.trim() === ''}>
            {t('send')}
          </Button>
        </form>
      </Dialog>
    </>
  );
}
