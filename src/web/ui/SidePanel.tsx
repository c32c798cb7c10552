// Details beside the list: has its own address, closes with Escape, fills the screen on a phone. A form in it marks its
// first input with `data-autofocus`.
import { ActionIcon, CloseButton, Title } from '@mantine/core';
import { useMergedRef } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import { type ReactNode, useCallback, useEffect, useId, useRef } from 'react';
import { useTranslations } from 'use-intl';
import styles from './SidePanel.module.css';

type Props = {
  title: ReactNode;
  /** Beside the title: a state. */
  badge?: ReactNode;
  /** Actions of the thing shown. */
  actions?: ReactNode;
  /** Changes the address back to the list's. */
  onClose: () => void;
  children: ReactNode;
  /** Stays below the content: a composer, the buttons of a form. */
  foot?: ReactNode;
};

export function SidePanel({ title, badge, actions, onClose, children, foot }: Props) {
  const t = useTranslations('ui');
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  const cameFrom = useRef<Element | null>(null);
  const enter = useCallback((element: HTMLElement | null) => {
    if (element === null || cameFrom.current !== null) return;
    cameFrom.current = document.activeElement;
    const first = element.querySelector<HTMLElement>('[data-autofocus]') ?? element;
    first.focus({ preventScroll: true });
  }, []);
  useEffect(
    () => () => {
      if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus({ preventScroll: true });
    },
    [],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // A menu or dialog above the panel closes first.
      const floating = [...document.querySelectorAll('[role="menu"], [role="dialog"], [role="listbox"]')];
      // Closed lists of choices stay in the document, unseen.
      const isCovered = floating.some((element) => element.checkVisibility());
      if (event.key === 'Escape' && !event.defaultPrevented && !isCovered) onClose();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onClose]);

  return (
    <aside ref={useMergedRef(panel, enter)} className={styles.panel} aria-labelledby={id} tabIndex={-1}>
      <header className={styles.head}>
        <ActionIcon
          className={styles.back}
          variant="subtle"
          color="gray"
          size={44}
          aria-label={t('back')}
          onClick={onClose}
        >
          <IconArrowLeft size={20} />
        </ActionIcon>
        <Title order={2} id={id} className={styles.title}>
          {title}
        </Title>
        {badge}
        <div className={styles.actions}>
          {actions}
          <CloseButton className={styles.close} aria-label={t('close')} onClick={onClose} />
        </div>
      </header>
      <div className={styles.content}>{children}</div>
      {foot !== undefined && <footer className={styles.foot}>{foot}</footer>}
    </aside>
  );
}
