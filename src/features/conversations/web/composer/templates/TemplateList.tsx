// The approved templates to choose from: favourites first, found by words and language, starred in place.
import { ActionIcon, Select, Skeleton, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconSearch, IconStar, IconStarFilled } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Template } from '#features/templates/templates.contract.ts';
import { useLanguageName } from '#features/templates/web/language-names.ts';
import { api } from '#web/api.ts';
import { toastFailed } from '#web/ui/toast.tsx';
import { findTemplates } from './find-templates.ts';
import styles from './templates.module.css';

type Props = {
  templates: readonly Template[];
  isPending: boolean;
  chosenId: string | null;
  onChoose: (id: string) => void;
};

export function TemplateList({ templates, isPending, chosenId, onChoose }: Props) {
  const t = useTranslations('answerKinds.templates');
  const nameOf = useLanguageName();
  const [search, setSearch] = useState('');
  const [language, setLanguage] = useState<string | null>(null);
  const languages = [...new Set(templates.map((one) => one.language))].toSorted();
  const found = findTemplates(templates, search, language);
  return (
    <div className={styles.choose}>
      <TextInput
        data-autofocus
        leftSection={<IconSearch size={15} aria-hidden />}
        placeholder={t('search')}
        aria-label={t('search')}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {languages.length > 1 && (
        <Select
          aria-label={t('language')}
          placeholder={t('anyLanguage')}
          clearable
          data={languages.map((code) => ({ value: code, label: nameOf(code) }))}
          value={language}
          onChange={setLanguage}
        />
      )}
      <ul className={styles.list} aria-label={t('approved')}>
        {isPending && [0, 1, 2, 3].map((at) => <Skeleton key={at} height={52} mb={6} />)}
        {found.map((template) => (
          <li key={template.id} className={styles.item} data-chosen={template.id === chosenId || undefined}>
            <UnstyledButton
              className={styles.name}
              aria-current={template.id === chosenId}
              onClick={() => onChoose(template.id)}
            >
              <span>{template.name}</span>
              <span className={styles.excerpt}>
                {nameOf(template.language)} · {template.content.body.text}
              </span>
            </UnstyledButton>
            <Star template={template} />
          </li>
        ))}
      </ul>
      {!isPending && found.length === 0 && (
        <Text size="sm" c="dimmed">
          {templates.length === 0 ? t('none') : t('noMatch')}
        </Text>
      )}
    </div>
  );
}

function Star({ template }: { template: Template }) {
  const t = useTranslations('answerKinds.templates');
  const queryClient = useQueryClient();
  const mark = useMutation(
    api.templates.setFavourite.mutationOptions({
      onError: (error) => toastFailed(error),
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.templates.list.key() }),
    }),
  );
  const { id, favourite, name } = template;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-pressed={favourite}
      aria-label={t('favourite', { name })}
      loading={mark.isPending}
      onClick={() => mark.mutate({ id, favourite: !favourite })}
    >
      {favourite ? <IconStarFilled size={15} className={styles.star} /> : <IconStar size={15} />}
    </ActionIcon>
  );
}
