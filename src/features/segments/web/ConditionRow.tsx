// One condition of a segment: about what, which check, compared with what.
import { ActionIcon, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { ContactCondition } from '#features/contacts/contact-conditions.contract.ts';
import type { Field } from '#features/fields/fields.contract.ts';
import { ConditionValue } from './ConditionValue.tsx';
import { checkOf, checksOf, SUBJECTS, startCondition, subjectOf, withCheck } from './condition-form.ts';
import styles from './Segments.module.css';

type Props = {
  condition: ContactCondition;
  fields: readonly Field[];
  /** Undefined: the last one of its group stays. */
  onRemove: (() => void) | undefined;
  onChange: (condition: ContactCondition) => void;
};

export function ConditionRow({ condition, fields, onRemove, onChange }: Props) {
  const t = useTranslations('segments');
  const field = condition.about === 'field' ? fields.find((each) => each.code === condition.code) : undefined;
  const subjects = [
    ...SUBJECTS.map((value) => ({ value: value as string, label: t(`subject.${value}`) })),
    ...fields.map(({ code, label }) => ({ value: `field:${code}`, label })),
  ];
  const subject = subjectOf(condition);
  if (!subjects.some((each) => each.value === subject)) subjects.push({ value: subject, label: subject });
  return (
    <div className={styles.condition}>
      <Select
        aria-label={t('about')}
        data={subjects}
        value={subject}
        searchable
        allowDeselect={false}
        onChange={(next) => next && onChange(startCondition(next))}
        classNames={{ root: styles.subject }}
      />
      <Select
        aria-label={t('checkLabel')}
        data={checksOf(condition, field).map((value) => ({ value, label: t(`check.${value as 'is'}`) }))}
        value={checkOf(condition)}
        allowDeselect={false}
        onChange={(check) => check && onChange(withCheck(condition, check))}
        classNames={{ root: styles.check }}
      />
      <div className={styles.value}>
        <ConditionValue condition={condition} field={field} onChange={onChange} />
      </div>
      {onRemove && (
        <ActionIcon
          variant="subtle"
          color="gray"
          className={styles.remove}
          aria-label={t('removeCondition')}
          onClick={onRemove}
        >
          <IconX size={16} />
        </ActionIcon>
      )}
    </div>
  );
}
