// The number itself: its state, registration, webhooks, profile, read marks and block list.

import { type BlockOutcome, ProviderError, type WhatsAppProvider } from '#whatsapp/port.ts';
import type { Calls, ConnectionKeys } from './calls.ts';
import { plainFailure } from './failures.ts';
import { isObject, type Json, part, parts, present, text } from './loose.ts';
import { NUMBER_AND_HEALTH_FIELDS, NUMBER_FIELDS, readNumberStatus } from './read-number-status.ts';
import { readTokenInspection } from './read-token.ts';
import { failuresOf } from './webhook-change.ts';
import { AnyObject, BlockAnswer, DebugTokenAnswer, SuccessAnswer } from './wire.ts';

type NumberCalls = Omit<
  WhatsAppProvider,
  | 'send'
  | 'uploadMedia'
  | 'downloadMedia'
  | 'deleteMedia'
  | 'uploadTemplateSample'
  | `${'list' | 'get' | 'create' | 'edit' | 'delete' | 'unpause'}Template`
  | 'listTemplates'
>;

const PROFILE_FIELDS = 'about,address,description,email,profile_picture_url,websites,vertical';

/** What the app is told of; each has a reader. */
const WEBHOOK_FIELDS = [
  'messages',
  'message_template_status_update',
  'message_template_quality_update',
  'message_template_components_update',
  'template_category_update',
  'phone_number_quality_update',
  'phone_number_name_update',
  'business_capability_update',
  'account_update',
  'account_alerts',
  'account_review_update',
  'user_preferences',
  'security',
  'flows',
  // Of numbers that the phone app shares.
  'smb_message_echoes',
  'smb_app_state_sync',
  'history',
].join(',');

export function numberCalls(calls: Calls, keys: ConnectionKeys): NumberCalls {
  const { token, wabaId, phoneNumberId, appId, appSecret } = keys;
  const profilePath = `${phoneNumberId}/whatsapp_business_profile`;

  async function changeBlocks(
    method: 'POST' | 'DELETE',
    who: { phone?: string; userId?: string }[],
  ): Promise<BlockOutcome> {
    const { block_users: answer } = await calls.ask(BlockAnswer, {
      method,
      path: `${phoneNumberId}/block_users`,
      body: {
        messaging_product: 'whatsapp',
        block_users: who.map(({ phone, userId }) => (phone ? { user: phone } : { user_id: userId })),
      },
    });
    const name = (entry: { input?: string; wa_id?: string; user_id?: string }) =>
      entry.input ?? entry.wa_id ?? entry.user_id ?? '';
    return {
      done: [...(answer.added_users ?? []), ...(answer.removed_users ?? [])].map(name),
      failed: (answer.failed_users ?? []).map((entry) => ({
        who: name(entry),
        failure: failuresOf(entry)[0] ?? plainFailure('block_list_refused', 'no'),
      })),
    };
  }

  return {
    async markRead(providerMessageId, { typing } = {}) {
      await calls.ask(SuccessAnswer, {
        method: 'POST',
        path: `${phoneNumberId}/messages`,
        body: present({
          messaging_product: 'whatsapp',
          status: 'read',
          message_id: providerMessageId,
          typing_indicator: typing ? { type: 'text' } : undefined,
        }),
      });
    },

    async numberStatus() {
      const query = { fields: NUMBER_AND_HEALTH_FIELDS };
      return readNumberStatus(await calls.ask(AnyObject, { method: 'GET', path: phoneNumberId, query }));
    },

    async listNumbers() {
      const numbers = [];
      for await (const raw of calls.pages(`${wabaId}/phone_numbers`, { fields: NUMBER_FIELDS }))
        numbers.push(readNumberStatus(raw));
      return numbers;
    },

    async subscribeWebhooks(callback) {
      await calls.ask(SuccessAnswer, {
        method: 'POST',
        path: `${wabaId}/subscribed_apps`,
        ...(callback
          ? { body: { override_callback_uri: callback.url, verify_token: callback.verifyToken } }
          : {}),
      });
    },

    async setAppCallback({ url, verifyToken }) {
      if (!appId || !appSecret)
        throw new ProviderError(plainFailure('request_invalid', 'no', 'The app’s id or secret is not known'));
      await calls.ask(SuccessAnswer, {
        method: 'POST',
        path: `${appId}/subscriptions`,
        token: `${appId}|${appSecret}`,
        body: {
          object: 'whatsapp_business_account',
          callback_url: url,
          verify_token: verifyToken,
          fields: WEBHOOK_FIELDS,
        },
      });
    },

    async inspectToken() {
      const query = { input_token: token };
      return readTokenInspection(
        await calls.ask(DebugTokenAnswer, { method: 'GET', path: 'debug_token', query }),
      );
    },

    async registerNumber(pin) {
      const body = { messaging_product: 'whatsapp', pin };
      await calls.ask(SuccessAnswer, { method: 'POST', path: `${phoneNumberId}/register`, body });
    },

    async requestPhoneApp(what) {
      const sync_type = what === 'history' ? 'history' : 'smb_app_state_sync';
      const body = { messaging_product: 'whatsapp', sync_type };
      await calls.ask(SuccessAnswer, { method: 'POST', path: `${phoneNumberId}/smb_app_data`, body });
    },

    async businessProfile() {
      const query = { fields: PROFILE_FIELDS };
      const answer = await calls.ask(AnyObject, { method: 'GET', path: profilePath, query });
      const [first = {}] = parts(answer, 'data');
      const profile = isObject(first.business_profile) ? part(first, 'business_profile') : first;
      return present({
        about: text(profile, 'about'),
        address: text(profile, 'address'),
        description: text(profile, 'description'),
        email: text(profile, 'email'),
        vertical: text(profile, 'vertical'),
        websites: readWebsites(profile),
        pictureUrl: text(profile, 'profile_picture_url'),
      });
    },

    async updateBusinessProfile({ pictureHandle, ...fields }) {
      const body = present({
        messaging_product: 'whatsapp',
        ...fields,
        profile_picture_handle: pictureHandle,
      });
      await calls.ask(SuccessAnswer, { method: 'POST', path: profilePath, body });
    },

    blockUsers: (who) => changeBlocks('POST', who),
    unblockUsers: (who) => changeBlocks('DELETE', who),
  };
}

/** A list, or a list written as a string. */
function readWebsites(profile: Json): string[] | undefined {
  let given = profile.websites;
  if (typeof given === 'string') {
    try {
      given = JSON.parse(given);
    } catch {
      given = [given];
    }
  }
  return Array.isArray(given) ? given.filter((site) => typeof site === 'string') : undefined;
}
