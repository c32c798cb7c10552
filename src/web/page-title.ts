// The title of the tab: the page's name, with the number of unread notifications before it.

let page = 'Rondine';
let badge = 0;

function show(): void {
  document.title = badge > 0 ? `(${badge > 99 ? '99+' : badge}) ${page}` : page;
}

/** Names the page that is shown. */
export function setPageTitle(title: string): void {
  page = `${title} · Rondine`;
  show();
}

/** Shows `count` before the page's name; 0 shows nothing. */
export function setTitleBadge(count: number): void {
  badge = count;
  show();
}
