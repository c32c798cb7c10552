// What a page or panel offers besides its primary action, behind three dots.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { DotsMenu } from './DotsMenu.tsx';

/** `children` are `Menu.Item`s. */
export function PageMenu({ children }: { children: ReactNode }) {
  const t = useTranslations('ui');
  return (
    <DotsMenu size="lg" label={t('moreActions')}>
      {children}
    </DotsMenu>
  );
}
