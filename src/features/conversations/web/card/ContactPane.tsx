// Where the card stands: a pane beside the thread where there is room, else a sheet above it.
import { ActionIcon, Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { SetInboxSearch } from '#features/conversations/web/list/inbox-search.ts';
import { phoneWidth } from '#web/layout/phone-width.ts';
import { ContactCard } from './ContactCard.tsx';
import styles from './card.module.css';
import type { CardPlace } from './use-card.ts';

type Props = { conversationId: string; setSearch: SetInboxSearch; place: CardPlace };

export function ContactPane({ conversationId, setSearch, place }: Props) {
  const t = useTranslations('contactCard');
  const isPhone = useMediaQuery(phoneWidth, window.matchMedia(phoneWidth).matches);
  const close = (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={isPhone ? 44 : 'lg'}
      aria-label={t('hide')}
      onClick={place.toggle}
    >
      <IconX size={18} />
    </ActionIcon>
  );
  const card = place.isOpen && (
    <ContactCard key={conversationId} conversationId={conversationId} setSearch={setSearch} close={close} />
  );
  if (place.isWide)
    return (
      card && (
        <aside className={styles.pane} aria-label={t('title')}>
          {card}
        </aside>
      )
    );
  return (
    <Drawer.Root
      opened={place.isOpen}
      onClose={place.toggle}
      position={isPhone ? 'bottom' : 'right'}
      size={isPhone ? '90%' : 380}
    >
      <Drawer.Overlay />
      <Drawer.Content aria-label={t('title')} classNames={{ content: styles.sheet }}>
        {card}
      </Drawer.Content>
    </Drawer.Root>
  );
}
