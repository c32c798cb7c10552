// Where the desk ends and the phone begins.

/** Media query of the widths at which pages are laid out for a phone; the stylesheets use the same. */
export const phoneWidth = '(max-width: 47.99em)';
