// For who needs it: hours and an error limit of this campaign's own, beside what the settings say.
import { Anchor, Collapse, Radio, Title, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { ErrorLimitFields } from '#features/sending/web/ErrorLimitFields.tsx';
import { useSpelledErrorLimit, useSpelledHours } from '#features/sending/web/use-spelled.ts';
import { OFFICE_WEEK, WeekHours } from '#features/sending/web/WeekHours.tsx';
import { api } from '#web/api.ts';
import styles from './CampaignEditor.module.css';
import type { CampaignEditing } from './use-campaign-draft.ts';

export function EditorSending({ editing }: { editing: CampaignEditing }) {
  const t = useTranslations('sending.own');
  const { draft, change, failure } = editing;
  const { hours, errorLimit } = draft;
  const hasOwn = hours !== null || errorLimit !== null;
  const [open, { toggle }] = useDisclosure(hasOwn);
  const settings = useQuery(api.sending.getSettings.queryOptions({ input: {} }));
  const spellHours = useSpelledHours();
  const spellLimit = useSpelledErrorLimit();
  const usual = settings.data;
  return (
    <section className={styles.section} aria-labelledby="campaign-sending">
      <UnstyledButton className={styles.unfold} aria-expanded={open} onClick={toggle}>
        <Title order={2} id="campaign-sending">
          {t('title')}
        </Title>
        <IconChevronDown size={16} aria-hidden />
      </UnstyledButton>
      {!open && (
        <p className={styles.note}>
          {hours === null
            ? usual && spellHours(usual.hours)
            : hours.kind === 'own'
              ? spellHours(hours)
              : t('anyTime')}
        </p>
      )}
      <Collapse expanded={open}>
        <p className={styles.help}>
          {t('help')}{' '}
          <Anchor
            size="sm"
            underline="always"
            renderRoot={(props) => <Link to="/settings/sending" {...props} />}
          >
            {t('settings')}
          </Anchor>
        </p>
        <Radio.Group
          label={t('hours')}
          value={hours?.kind ?? 'usual'}
          onChange={(kind) =>
            change({
              hours:
                kind === 'own'
                  ? { kind, days: (usual?.hours ?? OFFICE_WEEK).days }
                  : kind === 'any_time'
                    ? { kind }
                    : null,
            })
          }
        >
          <div className={styles.choices}>
            <Radio value="usual" label={t('asWorkspace', { value: usual ? spellHours(usual.hours) : '…' })} />
            <Radio value="any_time" label={t('anyTime')} />
            <Radio value="own" label={t('ownHours')} />
          </div>
        </Radio.Group>
        {hours?.kind === 'own' && (
          <WeekHours
            days={hours.days}
            onChange={(days) => change({ hours: { kind: 'own', days } })}
            error={failure}
            path="hours.days"
          />
        )}
        <Radio.Group
          mt="md"
          label={t('errors')}
          value={errorLimit === null ? 'usual' : 'own'}
          onChange={(value) =>
            change({
              errorLimit: value === 'own' ? (usual?.errorLimit ?? { share: 0.3, least: 50 }) : null,
            })
          }
        >
          <div className={styles.choices}>
            <Radio
              value="usual"
              label={t('asWorkspace', { value: usual ? spellLimit(usual.errorLimit) : '…' })}
            />
            <Radio value="own" label={t('ownErrors')} />
          </div>
        </Radio.Group>
        {errorLimit && (
          <div className={styles.stack}>
            <ErrorLimitFields
              limit={errorLimit}
              onChange={(limit) => change({ errorLimit: limit })}
              error={failure}
              path="errorLimit"
            />
          </div>
        )}
      </Collapse>
    </section>
  );
}
