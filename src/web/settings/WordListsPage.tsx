// A settings page of lists of words, each a field of its own, saved together.
import { Button, Group, Skeleton, Stack, TagsInput } from '@mantine/core';
import { type UseQueryResult, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { SettingsSection } from '#web/settings/SettingsSection.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { toastDone } from '#web/ui/toast.tsx';

type WordList<N extends string> = {
  name: N;
  label: string;
  description: string;
  most: number;
  /** Offered while typing. */
  known?: readonly string[];
};

type Words<N extends string> = Record<N, string[]>;

type Props<N extends string> = {
  texts: Record<'title' | 'section' | 'text' | 'save' | 'saved', string>;
  lists: readonly WordList<N>[];
  stored: Pick<UseQueryResult<Words<N>>, 'data' | 'error' | 'refetch'>;
  /** Sends the words and keeps the answer. */
  onSave(words: Words<N>): Promise<void>;
};

export function WordListsPage<N extends string>({ stored, ...props }: Props<N>) {
  const { title, section, text } = props.texts;
  return (
    <>
      <PageHeader title={title} />
      {stored.error ? (
        <ErrorState error={stored.error} onRetry={() => void stored.refetch()} />
      ) : (
        <SettingsSection text={text} title={section}>
          {stored.data ? <WordsForm words={stored.data} {...props} /> : <Skeleton height={160} />}
        </SettingsSection>
      )}
    </>
  );
}

type FormProps<N extends string> = Omit<Props<N>, 'stored'> & { words: Words<N> };

function WordsForm<N extends string>({ words, texts, lists, onSave }: FormProps<N>) {
  const [draft, setDraft] = useState(words);
  const save = useMutation({ mutationFn: () => onSave(draft), onSuccess: () => toastDone(texts.saved) });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack>
        <FormFailure error={save.error} shownAtFields={lists.map(({ name }) => name)} />
        {lists.map(({ name, label, description, most, known }) => (
          <TagsInput
            key={name}
            label={label}
            description={description}
            data={[...(known ?? [])]}
            limit={30}
            maxTags={most}
            error={fieldError(save.error, name)}
            value={draft[name]}
            onChange={(value) => setDraft({ ...draft, [name]: value })}
          />
        ))}
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending}>
            {texts.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
