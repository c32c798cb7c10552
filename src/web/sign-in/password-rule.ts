// What the browser asks of a new password before the server judges it.

/** Characters, as the server demands. */
export const shortestPassword = 10;
