// Links of the message: which are counted, which cannot be, short links in texts, and parameters for web analytics.
import { Button, Switch, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Template } from '#features/templates/templates.contract.ts';
import { api, client } from '#web/api.ts';
import { toastFailed } from '#web/ui/toast.tsx';
import styles from './CampaignEditor.module.css';
import type { CampaignEditing } from './use-campaign-draft.ts';

type Props = { editing: CampaignEditing };

export function EditorLinks({ editing }: Props) {
  const t = useTranslations('campaignTrial.links');
  const { draft, change, problem } = editing;
  const { links, templateId } = draft;
  const address = useQuery(api.links.address.queryOptions({ input: {} }));
  const template = useQuery({
    ...api.templates.get.queryOptions({ input: { id: templateId ?? '' } }),
    enabled: templateId !== null,
  });
  const set = (changes: Partial<typeof links>) => change({ links: { ...links, ...changes } });
  const utm = links.utm;
  const setUtm = (name: 'source' | 'medium' | 'campaign', value: string) =>
    set({ utm: { ...utm, [name]: value } });
  return (
    <section className={styles.section} aria-labelledby="campaign-links">
      <Title order={2} id="campaign-links">
        {t('title')}
      </Title>
      <p className={styles.help}>{t('help')}</p>
      <div className={styles.stack}>
        {template.data && address.data && <ButtonLinks template={template.data} start={address.data.start} />}
        <Switch
          label={t('shorten')}
          description={address.data?.reachable === false ? t('unreachable') : t('shortenHelp')}
          checked={links.shorten}
          onChange={(event) => set({ shorten: event.currentTarget.checked })}
        />
        <Switch
          label={t('utm')}
          description={t('utmHelp')}
          checked={utm !== null}
          onChange={(event) =>
            set({
              utm: event.currentTarget.checked
                ? { source: 'whatsapp', medium: 'campaign', campaign: slug(draft.name) }
                : null,
            })
          }
        />
        {utm && (
          <div className={styles.pair}>
            {(['source', 'medium', 'campaign'] as const).map((name) => (
              <TextInput
                key={name}
                label={`utm_${name}`}
                value={utm[name] ?? ''}
                error={problem(`links.utm.${name}`)}
                maxLength={100}
                onChange={(event) => setUtm(name, event.currentTarget.value)}
              />
            ))}
          </div>
        )}
      </div>
    </section>
  );
}

/** Each link button: counted, or why not, with the way to a template whose links can be. */
function ButtonLinks({ template, start }: { template: Template; start: string }) {
  const t = useTranslations('campaignTrial.links');
  const navigate = useNavigate();
  const makeTrackable = useMutation({
    mutationFn: () => trackableCopy(template, start),
    onSuccess: ({ id }) => navigate({ to: '/templates/$id', params: { id } }),
    onError: toastFailed,
  });
  const buttons = template.content.buttons.filter((button) => button.kind === 'url');
  const fixed = buttons.filter((button) => !button.url.startsWith(start));
  return (
    <>
      {buttons.map((button) => (
        <p key={button.text} className={styles.note}>
          {t(button.url.startsWith(start) ? 'counted' : 'notCounted', { name: button.text })}
        </p>
      ))}
      {fixed.length > 0 && (
        <div>
          <Button
            variant="default"
            size="xs"
            loading={makeTrackable.isPending}
            onClick={() => makeTrackable.mutate()}
          >
            {t('makeTrackable')}
          </Button>
        </div>
      )}
    </>
  );
}

/** A draft like the template whose link buttons go through our address; where they led is kept as their value. */
function trackableCopy(template: Template, start: string) {
  const variables = { ...template.variables };
  const buttons = template.content.buttons.map((button, index) => {
    if (button.kind !== 'url' || button.url.startsWith(start)) return button;
    variables[`button.${index}`] = { text: button.url.split('{{')[0] ?? '' };
    return { ...button, url: `${start}{{1}}`, example: `${start}3fK9mQ2x` };
  });
  return client.templates.create({
    name: `${template.name.slice(0, 500)}_counted`,
    language: template.language,
    category: template.category,
    accountId: template.accountId,
    content: { ...template.content, buttons },
    variables,
  });
}

function slug(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
