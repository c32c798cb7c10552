// One conversation as a CSV file, oldest message first, streamed page by page to who may see it.
import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { Message } from '#features/conversations/conversation-shapes.contract.ts';
import { previewOf } from '#features/conversations/preview.ts';
import { readThread } from '#features/conversations/read-messages.ts';
import { audit } from '#features/people/people.ts';
import { visibleThread } from '#features/threads/threads.ts';
import { BYTE_ORDER_MARK, csvLine } from '#kit/csv-writer.ts';
import { notFound } from '#kit/errors.ts';
import { isId } from '#kit/ids.ts';
import type { Door, FeatureRoutes } from '#operations/door.ts';

const PAGE = 500;
const COLUMNS = ['At', 'Direction', 'Author', 'Kind', 'Text', 'File', 'State', 'Failure', 'Message id'];

export const exportChatRoutes: FeatureRoutes = (app, door) => {
  app.get('/api/v1/conversations/:id/export.csv', async (request, reply) => {
    const { id } = request.params as { id: string };
    await door.inWorkspace(request, 'chats:read', async (call) => {
      if (!isId(id)) throw notFound('conversation');
      await visibleThread(call, id);
      await audit.record(call, {
        action: 'chat.exported',
        subjectType: 'conversation',
        subjectId: id,
        details: { format: 'csv' },
      });
    });
    return reply
      .headers({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="chat.csv"',
        'cache-control': 'no-store',
      })
      .send(Readable.from(lines(door, request, id)));
  });
};

async function* lines(door: Door, request: FastifyRequest, id: string): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(COLUMNS);
  // No transaction stays open while a slow reader takes its time; who loses the conversation meanwhile gets no more.
  for (let after = { at: '1970-01-01T00:00:00.000Z', id: '00000000-0000-0000-0000-000000000000' }; ; ) {
    const messages = await door.inWorkspace(request, 'chats:read', async (call) =>
      readThread(call, await visibleThread(call, id), PAGE, { after }),
    );
    yield messages.toReversed().map(line).join('');
    const last = messages[0];
    if (!last || messages.length < PAGE) return;
    after = { at: last.at, id: last.id };
  }
}

function line(message: Message): string {
  const { content } = message;
  const shown = content.shown as { body?: unknown } | undefined;
  const words = [content.text, content.caption, shown?.body].find((text) => typeof text === 'string');
  return csvLine([
    message.at,
    message.direction === 'in' ? 'customer' : 'business',
    message.author.name,
    message.kind,
    typeof words === 'string' ? words : previewOf(content),
    message.media?.name,
    message.state,
    message.failure?.text,
    message.id,
  ]);
}
