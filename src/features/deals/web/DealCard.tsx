// A deal on the board: it is held and dragged, opened, or moved from its menu.
import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { Menu } from '@mantine/core';
import { IconArrowRight, IconCalendar, IconClockExclamation, IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Deal } from '#features/deals/deal-shapes.contract.ts';
import { PersonAvatar } from '#web/ui/PersonAvatar.tsx';
import styles from './Board.module.css';
import { useBoardTools } from './board-context.ts';
import { isPast } from './deal-days.ts';
import { useDay } from './use-day.ts';
import { useDealMoney } from './use-deal-money.ts';

const AVATARS = 3;

export const DealCard = memo(function DealCard({ deal }: { deal: Deal }) {
  const t = useTranslations('deals');
  const money = useDealMoney();
  const day = useDay();
  const { mayWrite } = useBoardTools();
  const card = useRef<HTMLElement>(null);
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    const element = card.current;
    if (!element || !mayWrite) return;
    return draggable({
      element,
      getInitialData: () => ({ dealId: deal.id, height: element.offsetHeight }),
      onDragStart: () => setHeld(true),
      onDrop: () => setHeld(false),
    });
  }, [deal.id, mayWrite]);
  const { contacts, owner, amount, currency, closeDate, nextActivity, isRotting, daysInStage, stage } = deal;
  const isLate = closeDate !== null && stage.kind === 'open' && isPast(closeDate);
  return (
    <article ref={card} className={styles.card} data-held={isHeld || undefined}>
      <div className={styles.cardHead}>
        <Link
          to="/deals/$id"
          params={{ id: deal.id }}
          className={styles.cardTitle}
          draggable={false}
          data-card-link
        >
          {deal.title}
        </Link>
        {mayWrite && <CardMenu deal={deal} />}
      </div>
      <div className={styles.cardLine}>
        <span className={`${styles.amount} figures`}>
          {amount !== null && currency !== null ? money(amount, currency) : t('noAmount')}
        </span>
        {closeDate && (
          <span className={styles.when} data-late={isLate || undefined} title={t('closeDate')}>
            <IconCalendar size={13} aria-hidden />
            <span className="only-for-screen-readers">{t('closeDate')}</span>
            {day(closeDate)}
          </span>
        )}
      </div>
      <div className={styles.cardLine}>
        <span className={styles.contacts} title={contacts.map(({ name }) => name).join(', ')}>
          <span className={styles.avatars}>
            {contacts.slice(0, AVATARS).map(({ id, name }) => (
              <PersonAvatar key={id} name={name} size={20} />
            ))}
          </span>
          <span className={styles.cut}>
            {contacts[0]?.name ?? t('noContact')}
            {contacts.length > 1 && <span className={styles.quiet}> +{contacts.length - 1}</span>}
          </span>
        </span>
      </div>
      <div className={`${styles.cardLine} ${styles.foot}`}>
        <span className={styles.cut} title={t('form.owner')}>
          <span className="only-for-screen-readers">{t('form.owner')} </span>
          {owner?.name ?? t('noOwner')}
        </span>
        {nextActivity && (
          <span className={styles.activity} data-when={nextActivity.when} title={nextActivity.title}>
            {t(`activity.${nextActivity.when}`)}
          </span>
        )}
        <span
          className={`${styles.days} figures`}
          data-rotting={isRotting || undefined}
          title={isRotting ? t('rotting', { count: daysInStage }) : t('daysLong', { count: daysInStage })}
        >
          {isRotting && <IconClockExclamation size={13} aria-hidden />}
          {t('days', { count: daysInStage })}
        </span>
      </div>
    </article>
  );
});

function CardMenu({ deal }: { deal: Deal }) {
  const t = useTranslations('deals');
  const { stages, drop } = useBoardTools();
  const button = useRef<HTMLButtonElement>(null);
  const [isAsked, setAsked] = useState(false);
  const looks = {
    ref: button,
    className: styles.menu,
    'aria-label': t('actions', { title: deal.title }),
    children: <IconDots size={16} />,
  };
  // Even closed, a menu is dear to draw, and a board has dozens: it is made for who asks for it.
  if (!isAsked)
    return (
      <button
        type="button"
        {...looks}
        aria-haspopup="menu"
        aria-expanded={false}
        onClick={() => setAsked(true)}
      />
    );
  return (
    <Menu position="bottom-end" defaultOpened onClose={() => button.current?.focus()}>
      <Menu.Target>
        <button type="button" {...looks} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('moveTo')}</Menu.Label>
        {stages
          .filter(({ id }) => id !== deal.stage.id)
          .map(({ id, name }) => (
            <Menu.Item
              key={id}
              leftSection={<IconArrowRight size={15} />}
              onClick={() => drop(deal.id, id, 0)}
            >
              {name}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
