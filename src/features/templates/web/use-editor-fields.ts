// What a template may fill in: contact fields and the free sentence of an open template, each with a sample.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { RESERVED_CODES } from '#features/fields/fields.contract.ts';
import { api } from '#web/api.ts';
import { usePermission, useWorkspace } from '#web/session.ts';
import { SENTENCE_CODE } from '#whatsapp/template-open.ts';
import type { EditorField } from './editor-context.ts';
import type { FieldSamples } from './editor-draft.ts';

export function useEditorFields(): { fields: EditorField[]; samples: FieldSamples } {
  const t = useTranslations('templateEditor.field');
  const workspace = useWorkspace();
  const own = useQuery({
    ...api.fields.list.queryOptions({ input: undefined }),
    enabled: usePermission('contacts:read'),
  });
  return useMemo(() => {
    const custom = own.data?.items ?? [];
    const samples: Record<string, string> = {
      FIRST_NAME: 'Giulia',
      LAST_NAME: 'Rossi',
      EMAIL: 'giulia@example.com',
      PHONE: '+393331234567',
      ACCOUNT_NAME: workspace?.name ?? '',
      LANGUAGE: 'it',
      [SENTENCE_CODE]: t('sentenceSample'),
    };
    for (const field of custom) samples[field.code] = field.example;
    return {
      fields: [
        ...RESERVED_CODES.map((code) => ({ code, label: t(code) })),
        ...custom.map(({ code, label }) => ({ code, label })),
        { code: SENTENCE_CODE, label: t(SENTENCE_CODE) },
      ],
      samples,
    };
  }, [own.data, t, workspace?.name]);
}
