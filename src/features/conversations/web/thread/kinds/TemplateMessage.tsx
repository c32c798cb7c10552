// A template as the customer reads it: header, text with its values, footer, buttons, and the cards of a carousel.
import { CarouselCards } from './CarouselCards.tsx';
import { type FrameButton, type FrameHeader, MessageFrame } from './MessageFrame.tsx';
import { type Content, part, parts, word } from './read-content.ts';
import { templateFileAddress } from './template-file.ts';

type Props = {
  content: Content;
  /** Where a file that was sent with this message only is read. */
  source: string | undefined;
};

export function TemplateMessage({ content, source }: Props) {
  const shown = part(content, 'shown');
  const cards = parts(shown, 'cards');
  return (
    <MessageFrame
      header={headerOf(shown, part(part(content, 'values'), 'header'), source)}
      body={word(shown, 'body') || word(content, 'name')}
      footer={word(shown, 'footer')}
      buttons={buttonsOf(shown)}
    >
      {cards.length > 0 && (
        <CarouselCards
          cards={cards.map((card) => ({
            header: headerOf(card, {}),
            body: word(card, 'body'),
            buttons: buttonsOf(card),
          }))}
        />
      )}
    </MessageFrame>
  );
}

function headerOf(shown: Content, value: Content, source?: string): FrameHeader | undefined {
  const header = part(shown, 'header');
  const kind = word(header, 'kind');
  if (!kind) return undefined;
  return {
    kind,
    text: word(header, 'text'),
    fileName: word(value, 'fileName') || word(value, 'name') || undefined,
    source: source ?? templateFileAddress(word(header, 'fileId')),
  };
}

function buttonsOf(shown: Content): FrameButton[] {
  return parts(shown, 'buttons').map((button) => ({
    kind: word(button, 'kind'),
    text: word(button, 'text'),
    target: word(button, 'target') || undefined,
  }));
}
