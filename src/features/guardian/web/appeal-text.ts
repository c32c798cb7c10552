// The appeal after a ban, in English: subject, number, website, what the business does, why it uses WhatsApp. Pure.

export type Appeal = { business: string; phone: string; website: string; what: string; why: string };

/** What is still empty stands there in brackets. */
export function appealText({ business, phone, website, what, why }: Appeal): string {
  const or = (text: string, missing: string) => text.trim() || `[${missing}]`;
  return [
    `Subject: Appeal against the ban of ${phone}`,
    '',
    'Dear WhatsApp team,',
    '',
    `our WhatsApp Business number ${phone} (${or(business, 'name of the business')}) was banned. We ask you to review this decision.`,
    '',
    `Number: ${phone}`,
    `Business: ${or(business, 'name of the business')}`,
    `Website: ${or(website, 'address of the website')}`,
    `What we do: ${or(what, 'what the business does')}`,
    `Why we use WhatsApp: ${or(why, 'why the business uses WhatsApp')}`,
    '',
    'We write only to people who gave us their number. Every promotional message names our business and has a button to stop promotions, which is obeyed at once. We have stopped all campaigns and are reviewing our texts and lists.',
    '',
    'Thank you for your time.',
    or(business, 'name of the business'),
  ].join('\n');
}
