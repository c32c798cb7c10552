// The way from a picture in a message to its large view.
import { createContext, useContext } from 'react';

/** Called with the id of the picture's message. */
export const OpenPhoto = createContext<(messageId: string) => void>(() => {});

export const useOpenPhoto = () => useContext(OpenPhoto);
