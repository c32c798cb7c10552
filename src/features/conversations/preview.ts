// The first words of a message for the list of conversations; `[image]` and the like where there are none.

const LONGEST = 160;

/** `content` as it is kept: received or sent. Never throws. */
export function previewOf(content: Record<string, unknown>): string {
  if (content.withdrawn === true) return '[withdrawn]';
  return cut(wordsOf(content)) || `[${String(content.type ?? 'unknown')}]`;
}

function wordsOf(content: Record<string, unknown>): string {
  const word = (key: string) => (typeof content[key] === 'string' ? content[key] : '');
  switch (content.type) {
    case 'text':
    case 'template_button':
      return word('text');
    case 'button_reply':
    case 'list_reply':
      return word('title');
    case 'reaction':
      return word('emoji');
    case 'location':
      return word('name') || word('address');
    case 'template':
      return word('preview');
    default:
      return word('caption') || word('fileName') || word('body') || word('text');
  }
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
