// An authentication template: WhatsApp writes it, only what surrounds the code is chosen.
import { Checkbox, NumberInput, Stack } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { OneTimePassword } from '#whatsapp/template-model.ts';
import { EditorSection } from './EditorSection.tsx';
import { useEditor } from './editor-context.ts';

export function EditorCode({ password }: { password: OneTimePassword }) {
  const t = useTranslations('templateEditor');
  const { change, problem } = useEditor();
  const set = (patch: Partial<OneTimePassword>) =>
    change((draft) => ({
      ...draft,
      content: { ...draft.content, oneTimePassword: { ...password, ...patch } },
    }));
  return (
    <EditorSection title={t('otp')} help={t('otpHelp')}>
      <Stack gap="md">
        <Checkbox
          label={t('otpSecurity')}
          checked={password.securityRecommendation ?? false}
          onChange={(event) => set({ securityRecommendation: event.currentTarget.checked })}
        />
        <NumberInput
          label={t('otpMinutes')}
          w={220}
          min={1}
          max={90}
          clampBehavior="none"
          value={password.expiresInMinutes ?? ''}
          error={problem('content.oneTimePassword.expiresInMinutes')}
          onChange={(value) => set({ expiresInMinutes: value === '' ? undefined : Number(value) })}
        />
      </Stack>
    </EditorSection>
  );
}
