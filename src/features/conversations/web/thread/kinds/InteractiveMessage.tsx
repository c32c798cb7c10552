// A message with something to tap that we sent: buttons, a list, a link, a form, a carousel, products, a request.
import { useTranslations } from 'use-intl';
import { CarouselCards } from './CarouselCards.tsx';
import styles from './kinds.module.css';
import { type FrameButton, type FrameHeader, MessageFrame } from './MessageFrame.tsx';
import { type Content, part, parts, word } from './read-content.ts';

/** Whether messages of this kind are drawn here. */
export function isInteractive(kind: string): boolean {
  return INTERACTIVE.has(kind);
}

const INTERACTIVE = new Set([
  'buttons',
  'list',
  'cta_url',
  'flow',
  'carousel',
  'product',
  'product_list',
  'catalog',
  'location_request',
  'contact_request',
  'call_permission_request',
]);

type Props = {
  content: Content;
  kind: string;
  /** Where the file of the header is read. */
  source: string | undefined;
};

export function InteractiveMessage({ content, kind, source }: Props) {
  const buttons = useButtons(kind, content);
  const cards = parts(content, 'cards');
  const header = part(content, 'header');
  return (
    <MessageFrame
      header={headerOf(header, source)}
      body={word(content, 'body')}
      footer={word(content, 'footer')}
      buttons={buttons}
    >
      {kind === 'list' && <Rows sections={parts(content, 'sections')} />}
      {(kind === 'product' || kind === 'product_list') && <Products content={content} />}
      {cards.length > 0 && (
        <CarouselCards
          cards={cards.map((card) => ({
            header: headerOf(part(card, 'header')),
            body: word(card, 'body'),
            buttons: [{ kind: 'url', text: word(card, 'label'), target: word(card, 'url') }],
          }))}
        />
      )}
    </MessageFrame>
  );
}

function headerOf(header: Content, source?: string): FrameHeader | undefined {
  const kind = word(header, 'type');
  return kind
    ? { kind, text: word(header, 'text'), fileName: word(header, 'fileName') || undefined, source }
    : undefined;
}

function useButtons(kind: string, content: Content): FrameButton[] {
  const t = useTranslations('threadKinds');
  switch (kind) {
    case 'buttons':
      return parts(content, 'buttons').map((button) => ({ kind: 'reply', text: word(button, 'title') }));
    case 'list':
      return [{ kind: 'list', text: word(content, 'button') }];
    case 'cta_url':
      return [{ kind: 'url', text: word(content, 'label'), target: word(content, 'url') }];
    case 'flow':
      return [{ kind: 'flow', text: word(content, 'label') }];
    case 'product':
    case 'product_list':
    case 'catalog':
      return [{ kind: 'catalog', text: t('viewCatalog') }];
    case 'location_request':
      return [{ kind: 'location', text: t('sendLocation') }];
    case 'contact_request':
      return [{ kind: 'contact', text: t('shareContact') }];
    case 'call_permission_request':
      return [{ kind: 'call', text: t('allowCalls') }];
    default:
      return [];
  }
}

function Rows({ sections }: { sections: readonly Content[] }) {
  const t = useTranslations('threadKinds');
  const count = sections.reduce((sum, section) => sum + parts(section, 'rows').length, 0);
  return (
    <details className={styles.rows}>
      <summary>{t('choices', { count })}</summary>
      {sections.map((section, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the sections of a message never change their order
        <div key={at}>
          {word(section, 'title') && <div className={styles.sectionTitle}>{word(section, 'title')}</div>}
          <ul>
            {parts(section, 'rows').map((row) => (
              <li key={word(row, 'id')}>
                {word(row, 'title')}
                {word(row, 'description') && <div className={styles.detail}>{word(row, 'description')}</div>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </details>
  );
}

function Products({ content }: { content: Content }) {
  const t = useTranslations('threadKinds');
  const ids = [
    word(content, 'productId'),
    ...parts(content, 'sections').flatMap((section) =>
      Array.isArray(section.productIds) ? section.productIds.map(String) : [],
    ),
  ].filter(Boolean);
  return <div className={styles.detail}>{t('products', { count: ids.length, ids: ids.join(', ') })}</div>;
}
