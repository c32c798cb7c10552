// A template on a phone, with the given values in place of its variables.
import { useMemo } from 'react';
import { currentWorkspaceId } from '#web/current-workspace.ts';
import { useWorkspace } from '#web/session.ts';
import { FormattedText } from '#web/ui/FormattedText.tsx';
import { PhonePreview, type PreviewButton, type PreviewMessage } from '#web/ui/phone/PhonePreview.tsx';
import { type RenderedTemplate, renderTemplate } from '#whatsapp/template-message.ts';
import type { TemplateContent } from '#whatsapp/template-model.ts';
import type { EditorMedia } from './editor-draft.ts';

type Props = {
  content: TemplateContent;
  /** By slot key; variables without a text are shown as they are written. */
  texts: Readonly<Record<string, string>>;
  media: EditorMedia;
};

export function TemplatePreview({ content, texts, media }: Props) {
  const workspace = useWorkspace();
  const messages = useMemo(() => messagesOf(renderTemplate(content, texts), media), [content, texts, media]);
  return <PhonePreview sender={workspace?.name ?? ''} messages={messages} />;
}

/** Where the browser reads a stored file of a template. */
export function mediaUrl(fileId: string): string {
  return `/api/v1/templates/media/${fileId}?workspace=${currentWorkspaceId() ?? ''}`;
}

function messagesOf(rendered: RenderedTemplate, media: EditorMedia): PreviewMessage[] {
  const { header, body, footer, buttons, cards = [] } = rendered;
  const own: PreviewMessage = {
    header: previewHeader(header, media.header),
    body: <FormattedText text={body || '…'} />,
    footer,
    buttons: previewButtons(buttons),
    tick: 'read',
  };
  return [
    own,
    ...cards.map((card, index) => ({
      header: previewHeader(card.header, media[`cards.${index}.header`]),
      body: <FormattedText text={card.body} />,
      buttons: previewButtons(card.buttons),
    })),
  ];
}

function previewHeader(
  header: RenderedTemplate['header'],
  file: EditorMedia[string] | undefined,
): PreviewMessage['header'] {
  if (!header) return undefined;
  const url = file && (file.url ?? mediaUrl(file.fileId));
  switch (header.kind) {
    case 'text':
      return { kind: 'text', text: header.text ?? '' };
    case 'document':
      return { kind: 'document', name: file?.name };
    case 'location':
      return { kind: 'location' };
    default:
      return { kind: header.kind, url };
  }
}

const KINDS: Record<string, PreviewButton['kind']> = {
  url: 'url',
  phone: 'phone',
  copy_code: 'copy',
  flow: 'list',
};

/** A phone shows two buttons and folds the rest away when there are more than three; here all are worth seeing. */
function previewButtons(buttons: RenderedTemplate['buttons']): PreviewButton[] {
  return buttons.map((button) => ({ kind: KINDS[button.kind] ?? 'reply', text: button.text }));
}
