// What sending needs to know of a template: its content and the media of its headers as the provider knows them.
import { buffer } from 'node:stream/consumers';
import { readFileById } from '#features/files/files.ts';
import { providerForNumber } from '#features/numbers/numbers.ts';
import { conflict } from '#kit/errors.ts';
import type { Call } from '#operations/call.ts';
import type { MediaSource } from '#whatsapp/outgoing-message.ts';
import type { FillableTemplate, ValueSources } from '#whatsapp/template-message.ts';
import type { TemplateCategory } from '#whatsapp/template-model.ts';
import { optOutButton } from '#whatsapp/template-opt-out.ts';
import { mediaSlots } from '#whatsapp/template-slots.ts';
import { askProvider } from './provider-refusal.ts';
import { keepUpload, readUploads } from './template-uploads.store.ts';
import type { TemplateStatus } from './templates.contract.ts';
import { readTemplateRow, type TemplateRow } from './templates.store.ts';

export type SendableTemplate = FillableTemplate & {
  id: string;
  accountId: string;
  category: TemplateCategory;
  status: TemplateStatus;
  /** After so long WhatsApp gives up delivering a message of it, and says nothing of it. */
  timeToLiveSeconds: number;
  /** Where each value comes from unless the sender says otherwise. */
  variables: ValueSources;
  /** By media slot key: hand it to `buildTemplateMessage`. A slot without a file of ours is not in it. */
  media: Record<string, { media: MediaSource; fileName?: string }>;
  /** Position of the button that unsubscribes, or undefined. */
  optOutButton?: number;
};

const NOT_SENDABLE: Partial<Record<TemplateStatus, string>> = {
  draft: 'This template is a draft: submit it and wait until it is approved.',
  pending: 'This template is still in review.',
  in_appeal: 'This template is under appeal.',
  rejected: 'This template was rejected: mend it and submit it again.',
  paused: 'WhatsApp paused this template because of its low quality.',
  disabled: 'WhatsApp disabled this template.',
  archived: 'WhatsApp archived this template.',
  deleted: 'This template was deleted.',
};

/** Why the template cannot be sent now, in words, or null. */
export function obstacleToSending(status: string): string | null {
  return NOT_SENDABLE[status as TemplateStatus] ?? null;
}

/**
 * An approved template, ready for `messageBuilder`. With `numberId` the files of its headers are uploaded for that
 * number (once in 25 days), but for those `without`, for which the sender has other files. Throws `not_found`, `template_not_sendable`, or what the provider refused.
 */
export async function templateForSending(
  call: Pick<Call, 'tx' | 'workspaceId' | 'services' | 'now'>,
  id: string,
  options: { numberId?: string; without?: readonly string[] } = {},
): Promise<SendableTemplate> {
  const row = await readTemplateRow(call, id);
  const obstacle = obstacleToSending(row.status);
  if (obstacle) throw conflict('template_not_sendable', obstacle, { status: row.status });
  return {
    id: row.id,
    accountId: row.account_id,
    name: row.name,
    language: row.language,
    category: row.category,
    status: row.status,
    variableFormat: row.variable_format,
    content: row.content,
    timeToLiveSeconds: timeToLive(row.time_to_live_seconds, row.category),
    variables: row.variables,
    media: options.numberId ? await mediaFor(call, row, options.numberId, options.without ?? []) : {},
    optOutButton: optOutButton(row.content),
  };
}

/** An upload lives 30 days at the provider; a campaign that starts at its end must still get through. */
const UPLOAD_KEPT_MS = 25 * 86_400_000;

async function mediaFor(
  call: Pick<Call, 'tx' | 'workspaceId' | 'services' | 'now'>,
  row: TemplateRow,
  numberId: string,
  without: readonly string[],
): Promise<SendableTemplate['media']> {
  const wanted = mediaSlots(row.content).flatMap(({ key }) =>
    row.media[key] && !without.includes(key) ? [{ key, file: row.media[key] }] : [],
  );
  if (wanted.length === 0) return {};
  const known = await readUploads(
    call,
    numberId,
    wanted.map(({ file }) => file.fileId),
  );
  const media: SendableTemplate['media'] = {};
  for (const { key, file } of wanted) {
    let mediaId = known.get(file.fileId);
    if (mediaId === undefined) {
      const provider = await providerForNumber(call, numberId);
      const bytes = await buffer(await readFileById(call, file.fileId));
      const upload = { fileName: file.name, mimeType: file.mimeType, bytes };
      ({ mediaId } = await askProvider(() => provider.uploadMedia(upload)));
      const expiresAt = new Date(call.now.getTime() + UPLOAD_KEPT_MS);
      await keepUpload(call, { fileId: file.fileId, numberId, mediaId, expiresAt });
      known.set(file.fileId, mediaId);
    }
    media[key] = { media: { id: mediaId }, fileName: file.name };
  }
  return media;
}

const THIRTY_DAYS = 30 * 86_400;

/** What counts where a template says nothing: ten minutes for codes, 30 days for the rest. */
function timeToLive(told: number | null, category: TemplateCategory): number {
  if (told !== null) return told > 0 ? told : THIRTY_DAYS;
  return category === 'authentication' ? 600 : THIRTY_DAYS;
}
