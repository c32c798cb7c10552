// The API documentation, drawn from the installation's own OpenAPI document: works without the internet.
import {
  ActionIcon,
  Anchor,
  NavLink,
  Select,
  Skeleton,
  TextInput,
  useMantineColorScheme,
} from '@mantine/core';
import { IconArrowLeft, IconMoon, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { setPageTitle } from '#web/page-title.ts';
import { requestJson } from '#web/request.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { useFilters } from '#web/ui/use-filters.ts';
import styles from './ApiDocs.module.css';
import { ApiOverview } from './ApiOverview.tsx';
import { DocumentContext } from './document-context.ts';
import { MethodBadge } from './MethodBadge.tsx';
import { OperationView } from './OperationView.tsx';
import { type ApiDocument, groupTitle, type OperationGroup, readGroups, searchGroups } from './openapi.ts';

type Place = { operation?: string; search?: string };

export function ApiDocsPage() {
  const t = useTranslations('docs');
  const [{ operation: openId, search = '' }, setPlace] = useFilters<Place>();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const {
    data: document,
    error,
    refetch,
  } = useQuery({
    queryKey: ['openapi'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => requestJson<ApiDocument>('GET', '/api/v1/openapi.json'),
  });
  const groups = useMemo(() => (document ? readGroups(document) : []), [document]);
  const found = useMemo(() => searchGroups(groups, search), [groups, search]);
  const open = groups.flatMap((group) => group.operations).find((operation) => operation.id === openId);
  useEffect(() => {
    setPageTitle(open?.summary ?? t('title'));
    window.document.querySelector('main')?.scrollTo(0, 0);
    window.document.querySelector('nav [data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [open, t]);
  const go = (id: string | null) => setPlace({ operation: id }, { replace: false });

  return (
    <div className={styles.frame}>
      <header className={styles.top}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('home')}
          renderRoot={(props) => <Link to="/" {...props} />}
        >
          <IconArrowLeft size={18} />
        </ActionIcon>
        <strong className={styles.brand}>Rondine</strong>
        <span className={styles.title}>{t('title')}</span>
        <div className={styles.tools}>
          <Anchor href="/api/v1/openapi.json" target="_blank" fz="sm" className={styles.download}>
            {t('download')}
          </Anchor>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('theme')}
            onClick={() => setColorScheme(colorScheme === 'dark' ? 'light' : 'dark')}
          >
            <IconMoon size={18} />
          </ActionIcon>
        </div>
      </header>
      <nav className={styles.contents} aria-label={t('contents')}>
        <TextInput
          type="search"
          leftSection={<IconSearch size={16} />}
          aria-label={t('search')}
          placeholder={t('search')}
          value={search}
          onChange={(event) => setPlace({ search: event.currentTarget.value })}
        />
        <div className={styles.choice}>
          <Select
            aria-label={t('operations')}
            placeholder={t('operations')}
            searchable
            clearable
            value={openId ?? null}
            data={found.map(({ name, operations }) => ({
              group: groupTitle(name),
              items: operations.map(({ id, summary }) => ({ value: id, label: summary })),
            }))}
            onChange={go}
          />
        </div>
        <div className={styles.list}>
          <NavLink label={t('overview')} active={!open} onClick={() => go(null)} component="button" />
          {found.map((group) => (
            <Group key={group.name} group={group} openId={openId} onOpen={go} />
          ))}
          {document && found.length === 0 && <p className={styles.nothing}>{t('nothing')}</p>}
        </div>
      </nav>
      <main className={styles.main} id="content" tabIndex={-1}>
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!document && !error && <Skeleton h={320} />}
        {document && (
          <DocumentContext value={document}>
            {open ? (
              <OperationView key={open.id} operation={open} />
            ) : (
              <ApiOverview groups={found} onOpen={go} />
            )}
          </DocumentContext>
        )}
      </main>
    </div>
  );
}

type GroupProps = { group: OperationGroup; openId: string | undefined; onOpen: (id: string) => void };

function Group({ group, openId, onOpen }: GroupProps) {
  return (
    <section>
      <h2 className={styles.group}>{groupTitle(group.name)}</h2>
      {group.operations.map(({ id, summary, method }) => (
        <NavLink
          key={id}
          component="button"
          className={styles.entry}
          label={summary}
          active={id === openId}
          onClick={() => onOpen(id)}
          rightSection={<MethodBadge method={method} />}
        />
      ))}
    </section>
  );
}
