// What the list of deals offers besides its primary action: taking along what is filtered, loading a file, and the files that were loaded.
import { Menu } from '@mantine/core';
import { IconDownload, IconFileImport, IconListCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { DEALS_EXPORT_PATH } from '#features/deals/deals-file.contract.ts';
import { type DealSearch, listFilterOf } from '#features/deals/web/deal-query.ts';
import { startDownload } from '#web/download.ts';
import { usePermission } from '#web/session.ts';
import { useFilters } from '#web/ui/use-filters.ts';

/** `count`: how many deals the filter finds; nothing to export without any. */
export function DealFilesMenu({ count }: { count: number | undefined }) {
  const t = useTranslations('dealFiles');
  const tImports = useTranslations('imports');
  const mayWrite = usePermission('deals:write');
  const [search] = useFilters<DealSearch>();
  const filter = encodeURIComponent(JSON.stringify(listFilterOf(search)));
  return (
    <>
      <Menu.Item
        leftSection={<IconDownload size={16} />}
        disabled={!count}
        onClick={() => startDownload(`${DEALS_EXPORT_PATH}?filter=${filter}`)}
      >
        {t('export', { count: count ?? 0 })}
      </Menu.Item>
      {mayWrite && (
        <>
          <Menu.Item
            leftSection={<IconFileImport size={16} />}
            renderRoot={(props) => <Link to="/deals/import" {...props} />}
          >
            {t('import')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconListCheck size={16} />}
            renderRoot={(props) => <Link to="/deals/imports" {...props} />}
          >
            {tImports('title')}
          </Menu.Item>
        </>
      )}
    </>
  );
}
