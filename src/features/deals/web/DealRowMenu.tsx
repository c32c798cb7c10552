// The menu of a deal in the table.
import { useTranslations } from 'use-intl';
import type { Deal } from '#features/deals/deal-shapes.contract.ts';
import { MenuOnDemand } from '#web/ui/MenuOnDemand.tsx';
import styles from './Board.module.css';
import { DealMenuItems } from './DealMenuItems.tsx';

export function DealRowMenu({ deal, onPlan }: { deal: Deal; onPlan: (deal: Deal) => void }) {
  const t = useTranslations('deals');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the row from opening when its menu is used
    <span onClick={(event) => event.stopPropagation()} onKeyDown={(event) => event.stopPropagation()}>
      <MenuOnDemand label={t('actions', { title: deal.title })} className={styles.rowMenu}>
        {() => <DealMenuItems deal={deal} onPlan={() => onPlan(deal)} />}
      </MenuOnDemand>
    </span>
  );
}
