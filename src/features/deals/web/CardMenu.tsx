// What can be done with a card without dragging it: its next step planned, another stage.
import { Menu } from '@mantine/core';
import { IconArrowRight, IconCalendarPlus } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Deal } from '#features/deals/deal-shapes.contract.ts';
import { MenuOnDemand } from '#web/ui/MenuOnDemand.tsx';
import styles from './Board.module.css';
import { useBoardTools } from './board-context.ts';

export function CardMenu({ deal }: { deal: Deal }) {
  const { words } = useBoardTools();
  return (
    <MenuOnDemand label={words.actions(deal.title)} className={styles.menu}>
      {() => <Items deal={deal} />}
    </MenuOnDemand>
  );
}

function Items({ deal }: { deal: Deal }) {
  const t = useTranslations('deals');
  const words = useTranslations('dealActivities');
  const { stages, drop, plan } = useBoardTools();
  return (
    <>
      <Menu.Item leftSection={<IconCalendarPlus size={15} />} onClick={() => plan(deal)}>
        {words('plan')}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Label>{t('moveTo')}</Menu.Label>
      {stages
        .filter(({ id }) => id !== deal.stage.id)
        .map(({ id, name }) => (
          <Menu.Item key={id} leftSection={<IconArrowRight size={15} />} onClick={() => drop(deal.id, id, 0)}>
            {name}
          </Menu.Item>
        ))}
    </>
  );
}
