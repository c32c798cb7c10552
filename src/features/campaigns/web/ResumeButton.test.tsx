// The button that lets a campaign go on: while the number rests it says why not.
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, it } from 'vitest';
import type { Campaign } from '#features/campaigns/campaigns.contract.ts';
import { api } from '#web/api.ts';
import { messagesOf } from '#web/messages.ts';
import { ResumeButton } from './ResumeButton.tsx';

const HOUR_MS = 3_600_000;

function draw(pausedReason: object | null): string {
  const queryClient = new QueryClient();
  const numbers = { items: [{ id: 'n', pausedReason }], nextCursor: null };
  queryClient.setQueryData(api.numbers.list.queryKey({ input: { limit: 100 } }), numbers as never);
  return renderToStaticMarkup(
    <QueryClientProvider client={queryClient}>
      <MantineProvider>
        <IntlProvider locale="en" messages={messagesOf('en')} timeZone="Europe/Rome">
          <ResumeButton campaign={{ number: { id: 'n' } } as Campaign} busy={false} onResume={() => {}} />
        </IntlProvider>
      </MantineProvider>
    </QueryClientProvider>,
  );
}

const rest = (hours: number) => ({
  kind: 'number_resting',
  text: 'Campaigns of this number rest.',
  params: { cause: 'quality', relapses: 0, until: new Date(Date.now() + hours * HOUR_MS).toISOString() },
});

it('works when the number sends, and again once its rest is over', () => {
  for (const reason of [null, rest(-1)]) {
    expect(draw(reason)).toContain('aria-disabled="false"');
    expect(draw(reason)).not.toContain('aria-description');
  }
});

it('is off while the number rests or is banned, with the reason', () => {
  expect(draw(rest(24))).toMatch(/aria-disabled="true".*aria-description="[^"]{20,}"/);
  const banned = { kind: 'number_banned', text: 'WhatsApp banned this number.', params: {} };
  expect(draw(banned)).toContain('aria-disabled="true"');
});
