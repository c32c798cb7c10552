// The OpenAPI document for everything below the documentation page, to look references up.
import { createContext, useContext } from 'react';
import type { ApiDocument } from './openapi.ts';

export const DocumentContext = createContext<ApiDocument | null>(null);

export function useDocument(): ApiDocument {
  const document = useContext(DocumentContext);
  if (document === null) throw new Error('There is no API document here.');
  return document;
}
