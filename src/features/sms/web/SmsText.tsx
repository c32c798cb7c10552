// Writes the text of an SMS, and says how many parts it takes and why.
import { Textarea } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { smsLength } from '#features/sms/sms-length.ts';

type Props = {
  value: string;
  error?: string | undefined;
  onChange: (value: string) => void;
};

export function SmsText({ value, error, onChange }: Props) {
  const t = useTranslations('sms');
  const { length, parts, left, culprit } = smsLength(value);
  return (
    <Textarea
      label={t('smsText')}
      description={
        <>
          {t('length', { length, parts, left })} {culprit && t('culprit', { character: culprit })}
          {value.includes('%%') && ` ${t('valuesCount')}`}
        </>
      }
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      placeholder={t('smsPlaceholder')}
      autosize
      minRows={3}
      maxLength={600}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
