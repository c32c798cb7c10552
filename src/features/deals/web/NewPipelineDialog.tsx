// Makes a pipeline: its name and its open stages; Won and Lost come by themselves.
import { ActionIcon, Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { FIRST_PROBABILITY, MOST_STAGES } from '#features/deals/pipelines.contract.ts';
import { api, client } from '#web/api.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';
import { toastDone } from '#web/ui/toast.tsx';
import styles from './NewPipelineDialog.module.css';
import { readPercent } from './read-percent.ts';

/** An emptied probability is none yet. */
type Draft = { key: number; name: string; probability: number | '' };

export function NewPipelineDialog({
  onClose,
  onMade,
}: {
  onClose: () => void;
  onMade?: (id: string) => void;
}) {
  const t = useTranslations('dealSettings');
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const [stages, setStages] = useState<Draft[]>([
    { key: 0, name: t('firstStage'), probability: FIRST_PROBABILITY },
  ]);
  const change = (key: number, changes: Partial<Draft>) =>
    setStages(stages.map((stage) => (stage.key === key ? { ...stage, ...changes } : stage)));
  const create = useMutation({
    mutationFn: () =>
      client.pipelines.create({
        name,
        stages: stages.map((stage) => ({ name: stage.name, probability: Number(stage.probability) })),
      }),
    onSuccess: async (pipeline) => {
      toastDone(t('pipelineMade', { name: pipeline.name }));
      await queryClient.invalidateQueries({ queryKey: api.pipelines.key() });
      onClose();
      onMade?.(pipeline.id);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isComplete) create.mutate();
  };
  const shown = ['name', ...stages.flatMap((_, at) => [`stages.${at}.name`, `stages.${at}.probability`])];
  const isComplete =
    name.trim() !== '' && stages.every((stage) => stage.name.trim() !== '' && stage.probability !== '');
  return (
    <Dialog opened onClose={onClose} title={t('newPipeline')} size="lg">
      <form onSubmit={submit}>
        <Stack gap="sm">
          <FormFailure error={create.error} shownAtFields={shown} />
          <TextInput
            label={t('name')}
            placeholder={t('nameExample')}
            data-autofocus
            maxLength={60}
            value={name}
            error={fieldError(create.error, 'name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <div>
            <Text size="sm" fw={500} mb={4}>
              {t('stages')}
            </Text>
            <ul className={styles.drafts}>
              {stages.map((stage, at) => (
                <li key={stage.key}>
                  <TextInput
                    aria-label={t('stageName', { at: at + 1 })}
                    maxLength={60}
                    value={stage.name}
                    error={fieldError(create.error, `stages.${at}.name`)}
                    onChange={(event) => change(stage.key, { name: event.currentTarget.value })}
                  />
                  <NumberInput
                    aria-label={t('stageProbability', { name: stage.name })}
                    w={96}
                    min={0}
                    max={100}
                    suffix=" %"
                    allowDecimal={false}
                    value={stage.probability}
                    error={stage.probability === '' ? t('probabilityMissing') : undefined}
                    onChange={(value) => change(stage.key, { probability: readPercent(value) })}
                  />
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('removeStage', { name: stage.name })}
                    disabled={stages.length === 1}
                    onClick={() => setStages(stages.filter(({ key }) => key !== stage.key))}
                  >
                    <IconTrash size={16} />
                  </ActionIcon>
                </li>
              ))}
            </ul>
            <Button
              mt={8}
              size="xs"
              variant="subtle"
              leftSection={<IconPlus size={15} />}
              disabled={stages.length >= MOST_STAGES}
              onClick={() =>
                setStages([...stages, { key: (stages.at(-1)?.key ?? 0) + 1, name: '', probability: 50 }])
              }
            >
              {t('addStage')}
            </Button>
            <Text size="sm" c="dimmed" mt={8}>
              {t('fixedStages')}
            </Text>
          </div>
          <Group justify="flex-end">
            <Button type="submit" loading={create.isPending} disabled={!isComplete}>
              {t('createPipeline')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
