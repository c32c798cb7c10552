// Checks a draft against WhatsApp's rules, and stores nothing.
import { draftOf } from '#features/templates/show-template.ts';
import type { templatesContract } from '#features/templates/templates.contract.ts';
import type { Handler } from '#operations/handle.ts';
import { checkTemplate as check } from '#whatsapp/template-rules.ts';

export const checkTemplate: Handler<typeof templatesContract.check> = async (_call, input) => ({
  findings: check(draftOf(input, Object.keys(input.media))),
});
