// What the menu of a deal offers wherever it is shown: its next step, a copy, its end.
import { Menu } from '@mantine/core';
import { IconCalendarPlus, IconCopy, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Deal } from '#features/deals/deal-shapes.contract.ts';
import { api, client } from '#web/api.ts';
import { confirm } from '#web/ui/confirm.ts';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';

type Props = {
  deal: Deal;
  /** Left out where activities are planned in sight. */
  onPlan?: () => void;
  /** Leaves what shows only this deal. */
  onDeleted?: () => Promise<void>;
};

export function DealMenuItems({ deal: { id, title }, onPlan, onDeleted }: Props) {
  const t = useTranslations('dealPage');
  const words = useTranslations('dealActivities');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const clone = async () => {
    try {
      const copy = await client.deals.clone({ key: id });
      toastDone(t('cloned'));
      await navigate({ to: '/deals/$id', params: { id: copy.id } });
      await queryClient.invalidateQueries({ queryKey: api.deals.key() });
    } catch (error) {
      toastFailed(error);
    }
  };
  const remove = async () => {
    const yes = await confirm({
      title: t('deleteTitle', { title }),
      text: t('deleteText'),
      confirm: t('delete'),
      danger: true,
    });
    if (!yes) return;
    try {
      await client.deals.delete({ key: id });
      toastDone(t('deleted'));
      await onDeleted?.();
      queryClient.removeQueries({ queryKey: api.deals.get.queryKey({ input: { key: id } }) });
      await queryClient.invalidateQueries({ queryKey: api.deals.key() });
    } catch (error) {
      toastFailed(error);
    }
  };
  return (
    <>
      {onPlan && (
        <Menu.Item leftSection={<IconCalendarPlus size={16} />} onClick={onPlan}>
          {words('plan')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => void clone()}>
        {t('clone')}
      </Menu.Item>
      <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => void remove()}>
        {t('delete')}
      </Menu.Item>
    </>
  );
}
