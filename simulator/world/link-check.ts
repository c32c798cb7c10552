// Loads the media behind a link as WhatsApp would, to find out whether it could be sent.

import { request } from 'undici';
import { mediaKind } from './media.ts';

/** The code of the failed status that a bad link deserves: 131052 not reachable, 131053 wrong type or size. */
export async function linkProblem(type: string, content: unknown): Promise<number | undefined> {
  const link = (content as { link?: unknown } | undefined)?.link;
  if (typeof link !== 'string') return undefined;
  try {
    const answer = await request(link, { headersTimeout: 5_000, bodyTimeout: 5_000 });
    if (answer.statusCode !== 200) {
      await answer.body.dump();
      return 131052;
    }
    const kind = mediaKind(String(answer.headers['content-type'] ?? ''));
    let bytes = 0;
    for await (const chunk of answer.body) {
      bytes += (chunk as Buffer).length;
      if (kind && bytes > kind.maxBytes) return 131053;
    }
    return kind?.kind === type ? undefined : 131053;
  } catch {
    return 131052;
  }
}
