// What can be done with one contact as a whole: merge with another, block, unblock, export, delete.
import { Menu } from '@mantine/core';
import { IconArrowsJoin2, IconBan, IconFileZip, IconRestore, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Contact } from '#features/contacts/contacts.contract.ts';
import { usePermission } from '#web/session.ts';
import { PageMenu } from '#web/ui/PageMenu.tsx';
import { useContactActions } from './contact-actions.ts';
import { DeleteContactDialog } from './DeleteContactDialog.tsx';
import { ExportContactDialog } from './ExportContactDialog.tsx';
import { MergeDialog } from './merge/MergeDialog.tsx';

type Props = {
  contact: Contact;
  onGone: () => void;
  /** Called with the id of what it became together with another. */
  onMerged: (id: string) => void;
};

export function ContactMenu({ contact, onGone, onMerged }: Props) {
  const t = useTranslations('contacts');
  const merge = useTranslations('contactMerge');
  const actions = useContactActions();
  const mayWrite = usePermission('contacts:write');
  const mayDelete = usePermission('contacts:delete');
  const exporting = useTranslations('contactExport');
  const mayDisclose = usePermission('contacts:disclose');
  const [isExporting, setExporting] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const [merging, setMerging] = useState(false);
  const selection = { ids: [contact.id] };
  if (!mayWrite) return null;
  return (
    <>
      <PageMenu>
        <Menu.Item leftSection={<IconArrowsJoin2 size={16} />} onClick={() => setMerging(true)}>
          {merge('action')}
        </Menu.Item>
        {contact.blockedAt ? (
          <Menu.Item leftSection={<IconRestore size={16} />} onClick={() => void actions.unblock(selection)}>
            {t('bulk.unblock')}
          </Menu.Item>
        ) : (
          <Menu.Item leftSection={<IconBan size={16} />} onClick={() => void actions.block(selection, 1)}>
            {t('bulk.block')}
          </Menu.Item>
        )}
        {mayDisclose && (
          <Menu.Item leftSection={<IconFileZip size={16} />} onClick={() => setExporting(true)}>
            {exporting('action')}
          </Menu.Item>
        )}
        {mayDelete && (
          <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => setDeleting(true)}>
            {t('bulk.delete')}
          </Menu.Item>
        )}
      </PageMenu>
      {merging && <MergeDialog id={contact.id} onClose={() => setMerging(false)} onMerged={onMerged} />}
      {isExporting && <ExportContactDialog contact={contact} onClose={() => setExporting(false)} />}
      {deleting && (
        <DeleteContactDialog contact={contact} onClose={() => setDeleting(false)} onGone={onGone} />
      )}
    </>
  );
}
