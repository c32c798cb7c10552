// A deal on the board: it is held and dragged, opened, or moved from its menu.
import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { IconCalendar, IconCalendarPlus, IconClockExclamation } from '@tabler/icons-react';
import { memo, useEffect, useRef, useState } from 'react';
import type { Deal } from '#features/deals/deal-shapes.contract.ts';
import { PersonAvatar } from '#web/ui/PersonAvatar.tsx';
import styles from './Board.module.css';
import { useBoardTools } from './board-context.ts';
import { CardMenu } from './CardMenu.tsx';
import { isPast } from './deal-days.ts';
import { addressOf } from './use-card-links.ts';

const AVATARS = 3;

export const DealCard = memo(function DealCard({ deal }: { deal: Deal }) {
  const { mayWrite, words } = useBoardTools();
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
  const closing = stage.kind === 'open' ? words.closeDate : words.closedOn;
  const isLate = closeDate !== null && stage.kind === 'open' && isPast(closeDate);
  return (
    <article ref={card} className={styles.card} data-held={isHeld || undefined}>
      <div className={styles.cardHead}>
        <a href={addressOf(deal.id)} className={styles.cardTitle} draggable={false} data-card-link>
          {deal.title}
        </a>
        {mayWrite && <CardMenu deal={deal} />}
      </div>
      <div className={styles.cardLine}>
        <span className={`${amount === null ? styles.quiet : styles.amount} figures`}>
          {amount !== null && currency !== null ? words.money(amount, currency) : words.noAmount}
        </span>
        {closeDate && (
          <span className={styles.when} data-late={isLate || undefined} title={closing}>
            <IconCalendar size={13} aria-hidden />
            <span className="only-for-screen-readers">{closing} </span>
            {words.day(closeDate)}
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
            {contacts[0]?.name ?? words.noContact}
            {contacts.length > 1 && <span className={styles.quiet}> +{contacts.length - 1}</span>}
          </span>
        </span>
        <span className={styles.when} title={words.created}>
          <IconCalendarPlus size={13} aria-hidden />
          <span className="only-for-screen-readers">{words.created} </span>
          {words.createdOn(deal.createdAt)}
        </span>
      </div>
      <div className={`${styles.cardLine} ${styles.foot}`}>
        <span className={styles.cut} title={words.owner}>
          <span className="only-for-screen-readers">{words.owner} </span>
          {owner?.name ?? words.noOwner}
        </span>
        {nextActivity && (
          <span className={styles.activity} data-when={nextActivity.when} title={nextActivity.title}>
            {words.activity[nextActivity.when]}
          </span>
        )}
        <span
          className={`${styles.days} figures`}
          data-rotting={isRotting || undefined}
          title={isRotting ? words.rotting(daysInStage) : words.daysLong(daysInStage)}
        >
          {isRotting && <IconClockExclamation size={13} aria-hidden />}
          {words.days(daysInStage)}
        </span>
      </div>
    </article>
  );
});
