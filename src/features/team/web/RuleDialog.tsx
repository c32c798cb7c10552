// One rule: how it chooses, among whom, and which conversations it is for.
import {
  Button,
  Checkbox,
  Group,
  MultiSelect,
  NumberInput,
  Radio,
  Stack,
  TagsInput,
  TextInput,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { WAYS } from '#features/team/assignment.contract.ts';
import { api } from '#web/api.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import type { RuleDraft } from './RulesSettings.tsx';

type Props = { rule: RuleDraft; onClose: () => void; onSave: (rule: RuleDraft) => Promise<unknown> };

export function RuleDialog({ rule, onClose, onSave }: Props) {
  const t = useTranslations('teamSettings.rules');
  const [draft, setDraft] = useState(rule);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const set = (part: Partial<RuleDraft>) => setDraft({ ...draft, ...part });
  const save = async () => {
    setBusy(true);
    try {
      await onSave(draft);
      onClose();
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };
  return (
    <Dialog opened onClose={onClose} title={rule.id ? t('edit', { name: rule.name }) : t('new')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack>
          <FormFailure error={failure instanceof Error ? failure : null} />
          <TextInput
            required
            data-autofocus
            label={t('name')}
            maxLength={80}
            value={draft.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <Radio.Group
            label={t('way')}
            value={draft.way}
            onChange={(way) => set({ way: way as RuleDraft['way'] })}
          >
            <Stack gap={8} mt={6}>
              {WAYS.map((way) => (
                <Radio key={way} value={way} label={t(`ways.${way}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <Among draft={draft} onChange={set} />
          <For draft={draft} onChange={set} />
          <Group justify="flex-end">
            <Button type="submit" loading={busy}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

type PartProps = { draft: RuleDraft; onChange: (part: Partial<RuleDraft>) => void };

function Among({ draft, onChange }: PartProps) {
  const t = useTranslations('teamSettings.rules');
  const people = useQuery(api.team.getHours.queryOptions({ input: {} })).data?.people ?? [];
  return (
    <>
      <MultiSelect
        searchable
        label={t('people')}
        placeholder={draft.userIds.length === 0 ? t('everybody') : undefined}
        data={people.map(({ userId, name }) => ({ value: userId, label: name }))}
        value={draft.userIds}
        onChange={(userIds) => onChange({ userIds })}
      />
      <Checkbox
        label={t('inHours')}
        checked={draft.inHours}
        onChange={(event) => onChange({ inHours: event.currentTarget.checked })}
      />
      <Checkbox
        label={t('ifOnline')}
        checked={draft.ifOnline}
        onChange={(event) => onChange({ ifOnline: event.currentTarget.checked })}
      />
      <NumberInput
        label={t('mostOpen')}
        placeholder={t('anyNumber')}
        min={1}
        max={10_000}
        allowDecimal={false}
        value={draft.mostOpen ?? ''}
        onChange={(value) => onChange({ mostOpen: typeof value === 'number' ? value : null })}
      />
    </>
  );
}

function For({ draft, onChange }: PartProps) {
  const t = useTranslations('teamSettings.rules');
  const numbers = useQuery(api.numbers.list.queryOptions({ input: { limit: 100 } })).data?.items ?? [];
  const tags = useQuery(api.tags.list.queryOptions({ input: { limit: 200 } })).data?.items ?? [];
  return (
    <>
      {numbers.length > 1 && (
        <MultiSelect
          label={t('numbers')}
          placeholder={draft.numberIds.length === 0 ? t('allNumbers') : undefined}
          data={numbers.map(({ id, displayName, phone }) => ({ value: id, label: displayName || phone }))}
          value={draft.numberIds}
          onChange={(numberIds) => onChange({ numberIds })}
        />
      )}
      <MultiSelect
        searchable
        label={t('tags')}
        placeholder={draft.tagIds.length === 0 ? t('allContacts') : undefined}
        data={tags.map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.tagIds}
        onChange={(tagIds) => onChange({ tagIds })}
      />
      <TagsInput
        label={t('languages')}
        description={t('languagesText')}
        placeholder={draft.languages.length === 0 ? t('allContacts') : undefined}
        maxTags={30}
        value={draft.languages}
        onChange={(languages) => onChange({ languages })}
      />
    </>
  );
}
