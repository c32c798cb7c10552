// Whether the contact's card is open: remembered where it is a pane of its own, in the address where it is a sheet.
import { useMediaQuery } from '@mantine/hooks';
import type { InboxSearch, SetInboxSearch } from '#features/conversations/web/list/inbox-search.ts';
import { useRemembered } from '#web/remembered.ts';

/** Room for three panes. */
const wide = '(min-width: 80em)';

export type CardPlace = { isWide: boolean; isOpen: boolean; toggle: () => void };

export function useCard(search: InboxSearch, setSearch: SetInboxSearch): CardPlace {
  const isWide = useMediaQuery(wide, window.matchMedia(wide).matches) ?? false;
  const [kept, keep] = useRemembered('contact-card');
  const isOpen = search.open !== undefined && (isWide ? kept !== 'hidden' : search.card === 'open');
  const toggle = () => {
    if (isWide) keep(isOpen ? 'hidden' : null);
    // The way back of a phone closes the sheet.
    else setSearch({ card: isOpen ? null : 'open' }, { replace: isOpen });
  };
  return { isWide, isOpen, toggle };
}
