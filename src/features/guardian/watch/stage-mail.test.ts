// Mails about a number's stage say the same in every language.
import { describe, expect, it } from 'vitest';
import { QUALITY_STAGES } from './quality-stage.ts';
import { type StageNews, stageMail } from './stage-mail.ts';

const news = (stage: StageNews['stage']): StageNews => ({
  stage,
  cause: 'low',
  relapses: 1,
  phone: '+39 02 1234567',
  until: '29 novembre 2026',
  perDay: 250,
});

describe.each(QUALITY_STAGES)('the mail about a number that is %s', (stage) => {
  it.each(['en', 'it', 'es'] as const)('is whole in %s', (language) => {
    const mail = stageMail(news(stage), language);
    expect(mail.lines).toHaveLength(stageMail(news(stage), 'en').lines.length);
    const text = [mail.subject, ...mail.lines].join(' ');
    expect(mail.subject).toContain('+39 02 1234567');
    expect(text).not.toMatch(/\bundefined\b|\bnull\b/);
    expect(text.includes('29 novembre 2026')).toBe(stage === 'stopped' || stage === 'recovering');
    expect(text.includes('250')).toBe(stage === 'recovering');
    if (language !== 'en') expect(mail.lines).not.toEqual(stageMail(news(stage), 'en').lines);
  });
});
