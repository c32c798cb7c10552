// A sheet that rises from the bottom of the phone: menus, rows of a list, small forms.

import { make } from '../../pages/web/make.ts';

export interface SheetRow {
  title: string;
  description?: string;
  danger?: boolean;
  run: () => void;
}

let host: HTMLElement | undefined;

/** Names the element that sheets rise in. */
export function setSheetHost(element: HTMLElement): void {
  host = element;
}

export function openSheet(title: string, ...content: (Node | string | undefined)[]): () => void {
  const before = document.activeElement as HTMLElement | null;
  const panel = make(
    'div',
    { className: 'sheet', attrs: { role: 'dialog', 'aria-modal': 'true', 'aria-label': title } },
    make('div', { className: 'grip' }),
    make('h3', { textContent: title }),
    ...content,
  );
  const shade = make('div', { className: 'shade' }, panel);
  const close = () => {
    shade.remove();
    before?.focus();
  };
  shade.addEventListener('click', (event) => event.target === shade && close());
  shade.addEventListener('keydown', (event) => event.key === 'Escape' && close());
  const visible = host?.isConnected && host.offsetParent !== null;
  (visible ? host! : document.body).append(shade);
  panel.querySelector<HTMLElement>('button, input, textarea')?.focus();
  return close;
}

export function openRows(title: string, groups: { title?: string; rows: SheetRow[] }[]): void {
  let close = () => {};
  const parts = groups.flatMap(({ title: heading, rows }) => [
    heading ? make('h4', { textContent: heading }) : undefined,
    ...rows.map((row) => {
      const button = make(
        'button',
        { className: row.danger ? 'sheet-row danger' : 'sheet-row' },
        make('b', { textContent: row.title }),
        row.description ? make('small', { textContent: row.description }) : undefined,
      );
      button.onclick = () => {
        close();
        row.run();
      };
      return button;
    }),
  ]);
  close = openSheet(title, ...parts);
}
