// The template that is being prepared for a customer: its values, its files, and how it is sent.
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Conversation } from '#features/conversations/conversations.contract.ts';
import { uploadFile } from '#features/conversations/web/composer/upload-file.ts';
import { useRefreshScheduled } from '#features/conversations/web/scheduled/use-scheduled.ts';
import { useAfterSending } from '#features/conversations/web/use-thread.ts';
import type { Template } from '#features/templates/templates.contract.ts';
import { api, client } from '#web/api.ts';
import { mediaSlots } from '#whatsapp/template-slots.ts';

/** A file of the computer in place of the template's own, and where the browser shows it from. */
export type ChosenFile = { file: File; url: string };

export function useTemplateChoice(conversation: Conversation, template: Template, onSent: () => void) {
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [files, setFiles] = useState<Record<string, ChosenFile>>({});
  const [confirmed, setConfirmed] = useState(false);
  const afterSending = useAfterSending();
  const refreshScheduled = useRefreshScheduled();
  const preview = useQuery(
    api.templates.preview.queryOptions({
      input: { id: template.id, contactId: conversation.contact.id },
    }),
  );
  const known = preview.data?.texts ?? {};
  const texts = { ...known, ...withoutEmpty(typed) };
  const missing = (preview.data?.missing ?? []).map(({ key }) => key);
  const isMarketingToUnsubscribed =
    template.category === 'marketing' && conversation.contact.consent === 'unsubscribed';
  const bring = async () => {
    const media: Record<string, string> = {};
    for (const [key, { file }] of Object.entries(files))
      media[key] = (await uploadFile(conversation.id, file)).fileId;
    return {
      id: conversation.id,
      templateId: template.id,
      texts: withoutEmpty(typed),
      media,
      confirmUnsubscribed: isMarketingToUnsubscribed && confirmed,
    };
  };
  const send = useMutation({
    mutationFn: async () => client.conversations.sendTemplate(await bring()),
    onSuccess: async () => {
      await afterSending();
      onSent();
    },
  });
  const isComplete = missing.every((key) => texts[key]?.trim() || files[key]);
  return {
    /** What the contact gives, by place. */
    known,
    typed,
    type: (key: string, text: string) => setTyped({ ...typed, [key]: text }),
    texts,
    missing,
    mediaSlots: mediaSlots(template.content),
    files,
    chooseFile: (key: string, file: File | null) => {
      const { [key]: before, ...others } = files;
      if (before) URL.revokeObjectURL(before.url);
      setFiles(file ? { ...others, [key]: { file, url: URL.createObjectURL(file) } } : others);
    },
    isMarketingToUnsubscribed,
    confirmed,
    setConfirmed,
    /** Throws what the server refuses. */
    schedule: async (sendAt: Date) => {
      await client.conversations.schedule({ ...(await bring()), sendAt: sendAt.toISOString() });
      await refreshScheduled();
    },
    ready: preview.isSuccess && isComplete && (!isMarketingToUnsubscribed || confirmed),
    send,
  };
}

function withoutEmpty(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
}
