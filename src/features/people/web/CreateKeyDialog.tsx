// Makes an API key with chosen permissions, and shows its secret the one time it can be seen.
import { Anchor, Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { KEY_SCOPES, type Permission } from '#operations/permissions.ts';
import { api, client } from '#web/api.ts';
import { CodeBlock } from '#web/ui/CodeBlock.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';

type Props = { opened: boolean; onClose: () => void };

const readOnly = KEY_SCOPES.filter((scope) => scope.endsWith(':read'));

export function CreateKeyDialog({ opened, onClose }: Props) {
  const t = useTranslations('apiKeys');
  const words = useTranslations('permissions');
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<Permission[]>(readOnly);
  const create = useMutation({
    mutationFn: () => client.apiKeys.create({ name: name.trim(), scopes }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: api.apiKeys.key() }),
  });
  const close = () => {
    onClose();
    setName('');
    setScopes(readOnly);
    create.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate();
  };

  if (create.data) {
    return (
      <Modal
        opened={opened}
        onClose={close}
        title={t('madeTitle', { name: create.data.name })}
        closeOnClickOutside={false}
        size="lg"
      >
        <Stack>
          <Text>{t('made')}</Text>
          <CodeBlock code={create.data.secret} label={t('secret')} />
          <Group justify="flex-end">
            <Button onClick={close}>{t('done')}</Button>
          </Group>
        </Stack>
      </Modal>
    );
  }
  return (
    <Modal opened={opened} onClose={close} title={t('create')} size="lg">
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm" c="dimmed">
            {t('text')}
          </Text>
          <FormFailure error={create.error} shownAtFields={['name', 'scopes']} />
          <TextInput
            label={t('name')}
            placeholder={t('namePlaceholder')}
            required
            withAsterisk={false}
            maxLength={100}
            data-autofocus
            value={name}
            error={fieldError(create.error, 'name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Checkbox.Group
            label={t('scopes')}
            value={scopes}
            error={fieldError(create.error, 'scopes')}
            onChange={(chosen) => setScopes(chosen as Permission[])}
          >
            <Group gap="md" mt={4} mb="xs">
              <Choice label={t('readOnly')} onChoose={() => setScopes(readOnly)} />
              <Choice label={t('all')} onChoose={() => setScopes(KEY_SCOPES)} />
              <Choice label={t('none')} onChoose={() => setScopes([])} />
            </Group>
            <Stack gap={8}>
              {KEY_SCOPES.map((scope) => (
                <Checkbox key={scope} size="xs" value={scope} label={words(scope)} description={scope} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Group justify="flex-end">
            <Button type="submit" loading={create.isPending} disabled={scopes.length === 0}>
              {t('submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Choice({ label, onChoose }: { label: string; onChoose: () => void }) {
  return (
    <Anchor component="button" type="button" size="sm" onClick={onChoose}>
      {label}
    </Anchor>
  );
}
