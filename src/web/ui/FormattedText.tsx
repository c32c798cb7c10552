// A WhatsApp text as it is read: bold, italic, strike, code, lists, quotes and links.
import { type ReactNode, useMemo } from 'react';
import { type Block, type Inline, readFormatting } from '#whatsapp/formatting.ts';
import styles from './FormattedText.module.css';

type Props = {
  text: string;
  /** Links can be followed; in a preview they cannot. */
  links?: boolean;
};

export function FormattedText({ text, links = false }: Props) {
  const blocks = useMemo(() => readFormatting(text), [text]);
  return <div className={styles.text}>{blocks.map((block, at) => drawBlock(block, at, links))}</div>;
}

function drawBlock(block: Block, key: number, links: boolean): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <p key={key}>{block.children.map((child, at) => drawInline(child, at, links))}</p>;
    case 'monospace':
      return <pre key={key}>{block.text}</pre>;
    case 'quote':
      return (
        <blockquote key={key}>{block.blocks.map((inner, at) => drawBlock(inner, at, links))}</blockquote>
      );
    case 'list': {
      const items = block.items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no identity
        <li key={at}>{item.map((child, inner) => drawInline(child, inner, links))}</li>
      ));
      return block.ordered ? (
        <ol key={key} start={block.start}>
          {items}
        </ol>
      ) : (
        <ul key={key}>{items}</ul>
      );
    }
  }
}

function drawInline(part: Inline, key: number, links: boolean): ReactNode {
  switch (part.type) {
    case 'text':
      return part.text;
    case 'code':
      return <code key={key}>{part.text}</code>;
    case 'link':
      return links ? (
        <a key={key} className={styles.link} href={part.url} target="_blank" rel="noreferrer noopener">
          {part.text}
        </a>
      ) : (
        <span key={key} className={styles.link}>
          {part.text}
        </span>
      );
    case 'bold':
      return <strong key={key}>{part.children.map((child, at) => drawInline(child, at, links))}</strong>;
    case 'italic':
      return <em key={key}>{part.children.map((child, at) => drawInline(child, at, links))}</em>;
    case 'strike':
      return <s key={key}>{part.children.map((child, at) => drawInline(child, at, links))}</s>;
  }
}
