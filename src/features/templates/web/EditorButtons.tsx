// The buttons below the message: added, ordered by mouse or keyboard, filled in, removed.
import { Button, Menu, Stack, Text } from '@mantine/core';
import { IconHandStop, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Notice } from '#web/ui/Notice.tsx';
import { BUTTON_LIMITS } from '#whatsapp/template-button-rules.ts';
import type { TemplateButton } from '#whatsapp/template-model.ts';
import { optOutButton, optOutText } from '#whatsapp/template-opt-out.ts';
import { EditorButton } from './EditorButton.tsx';
import { EditorSection } from './EditorSection.tsx';
import { useEditor } from './editor-context.ts';
import { addButton, moveButton } from './editor-draft.ts';

const NEW = {
  quick_reply: { kind: 'quick_reply', text: '' },
  url: { kind: 'url', text: '', url: 'https://' },
  phone: { kind: 'phone', text: '', phone: '+' },
  copy_code: { kind: 'copy_code', example: '' },
} satisfies Partial<Record<TemplateButton['kind'], TemplateButton>>;

export function EditorButtons() {
  const t = useTranslations('templateButtons');
  const { draft, change, problem } = useEditor();
  const { buttons } = draft.content;
  const [dragged, setDragged] = useState<number | null>(null);
  const optOut = optOutButton(draft.content);
  const words = optOutText(draft.language);
  const isFull = (kind: keyof typeof NEW) =>
    kind !== 'quick_reply' &&
    buttons.filter((button) => button.kind === kind).length >= BUTTON_LIMITS.most[kind];
  const trouble = problem('content.buttons');

  return (
    <EditorSection title={t('title')} help={t('help')}>
      <Stack gap="sm">
        {buttons.map((button, index) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the arrows beside the grip do the same by keyboard
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a button has no identity but its place
            key={index}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              if (dragged === index) return;
              change((before) => moveButton(before, dragged, index));
              setDragged(index);
            }}
          >
            <EditorButton
              button={button}
              index={index}
              isLast={index === buttons.length - 1}
              isOptOut={index === optOut}
              isDragged={index === dragged}
              onDrag={setDragged}
            />
          </div>
        ))}
        {trouble && (
          <Text c="red" fz="sm" role="alert">
            {trouble}
          </Text>
        )}
        {draft.category === 'marketing' && optOut === undefined && buttons.length < BUTTON_LIMITS.all && (
          <Notice tone="neutral" icon={IconHandStop}>
            {t('offerOptOut')}
            <Button
              size="compact-sm"
              variant="default"
              mt={4}
              onClick={() => change((before) => addButton(before, { kind: 'quick_reply', text: words }))}
            >
              {t('addOptOut', { text: words })}
            </Button>
          </Notice>
        )}
        <div>
          <Menu position="bottom-start">
            <Menu.Target>
              <Button
                variant="default"
                leftSection={<IconPlus size={16} />}
                disabled={buttons.length >= BUTTON_LIMITS.all}
              >
                {t('add')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {(Object.keys(NEW) as (keyof typeof NEW)[]).map((kind) => (
                <Menu.Item
                  key={kind}
                  disabled={isFull(kind)}
                  onClick={() => change((before) => addButton(before, { ...NEW[kind] }))}
                >
                  {t(`kind.${kind}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </div>
      </Stack>
    </EditorSection>
  );
}
