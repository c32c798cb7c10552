// One segment: its name, its conditions, and beside them how many meet them now, and who.
import { Button, Menu, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { ContactConditions } from '#features/contacts/contact-conditions.contract.ts';
import type { Segment } from '#features/segments/segments.contract.ts';
import { api, client } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { confirm } from '#web/ui/confirm.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { fieldError } from '#web/ui/form-failure.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { toastDone, toastFailed } from '#web/ui/toast.tsx';
import { ConditionGroups, newGroup } from './ConditionGroups.tsx';
import { isComplete } from './condition-form.ts';
import styles from './Segments.module.css';

export function NewSegmentPage() {
  return <SegmentEditor segment={null} />;
}

export function SegmentPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error, refetch } = useQuery(api.segments.get.queryOptions({ input: { id } }));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return data ? <SegmentEditor key={data.id} segment={data} /> : null;
}

function SegmentEditor({ segment }: { segment: Segment | null }) {
  const t = useTranslations('segments');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const mayWrite = usePermission('contacts:write');
  const [name, setName] = useState(segment?.name ?? '');
  const [conditions, setConditions] = useState<ContactConditions>(
    segment?.conditions ?? { match: 'all', groups: [newGroup()] },
  );
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.segments.key() });
  const save = useMutation({
    mutationFn: () =>
      segment
        ? client.segments.update({ id: segment.id, name: name.trim(), conditions })
        : client.segments.create({ name: name.trim(), conditions }),
    onSuccess: async (saved) => {
      await refresh();
      toastDone(t('saved', { name: saved.name }));
      await navigate({ to: '/contacts/segments' });
    },
  });
  const remove = async () => {
    if (!segment) return;
    const title = t('deleteTitle', { name: segment.name });
    if (!(await confirm({ title, text: t('deleteText'), confirm: t('delete'), danger: true }))) return;
    try {
      await client.segments.delete({ id: segment.id });
      await navigate({ to: '/contacts/segments' });
      await refresh();
      toastDone(t('deleted', { name: segment.name }));
    } catch (error) {
      toastFailed(error);
    }
  };
  const complete = conditions.groups.every((group) => group.conditions.every(isComplete));
  return (
    <>
      <PageHeader
        title={segment ? segment.name : t('new')}
        back={{ to: '/contacts/segments', label: t('back') }}
        action={
          mayWrite && (
            <Button
              disabled={!complete || name.trim() === ''}
              loading={save.isPending}
              onClick={() => save.mutate()}
            >
              {t('save')}
            </Button>
          )
        }
        menu={
          mayWrite && segment ? (
            <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => void remove()}>
              {t('delete')}
            </Menu.Item>
          ) : undefined
        }
      />
      <div className={styles.page}>
        <div className={styles.form}>
          <FormFailure error={save.error} shownAtFields={['name']} />
          <TextInput
            label={t('name')}
            maw={420}
            maxLength={100}
            value={name}
            error={fieldError(save.error, 'name')}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <ConditionGroups value={conditions} onChange={setConditions} />
        </div>
        <People conditions={complete ? conditions : null} />
      </div>
    </>
  );
}

function People({ conditions }: { conditions: ContactConditions | null }) {
  const t = useTranslations('segments');
  const format = useFormatter();
  const [asked] = useDebouncedValue(conditions, 300);
  const input = { conditions: asked as ContactConditions };
  const count = useQuery({
    ...api.segments.count.queryOptions({ input }),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const people = useQuery({
    ...api.segments.contacts.queryOptions({ input: { ...input, limit: 8 } }),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (!conditions) return <aside className={styles.aside}>{t('incomplete')}</aside>;
  return (
    <aside className={styles.aside} aria-live="polite">
      <FormFailure error={count.error} />
      <p className={styles.note}>{t('now')}</p>
      <div className={`${styles.count} figures`}>
        {count.data ? t('people', { count: count.data.count, shown: format.number(count.data.count) }) : '…'}
      </div>
      <ul className={styles.people}>
        {people.data?.items.map((contact) => (
          <li key={contact.id}>
            <span>{contact.displayName}</span>
            <span className="figures">{contact.phone}</span>
          </li>
        ))}
      </ul>
      <p className={styles.note}>{t('askedAnew')}</p>
    </aside>
  );
}
