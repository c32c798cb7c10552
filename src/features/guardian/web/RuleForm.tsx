// One rule: what it asks, where it comes from, and its numbers within their bounds.
import { Button, Group, NumberInput, Switch, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import type { GuardianRule, RuleParameter } from '#features/guardian/guardian.contract.ts';
import { api, client } from '#web/api.ts';
import { usePermission } from '#web/session.ts';
import { FormFailure } from '#web/ui/FormFailure.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import { toastDone } from '#web/ui/toast.tsx';
import styles from './Guardian.module.css';

type Values = Record<string, number | boolean>;
type Speak = (key: string) => string;

const TONES = { block: 'bad', warn: 'attention', inform: 'neutral' } as const;
const STEPS = { count: 1, share: 0.05, factor: 0.1, switch: 1 } as const;

export function RuleForm({ rule }: { rule: GuardianRule }) {
  const t = useTranslations('guardian.settings');
  const tr = useTranslations('guardianRules') as unknown as Speak;
  const queryClient = useQueryClient();
  const mayWrite = usePermission('guardian:write');
  const valuesOf = (from: GuardianRule): Values =>
    Object.fromEntries(from.parameters.map(({ name, value }) => [name, value]));
  const [values, setValues] = useState<Values>(() => valuesOf(rule));
  const save = useMutation({
    mutationFn: (parameters: Values) => client.guardian.setRule({ id: rule.id, parameters }),
    onSuccess: async (saved) => {
      setValues(valuesOf(saved));
      toastDone(t('saved'));
      await queryClient.invalidateQueries({ queryKey: api.guardian.key() });
    },
  });
  const changed = rule.parameters.some(({ name, value }) => values[name] !== value);
  const unusual = rule.parameters.some(({ value, standard }) => value !== standard);
  return (
    <form
      className={styles.card}
      aria-labelledby={`rule-${rule.id}`}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(values);
      }}
    >
      <div className={styles.head}>
        <Title order={2} id={`rule-${rule.id}`}>
          {tr(`${rule.id}.title`)}
        </Title>
        <StatusBadge tone={TONES[rule.level]}>{t(`level.${rule.level}`)}</StatusBadge>
      </div>
      <p className={styles.text}>{tr(`${rule.id}.asks`)}</p>
      <p className={styles.quiet}>
        {t('source', { source: rule.source })}
        {rule.changedBy && unusual && ` · ${t('changed', { name: rule.changedBy })}`}
      </p>
      {rule.parameters.length === 0 ? (
        <p className={styles.quiet}>{t('fixed')}</p>
      ) : (
        <>
          <FormFailure error={save.error} />
          <div className={styles.numbers}>
            {rule.parameters.map((parameter) => (
              <Parameter
                key={parameter.name}
                label={tr(`${rule.id}.parameters.${parameter.name}`)}
                parameter={parameter}
                value={values[parameter.name]!}
                disabled={!mayWrite}
                onChange={(value) => setValues({ ...values, [parameter.name]: value })}
              />
            ))}
          </div>
          {mayWrite && (changed || unusual) && (
            <Group justify="flex-end" mt={12}>
              {unusual && (
                <Button variant="subtle" loading={save.isPending} onClick={() => save.mutate({})}>
                  {t('reset')}
                </Button>
              )}
              {changed && (
                <Button type="submit" loading={save.isPending}>
                  {t('save')}
                </Button>
              )}
            </Group>
          )}
        </>
      )}
    </form>
  );
}

type ParameterProps = {
  label: string;
  parameter: RuleParameter;
  value: number | boolean;
  disabled: boolean;
  onChange(value: number | boolean): void;
};

function Parameter({ label, parameter, value, disabled, onChange }: ParameterProps) {
  const t = useTranslations('guardian.settings');
  const format = useFormatter();
  const separators = useSeparators();
  if (parameter.kind === 'switch')
    return (
      <Switch
        label={label}
        disabled={disabled}
        checked={value === true}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    );
  const share = parameter.kind === 'share';
  const factor = share ? 100 : 1;
  const spell = (number: number | boolean | null) =>
    format.number(Number(number), share ? { style: 'percent' } : {});
  return (
    <NumberInput
      label={label}
      description={t('standard', {
        value: spell(parameter.standard),
        least: spell(parameter.least),
        most: spell(parameter.most),
      })}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      disabled={disabled}
      value={Math.round(Number(value) * factor * 100) / 100}
      min={(parameter.least ?? 0) * factor}
      max={(parameter.most ?? Number.MAX_SAFE_INTEGER) * factor}
      step={STEPS[parameter.kind] * factor}
      suffix={share ? ' %' : ''}
      thousandSeparator={separators.group}
      decimalSeparator={separators.decimal}
      allowDecimal={parameter.kind !== 'count' && !share}
      onChange={(next) => typeof next === 'number' && onChange(next / factor)}
    />
  );
}

/** How the person's language writes numbers. */
function useSeparators(): { group: string; decimal: string } {
  const parts = new Intl.NumberFormat(useLocale()).formatToParts(12_345.6);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return { group: of('group'), decimal: of('decimal') };
}
