// A dialog above the page for one short task; its title names the task.
import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';

export function Dialog(props: ModalProps) {
  const t = useTranslations('ui');
  useKeyboardBack();
  return (
    <Modal
      {...props}
      closeButtonProps={{ 'aria-label': t('close') }}
      styles={{ title: { fontSize: 16, fontWeight: 600 } }}
    />
  );
}

/** Gives the keyboard back to what had it, also when the dialog is drawn only while it is open. */
function useKeyboardBack(): void {
  const [cameFrom] = useState(askedFrom);
  useEffect(
    () => () => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost) cameFrom?.focus({ preventScroll: true });
    },
    [cameFrom],
  );
}

/** What has the keyboard; an item of a menu goes with its menu, so then the button of the menu. */
function askedFrom(): HTMLElement | null {
  const active = document.activeElement;
  const menu = active?.closest('[role="menu"]');
  const asked = menu ? document.querySelector(`[aria-controls="${menu.id}"]`) : active;
  return asked instanceof HTMLElement ? asked : null;
}
