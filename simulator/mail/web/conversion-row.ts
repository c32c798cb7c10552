// A conversion event in the mailbox: what it is, what it is worth, by what the person is found.

import { make } from '../../pages/web/make.ts';

export interface Conversion {
  sequence: number;
  at: string;
  dataset: string;
  test: string | null;
  event: {
    event_name: string;
    event_time: number;
    user_data: Record<string, unknown>;
    custom_data?: { currency?: string; value?: number };
  };
}

export function conversionRow({ at, dataset, test, event }: Conversion): HTMLElement {
  const shownAt = new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const head = make('div', { className: 'line' }, make('b', { textContent: event.event_name }));
  head.append(make('span', { className: 'faint', textContent: shownAt }));
  const { currency, value } = event.custom_data ?? {};
  const facts = [
    value === undefined ? undefined : `${value} ${currency}`,
    `by ${Object.keys(event.user_data)
      .filter((key) => key !== 'whatsapp_business_account_id')
      .join(', ')}`,
    test ? `test ${test}` : undefined,
  ];
  const words = facts.filter(Boolean).join(' · ');
  return make(
    'article',
    { className: 'row' },
    head,
    make('div', { textContent: words }),
    make('div', { className: 'faint', textContent: `Dataset ${dataset}` }),
  );
}
