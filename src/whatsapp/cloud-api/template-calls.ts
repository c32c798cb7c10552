// Templates: list, hand in, edit, delete, unpause.

import { ProviderError, type WhatsAppProvider } from '#whatsapp/port.ts';
import type { Calls, ConnectionKeys } from './calls.ts';
import { plainFailure } from './failures.ts';
import { readTemplate } from './read-template.ts';
import { templateStatus } from './read-template-news.ts';
import { AnyObject, CreatedTemplate, SuccessAnswer } from './wire.ts';
import { writeTemplate, writeTemplateEdit } from './write-template.ts';

type TemplateCalls = Pick<
  WhatsAppProvider,
  'listTemplates' | 'getTemplate' | 'createTemplate' | 'editTemplate' | 'deleteTemplate' | 'unpauseTemplate'
>;

const FIELDS =
  'id,name,language,status,category,previous_category,components,parameter_format,quality_score,rejected_reason,message_send_ttl_seconds';
const PAGE_SIZE = 100;

export function templateCalls(calls: Calls, { wabaId }: ConnectionKeys): TemplateCalls {
  const list = `${wabaId}/message_templates`;
  return {
    async *listTemplates({ name } = {}) {
      for await (const raw of calls.pages(list, { fields: FIELDS, limit: PAGE_SIZE, name })) {
        // `name` finds every template whose name contains it.
        if (name === undefined || raw.name === name) yield readTemplate(raw);
      }
    },

    async getTemplate(templateId) {
      const path = encodeURIComponent(templateId);
      return readTemplate(await calls.ask(AnyObject, { method: 'GET', path, query: { fields: FIELDS } }));
    },

    async createTemplate(draft) {
      const made = await calls.ask(CreatedTemplate, {
        method: 'POST',
        path: list,
        body: writeTemplate(draft),
      });
      return {
        id: made.id,
        status: templateStatus(made.status ?? 'PENDING'),
        category: (made.category ?? draft.category).toLowerCase(),
      };
    },

    async editTemplate(templateId, draft) {
      const path = encodeURIComponent(templateId);
      await calls.ask(SuccessAnswer, { method: 'POST', path, body: writeTemplateEdit(draft) });
    },

    async deleteTemplate(name, templateId) {
      await calls.ask(SuccessAnswer, { method: 'DELETE', path: list, query: { name, hsm_id: templateId } });
    },

    async unpauseTemplate(templateId) {
      const path = `${encodeURIComponent(templateId)}/unpause`;
      const { success, reason } = await calls.ask(SuccessAnswer, { method: 'POST', path });
      if (success === false) throw new ProviderError(plainFailure('template_paused', 'later', reason));
    },
  };
}
