// How many errors pause a campaign: a share of the last messages, and a least count; or never.
import { NumberInput, Switch } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { ErrorLimit } from '#features/sending/sending.contract.ts';
import { fieldError } from '#web/ui/form-failure.ts';
import styles from './ErrorLimitFields.module.css';

const USUAL_SHARE = 0.3;

type Props = {
  limit: ErrorLimit;
  onChange: (limit: ErrorLimit) => void;
  disabled?: boolean;
  /** What was refused, and where the limit stands in what was sent. */
  error?: unknown;
  path: string;
};

export function ErrorLimitFields({ limit, onChange, disabled = false, error, path }: Props) {
  const t = useTranslations('sending.errors');
  const { share, least } = limit;
  return (
    <>
      <Switch
        label={t('pause')}
        checked={share !== null}
        disabled={disabled}
        onChange={(event) => onChange({ ...limit, share: event.currentTarget.checked ? USUAL_SHARE : null })}
      />
      {share !== null && (
        <div className={styles.pair}>
          <NumberInput
            label={t('share')}
            description={t('shareHelp')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            suffix=" %"
            min={2}
            max={100}
            allowDecimal={false}
            disabled={disabled}
            value={Math.round(share * 100)}
            error={fieldError(error, `${path}.share`)}
            onChange={(percent) => onChange({ ...limit, share: Number(percent) / 100 })}
          />
          <NumberInput
            label={t('least')}
            description={t('leastHelp')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            min={5}
            max={10_000}
            allowDecimal={false}
            thousandSeparator
            disabled={disabled}
            value={least}
            error={fieldError(error, `${path}.least`)}
            onChange={(count) => onChange({ ...limit, least: Number(count) })}
          />
        </div>
      )}
    </>
  );
}
