// Writes a note for the team into the conversation; @ names somebody, who is told.
import { ActionIcon } from '@mantine/core';
import { IconNotes } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useDraft } from '#features/conversations/web/drafts/use-draft.ts';
import { api, client } from '#web/api.ts';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import styles from './Composer.module.css';
import { mentionedIn, suggestPeople } from './mentions.ts';
import type { Suggester } from './suggestions.ts';
import { WritingField } from './WritingField.tsx';

type Props = { conversationId: string; active: boolean };

export function NoteBox({ conversationId, active }: Props) {
  const t = useTranslations('composer');
  const queryClient = useQueryClient();
  const [text, setText] = useDraft(conversationId, 'note');
  const picked = useRef(new Set<string>());
  const members = useQuery(api.members.list.queryOptions({ input: { limit: 200 } }));
  const people = useMemo(() => members.data?.items ?? [], [members.data]);
  const suggesters = useMemo<Suggester[]>(
    () => [
      {
        sign: '@',
        label: t('people'),
        suggest: (query) =>
          suggestPeople(people, query).map((one) => ({
            ...one,
            take: () => void picked.current.add(one.id),
          })),
      },
    ],
    [people, t],
  );
  const add = useMutation({
    mutationFn: () =>
      client.conversations.addNote({
        id: conversationId,
        text: text.trim(),
        mentions: mentionedIn(text, people, picked.current).slice(0, 20),
      }),
    onSuccess: async () => {
      setText('');
      picked.current.clear();
      await queryClient.invalidateQueries({ queryKey: api.conversations.timeline.key() });
    },
  });
  const ready = text.trim() !== '' && !add.isPending;
  const send = () => {
    if (ready) add.mutate();
  };
  return (
    <>
      <FormFailure error={add.error} />
      <div className={styles.row}>
        <WritingField
          conversationId={conversationId}
          active={active}
          label={t('notePlaceholder')}
          placeholder={t('notePlaceholder')}
          hint={t('noteHint')}
          value={text}
          onChange={setText}
          onSend={send}
          suggesters={suggesters}
        />
        <ActionIcon
          size={36}
          className={styles.addNote}
          aria-label={t('addNote')}
          disabled={!ready}
          loading={add.isPending}
          onClick={send}
        >
          <IconNotes size={18} />
        </ActionIcon>
      </div>
    </>
  );
}
