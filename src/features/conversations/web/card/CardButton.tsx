// Shows and hides the contact's card, from the head of the thread or by key.
import { ActionIcon } from '@mantine/core';
import { IconLayoutSidebarRight, IconLayoutSidebarRightFilled } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useKeys } from '#web/keys/keys.ts';
import type { CardPlace } from './use-card.ts';

export function CardButton({ place }: { place: CardPlace }) {
  const t = useTranslations('contactCard');
  const Icon = place.isOpen ? IconLayoutSidebarRightFilled : IconLayoutSidebarRight;
  useKeys(t('title'), [{ key: 'i', label: t('toggle'), run: place.toggle }]);
  const label = t(place.isOpen ? 'hide' : 'show');
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={label}
      title={label}
      aria-expanded={place.isOpen}
      onClick={place.toggle}
    >
      <Icon size={18} />
    </ActionIcon>
  );
}
