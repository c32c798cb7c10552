// Chooses an emoji: the last ones used, all by group, or found by name in the person's language.
import { Skeleton, TextInput, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { memo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRemembered } from '#web/remembered.ts';
import { useAppLocale } from '#web/use-app-locale.ts';
import styles from './EmojiPicker.module.css';
import { type Emoji, emojiIn, findEmoji, GROUPS } from './emoji-names.ts';

const MOST_RECENT = 16;

export function EmojiPicker({ onChoose }: { onChoose: (emoji: string) => void }) {
  const t = useTranslations('answerKinds.emoji');
  const locale = useAppLocale();
  const [search, setSearch] = useState('');
  const [kept, keep] = useRemembered('emoji');
  const recent = (kept ?? '').split(' ').filter(Boolean);
  const all = useQuery({
    queryKey: ['emoji', locale],
    queryFn: () => emojiIn(locale),
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
  });
  const choose = (emoji: string) => {
    keep([emoji, ...recent.filter((one) => one !== emoji)].slice(0, MOST_RECENT).join(' '));
    onChoose(emoji);
  };
  const found = all.data && search.trim() ? findEmoji(all.data, search) : null;
  return (
    <div className={styles.picker}>
      <TextInput
        size="xs"
        data-autofocus
        leftSection={<IconSearch size={14} aria-hidden />}
        aria-label={t('search')}
        placeholder={t('search')}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          if (found?.[0]) choose(found[0].emoji);
        }}
      />
      <div className={styles.all}>
        {all.isPending && <Skeleton height={200} />}
        {all.error && <p className={styles.none}>{t('failed')}</p>}
        {found &&
          (found.length > 0 ? (
            <Grid emoji={found} onChoose={choose} />
          ) : (
            <p className={styles.none}>{t('none')}</p>
          ))}
        {all.data && !found && (
          <>
            {recent.length > 0 && (
              <Group
                title={t('recent')}
                emoji={recent.map((emoji) => ({ emoji, name: emoji }))}
                onChoose={choose}
              />
            )}
            {GROUPS.map(({ group, name }) => (
              <Group
                key={group}
                title={t(`group.${name}`)}
                emoji={all.data.filter((one) => one.group === group)}
                onChoose={choose}
              />
            ))}
          </>
        )}
      </div>
    </div>
  );
}

type Shown = Pick<Emoji, 'emoji' | 'name'>;
type GridProps = { emoji: readonly Shown[]; onChoose: (emoji: string) => void };

function Group({ title, ...grid }: GridProps & { title: string }) {
  return (
    <section className={styles.group} aria-label={title}>
      <h4 className={styles.title}>{title}</h4>
      <Grid {...grid} />
    </section>
  );
}

const Grid = memo(function Grid({ emoji, onChoose }: GridProps) {
  return (
    <div className={styles.grid}>
      {emoji.map((one) => (
        <UnstyledButton
          key={one.emoji}
          className={styles.emoji}
          title={one.name}
          aria-label={one.name}
          onClick={() => onChoose(one.emoji)}
        >
          {one.emoji}
        </UnstyledButton>
      ))}
    </div>
  );
});
