// What a toast says: the server's words, or in the person's language that the server is away.
import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, it } from 'vitest';
import { messagesOf } from '#web/messages.ts';
import { ToastText } from './ToastText.tsx';

function draw(text?: string): string {
  return renderToStaticMarkup(
    <MantineProvider>
      <IntlProvider locale="it" messages={messagesOf('it')} timeZone="Europe/Rome">
        <ToastText text={text} />
      </IntlProvider>
    </MantineProvider>,
  );
}

it('says what it is given', () => {
  expect(draw('Il numero riposa.')).toContain('Il numero riposa.');
});

it('says in the person’s language that no answer came', () => {
  expect(draw()).toContain('Il server non è raggiungibile. ');
});
