// Connects a number in two steps: the keys, checked with every problem at its field, and then the number found.
import { Alert, Button, Collapse, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api, client } from '#web/api.ts';
import { type ApiFailure, refusalInWords } from '#web/api-failure.ts';
import { CodeBlock } from '#web/ui/CodeBlock.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { showFieldErrors } from '#web/ui/form-failure.ts';
import { toastDone } from '#web/ui/toast.tsx';
import { FoundNumber } from './FoundNumber.tsx';

const EMPTY = { token: '', wabaId: '', phoneNumberId: '', appSecret: '', appId: '' };

export function ConnectWizard({ onClose }: { onClose: () => void }) {
  const t = useTranslations('numbers');
  const w = useTranslations('numbers.wizard');
  const ui = useTranslations('ui');
  const queryClient = useQueryClient();
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const form = useForm({ initialValues: EMPTY });
  const keys = () => {
    const { appId, ...needed } = form.values;
    return { ...needed, ...(appId.trim() ? { appId } : {}) };
  };
  const check = useMutation({
    mutationFn: () => client.numbers.check(keys()),
    onMutate: () => setFailure(null),
    onSuccess: ({ problems }) =>
      form.setErrors(
        Object.fromEntries(
          problems.filter((p) => p.blocking).map((p) => [p.field, refusalInWords(p.message)]),
        ),
      ),
    onError: (error) => setFailure(showFieldErrors(form, error)),
  });
  const connect = useMutation({
    mutationFn: () => client.numbers.connect(keys()),
    onMutate: () => setFailure(null),
    onSuccess: async (number) => {
      await queryClient.invalidateQueries({ queryKey: api.numbers.key() });
      toastDone(t('connected', { name: number.displayName }));
      onClose();
    },
    onError: (error) => setFailure(showFieldErrors(form, error)),
  });
  const found = check.data?.ok ? check.data : null;
  return (
    <Modal
      opened
      onClose={onClose}
      title={w('title')}
      size="lg"
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (found) connect.mutate();
          else check.mutate();
        }}
      >
        <Stack>
          <FormFailure error={failure} />
          {found ? (
            <FoundNumber check={found} />
          ) : (
            <>
              <Text size="sm" c="dimmed">
                {w('intro')}
              </Text>
              {check.data && !check.data.ok && (
                <Alert color="red" variant="light" role="alert">
                  {w('problems')}
                </Alert>
              )}
              <PasswordInput
                label={w('token')}
                description={w('tokenText')}
                autoComplete="off"
                data-autofocus
                {...form.getInputProps('token')}
              />
              <TextInput label={w('wabaId')} inputMode="numeric" {...form.getInputProps('wabaId')} />
              <TextInput
                label={w('phoneNumberId')}
                description={w('phoneNumberIdText')}
                inputMode="numeric"
                {...form.getInputProps('phoneNumberId')}
              />
              <PasswordInput
                label={w('appSecret')}
                description={w('appSecretText')}
                autoComplete="off"
                {...form.getInputProps('appSecret')}
              />
              <TextInput
                label={w('appId')}
                description={w('appIdText')}
                inputMode="numeric"
                {...form.getInputProps('appId')}
              />
              <ByHand />
            </>
          )}
          <Group justify="flex-end">
            {found && (
              <Button variant="default" onClick={() => check.reset()}>
                {w('back')}
              </Button>
            )}
            <Button type="submit" loading={check.isPending || connect.isPending}>
              {found ? w('connect', { phone: found.number?.phone ?? '' }) : w('check')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function ByHand() {
  const w = useTranslations('numbers.wizard');
  const [open, toggle] = useDisclosure(false);
  const address = useQuery({ ...api.numbers.webhookAddress.queryOptions({ input: {} }), enabled: open });
  return (
    <div>
      <Button variant="subtle" color="gray" size="xs" aria-expanded={open} onClick={toggle.toggle}>
        {w('manual')}
      </Button>
      <Collapse expanded={open}>
        <Stack gap="xs" pt="xs">
          <Text size="sm" c="dimmed">
            {w('manualText')}
          </Text>
          {address.data && <CodeBlock code={address.data.url} label={w('callback')} />}
          {address.data && <CodeBlock code={address.data.verifyToken} label={w('verify')} />}
        </Stack>
      </Collapse>
    </div>
  );
}
