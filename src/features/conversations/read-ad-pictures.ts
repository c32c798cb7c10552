// Finds the pictures of the advertisements that brought customers, so that they can be shown above what they wrote.
import { findAdPictures } from '#features/media/media.ts';
import type { Call } from '#operations/call.ts';

type Content = Record<string, unknown>;

/** Adds `referral.picture` (`state`, `mimeType`, `failure`) where there is one or will be; others are given back as they are. */
export async function withAdPictures<T extends { id: string; content: Content }>(
  call: Pick<Call, 'tx' | 'workspaceId'>,
  rows: readonly T[],
): Promise<T[]> {
  const ids = rows.filter((row) => row.content.referral).map((row) => row.id);
  if (ids.length === 0) return [...rows];
  const pictures = await findAdPictures(call, ids);
  return rows.map((row) => {
    const picture = pictures.get(row.id);
    if (!picture) return row;
    const { fileId: _, ...shown } = picture;
    return {
      ...row,
      content: { ...row.content, referral: { ...(row.content.referral as Content), picture: shown } },
    };
  });
}
