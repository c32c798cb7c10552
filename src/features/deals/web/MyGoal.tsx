// On the board: how far the person is on the way to this month's goal; nothing while they have none.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { api } from '#web/api.ts';
import { useSession } from '#web/session.ts';
import { useToday } from '#web/ui/report/use-today.ts';
import { GoalBar } from './GoalBar.tsx';
import styles from './Goals.module.css';
import { progressOf } from './goal-progress.ts';
import { useDealMoney } from './use-deal-money.ts';

export function MyGoal() {
  const t = useTranslations('dealGoals');
  const spell = useDealMoney();
  const me = useSession().user.id;
  const month = useToday().slice(0, 7);
  const { data } = useQuery(api.dealReports.goals.queryOptions({ input: { month } }));
  const mine = data?.items.find(({ owner }) => owner.userId === me);
  if (!data || !mine?.goal || mine.goal.worth === null) return null;
  const progress = progressOf(mine);
  const words = t('mine', {
    won: spell(progress.won, data.currency),
    goal: spell(mine.goal.worth, data.currency),
  });
  return (
    <Link className={styles.mine} to="/deals/report" search={{ owner: 'me' }} title={t('mineTitle')}>
      <span className="figures">{words}</span>
      <GoalBar progress={progress} label={t('mineTitle')} size={4} />
    </Link>
  );
}
