// Where the customer writes: text, a picture or file, a place, a contact.

import { icon, icons, make } from '../../pages/web/make.ts';
import type { Message } from './api.ts';
import { openRows } from './sheet.ts';

export interface Composer {
  element: HTMLElement;
  quote: (message: Message | undefined, text?: string) => void;
  focus: () => void;
}

/** `send` gets the body of POST /_simulator/customers/:number/messages. */
export function makeComposer(send: (body: Record<string, unknown>) => Promise<void>): Composer {
  let quoted: Message | undefined;
  const field = make('textarea', { rows: 1, placeholder: 'Message', attrs: { 'aria-label': 'Message' } });
  const submit = make(
    'button',
    { className: 'round send', type: 'submit', attrs: { 'aria-label': 'Send' } },
    icon(icons.send),
  );
  const attach = make(
    'button',
    { className: 'round', type: 'button', attrs: { 'aria-label': 'Attach' } },
    icon(icons.plus),
  );
  const file = make('input', { type: 'file', hidden: true });
  const strip = make('div', { className: 'strip', hidden: true });
  const form = make('form', { className: 'composer' }, attach, field, submit, file);
  const element = make('footer', {}, strip, form);

  const grow = () => {
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight, 120)}px`;
  };
  const deliver = async (body: Record<string, unknown>) => {
    await send({ ...body, ...(quoted && { reply_to: quoted.id }) });
    quote(undefined);
  };
  const quote: Composer['quote'] = (message, text) => {
    quoted = message;
    strip.hidden = !message;
    if (!message) return;
    const drop = make(
      'button',
      { className: 'round', type: 'button', attrs: { 'aria-label': 'Do not quote' } },
      icon(icons.close),
    );
    drop.onclick = () => quote(undefined);
    strip.replaceChildren(make('span', { textContent: text ?? '' }), drop);
    field.focus();
  };

  field.oninput = grow;
  field.onkeydown = (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (!text) return;
    field.value = '';
    grow();
    void deliver({ text });
  };
  attach.onclick = () =>
    openRows('Send', [
      {
        rows: [
          { title: 'Picture or file', description: 'From this computer', run: () => file.click() },
          { title: 'Sample photo', run: () => void deliver({ image: { caption: 'Ecco la foto' } }) },
          { title: 'Voice message', run: () => void deliver({ audio: { voice: true } }) },
          {
            title: 'My location',
            description: 'Piazza Navona, Roma',
            run: () =>
              void deliver({
                location: { latitude: 41.8992, longitude: 12.4731, name: 'Piazza Navona', address: 'Roma' },
              }),
          },
          {
            title: 'A contact',
            description: 'Ada Conti',
            run: () =>
              void deliver({
                contacts: [
                  {
                    name: { formatted_name: 'Ada Conti', first_name: 'Ada' },
                    phones: [{ phone: '+39 333 555 0199', type: 'CELL' }],
                  },
                ],
              }),
          },
        ],
      },
    ]);
  file.onchange = async () => {
    const chosen = file.files?.[0];
    file.value = '';
    if (!chosen) return;
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    const kind = /^(image|video|audio)\//.exec(chosen.type)?.[1] ?? 'document';
    await deliver({
      [kind]: {
        mime_type: chosen.type || 'application/pdf',
        bytes_base64: btoa(binary),
        filename: chosen.name,
      },
    });
  };
  return { element, quote, focus: () => field.focus() };
}
