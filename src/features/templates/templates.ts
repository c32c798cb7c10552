// The front door of templates: read one for sending, fill it, apply the provider's news.
export {
  type BuiltMessage,
  buildTemplateMessage,
  type MissingValue,
  messageBuilder,
  type RenderedTemplate,
  renderTemplate,
  type TemplateFilling,
  textsFromSources,
  type ValueSource,
  type ValueSources,
} from '#whatsapp/template-message.ts';
export { isOptOutReply, optOutButton } from '#whatsapp/template-opt-out.ts';
export { applyTemplateEvents } from './apply-template-events.ts';
export { obstacleToSending, type SendableTemplate, templateForSending } from './template-for-sending.ts';
