// The timeline of a deal: a message without words is named in the person's language.
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, it } from 'vitest';
import type { Deal, DealEntry } from '#features/deals/deal-shapes.contract.ts';
import { api } from '#web/api.ts';
import { messagesOf } from '#web/messages.ts';
import { DealTimeline } from './DealTimeline.tsx';

function draw(preview: string): string {
  const queryClient = new QueryClient();
  queryClient.setQueryData(['session'], { workspaces: [{ id: 'w', permissions: [] }] });
  const entry: DealEntry = {
    id: 'e',
    kind: 'message_sent',
    changes: [],
    contact: { id: 'c', name: 'Davide Fontana' },
    activity: null,
    preview,
    actor: { kind: 'system', name: '' },
    at: '2026-11-20T10:00:00.000Z',
  };
  queryClient.setQueryData(
    api.deals.timeline.infiniteOptions({
      input: (cursor: string | undefined) => ({ key: 'd', show: 'all', cursor, limit: 30 }),
      initialPageParam: undefined,
      getNextPageParam: () => undefined,
    }).queryKey,
    { pages: [{ items: [entry], nextCursor: null }], pageParams: [undefined] } as never,
  );
  return renderToStaticMarkup(
    <QueryClientProvider client={queryClient}>
      <MantineProvider>
        <IntlProvider locale="it" messages={messagesOf('it')} timeZone="Europe/Rome">
          <DealTimeline deal={{ id: 'd', currency: 'EUR' } as Deal} />
        </IntlProvider>
      </MantineProvider>
    </QueryClientProvider>,
  );
}

it('names what has no words, and leaves words as they are', () => {
  expect(draw('[template]')).toContain('>Template<');
  expect(draw('[template]')).not.toContain('[template]');
  expect(draw('Arrivo domani')).toContain('>Arrivo domani<');
});
