// Above a form: what the server refused and no single input is to blame for.
import { Alert, Code } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { toApiFailure } from '#web/api-failure.ts';
import { unshownFields } from './form-failure.ts';

type Props = {
  /** Of the mutation; nothing is drawn while there is none. */
  error: unknown;
  /** Inputs that show their own message. */
  shownAtFields?: readonly string[];
};

export function FormFailure({ error, shownAtFields = [] }: Props) {
  const t = useTranslations('ui.error');
  if (error === null || error === undefined) return null;
  const failure = toApiFailure(error);
  const rest = unshownFields(failure, shownAtFields);
  if (failure.fields.length > 0 && rest.length === 0) return null;
  const failed = failure.status >= 500 || failure.status === 0;
  return (
    <Alert color="red" variant="light" role="alert" p="sm" icon={<IconAlertTriangle size={18} />}>
      {failure.code === 'network' ? `${t('network')}. ${t('networkText')}` : failure.message}
      {rest.map((field) => (
        <div key={field.path}>
          {field.path}: {field.message}
        </div>
      ))}
      {failed && failure.requestId && (
        <div>
          {t('requestId')} <Code>{failure.requestId}</Code>
        </div>
      )}
    </Alert>
  );
}
