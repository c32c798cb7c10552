// The plain look of the product's mails: a few lines, one button, the same words as text.
import type { Mail } from '#kit/mail.ts';

/** `address` is where the button leads; it is also written out, for readers who see no button. */
export type Letter = {
  subject: string;
  lines: string[];
  button: { label: string; address: string } | null;
  ending: string[];
};

export function writeLetter(to: string, letter: Letter): Mail {
  const { subject, lines, button, ending } = letter;
  const text = [...lines, ...(button ? [`${button.label}: ${button.address}`] : []), ...ending].join('\n\n');
  const paragraph = (line: string, style = '') =>
    `<p style="margin:0 0 16px;${style}">${escapeHtml(line)}</p>`;
  const html = [
    '<!doctype html><html><body style="margin:0;padding:32px 16px;background:#f6f6f4">',
    '<div style="max-width:480px;margin:0 auto;padding:32px;background:#fff;border-radius:8px;',
    'font:16px/1.5 system-ui,sans-serif;color:#1c1c1a">',
    ...lines.map((line) => paragraph(line)),
    button ? buttonHtml(button) : '',
    ...ending.map((line) => paragraph(line, 'font-size:14px;color:#6b6b66')),
    '</div></body></html>',
  ].join('');
  return { to, subject, text, html };
}

function buttonHtml({ label, address }: { label: string; address: string }): string {
  const href = escapeHtml(address);
  return (
    `<p style="margin:0 0 16px"><a href="${href}" style="display:inline-block;padding:12px 20px;background:#0f6e56;` +
    `color:#fff;text-decoration:none;border-radius:6px">${escapeHtml(label)}</a></p>` +
    `<p style="margin:0 0 16px;font-size:13px;color:#6b6b66;word-break:break-all">${href}</p>`
  );
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replaceAll(/[&<>"]/g, (c) => entities[c]!);
}
