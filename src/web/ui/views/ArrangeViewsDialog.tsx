// The views that one may change: put in order, renamed, given to the team or taken from it, deleted.
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { ViewScope } from '#features/views/views.contract.ts';
import { Dialog } from '#web/ui/Dialog.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import type { Views } from './use-views.ts';
import { ViewRow } from './ViewRow.tsx';
import styles from './Views.module.css';

type Props<F> = { kept: Views<F>; onClose: () => void };

export function ArrangeViewsDialog<F>({ kept, onClose }: Props<F>) {
  const t = useTranslations('views');
  const views = kept.views.filter(kept.mayChange);
  const order = useMutation({
    mutationFn: (wanted: { scope: ViewScope; ids: string[] }) => kept.of.reorder(wanted),
    onSettled: kept.refresh,
  });
  return (
    <Dialog opened onClose={onClose} title={t('arrangeTitle')}>
      <FormFailure error={order.error} />
      {views.length === 0 && <p className={styles.none}>{t('empty')}</p>}
      {(['mine', 'team'] as const).map((scope) => {
        const ids = views.filter((view) => view.scope === scope).map((view) => view.id);
        const move = (id: string, by: number) => {
          const rest = ids.filter((other) => other !== id);
          order.mutate({ scope, ids: rest.toSpliced(ids.indexOf(id) + by, 0, id) });
        };
        return (
          ids.length > 0 && (
            <section key={scope} aria-label={t(`scope.${scope}`)}>
              <h3 className={styles.scope}>{t(`scope.${scope}`)}</h3>
              <ul className={styles.rows}>
                {views
                  .filter((view) => view.scope === scope)
                  .map((view, at) => (
                    <ViewRow
                      key={view.id}
                      kept={kept}
                      view={view}
                      onUp={at > 0 ? () => move(view.id, -1) : undefined}
                      onDown={at < ids.length - 1 ? () => move(view.id, 1) : undefined}
                    />
                  ))}
              </ul>
            </section>
          )
        );
      })}
    </Dialog>
  );
}
