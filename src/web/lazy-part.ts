// Parts of the frame that are loaded after it: their code together with the texts of pages, which they may use.
import { type LazyExoticComponent, lazy, type ReactNode } from 'react';
import { loadPageTexts } from './texts.ts';

type Part<Props> = (props: Props) => ReactNode;

/** Like `lazy` of React, for a component that may use any text. */
export function lazyPart<Props extends object = object>(
  load: () => Promise<Part<Props>>,
): LazyExoticComponent<Part<Props>> {
  return lazy(async () => {
    const [part] = await Promise.all([load(), loadPageTexts()]);
    return { default: part };
  });
}
