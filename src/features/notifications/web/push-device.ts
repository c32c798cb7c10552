// Where this browser remembers which of the person's devices it is.

/** Key of the remembered id; nothing is remembered where no pushes are taken. */
export const DEVICE_CHOICE = 'push-device';
