// A stage, new or known: name, probability, when a deal in it counts as getting old, what it demands.
import { Button, Checkbox, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Requirable } from '#features/deals/deal-shapes.contract.ts';
import type { Stage } from '#features/deals/pipelines.contract.ts';
import { client } from '#web/api.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';
import { readPercent } from './read-percent.ts';
import { useSettingsChange } from './use-settings-change.ts';

type Props = { pipelineId: string; stage: Stage | null; onClose: () => void };

/** What the board can ask for when a card comes into the stage. */
const DEMANDS = ['amount', 'closeDate', 'reference'] as const satisfies readonly Requirable[];
const DEMANDS_OF_LOST = [...DEMANDS, 'lostReason'] as const satisfies readonly Requirable[];

export function StageDialog({ pipelineId, stage, onClose }: Props) {
  const t = useTranslations('dealSettings');
  const words = useTranslations('deals.form');
  const [draft, setDraft] = useState({
    name: stage?.name ?? '',
    /** Emptied: none yet. */
    probability: (stage?.probability ?? 50) as number | '',
    rottingDays: stage?.rottingDays ?? null,
    requiredFields: stage?.requiredFields ?? [],
  });
  const set = (changes: Partial<typeof draft>) => setDraft({ ...draft, ...changes });
  const isFixed = stage !== null && stage.kind !== 'open';
  const save = useSettingsChange(
    (_: null): Promise<unknown> => {
      const { probability: typed, ...rest } = draft;
      const probability = Number(typed);
      if (!stage) return client.pipelines.addStage({ id: pipelineId, ...rest, probability });
      return client.pipelines.updateStage({ id: stage.id, ...rest, ...(isFixed ? {} : { probability }) });
    },
    { said: 'saved', onDone: onClose },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isComplete) save.mutate(null);
  };
  const isComplete = draft.name.trim() !== '' && draft.probability !== '';
  const fault = (path: string) => fieldError(save.error, path);
  return (
    <Dialog opened onClose={onClose} title={stage ? t('edit', { name: stage.name }) : t('addStage')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <FormFailure error={save.error} shownAtFields={['name', 'probability', 'rottingDays']} />
          <TextInput
            label={t('name')}
            data-autofocus
            maxLength={60}
            value={draft.name}
            error={fault('name')}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <NumberInput
            label={t('probability')}
            description={isFixed ? t('probabilityFixed') : undefined}
            min={0}
            max={100}
            suffix=" %"
            allowDecimal={false}
            disabled={isFixed}
            value={draft.probability}
            error={draft.probability === '' ? t('probabilityMissing') : fault('probability')}
            onChange={(value) => set({ probability: readPercent(value) })}
          />
          {!isFixed && (
            <NumberInput
              label={t('rottingDays')}
              description={t('rottingHelp')}
              placeholder={t('never')}
              min={1}
              max={3650}
              allowDecimal={false}
              value={draft.rottingDays ?? ''}
              error={fault('rottingDays')}
              onChange={(value) => set({ rottingDays: value === '' ? null : Number(value) })}
            />
          )}
          <Checkbox.Group
            label={t('demands')}
            description={t('demandsHelp')}
            value={draft.requiredFields}
            onChange={(fields) => set({ requiredFields: fields as Requirable[] })}
          >
            <Stack gap={8} mt={8}>
              {(stage?.kind === 'lost' ? DEMANDS_OF_LOST : DEMANDS).map((field) => (
                <Checkbox key={field} value={field} label={words(field)} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending} disabled={!isComplete}>
              {stage ? t('save') : t('addStage')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
