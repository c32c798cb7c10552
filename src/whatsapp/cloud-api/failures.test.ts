// Every code of the documentation, written down a second time, against the table that the product uses.

import { describe, expect, it } from 'vitest';
import { FAILURE_KINDS, type FailureKind, type Retry } from '#whatsapp/failure-kinds.ts';
import { FAILURE_TABLE } from './failure-table.ts';
import { readFailure } from './failures.ts';

const documented: [codes: number[], retry: Retry, kind: FailureKind][] = [
  [[0, 190], 'no', 'token_invalid'],
  [[1, 2, 131000, 131016, 133004], 'yes', 'provider_fault'],
  [[3, 10, 200, 201, 250, 299, 131005], 'no', 'permission_missing'],
  // Codes of the Graph API at large, which subscribing webhooks meets.
  [[15], 'no', 'permission_missing'],
  [[2200], 'no', 'callback_refused'],
  [[4], 'later', 'rate_limited_app'],
  [[33], 'no', 'number_deleted'],
  [[100, 131008, 131009], 'no', 'request_invalid'],
  [[368, 131031], 'no', 'account_restricted'],
  [[80007], 'later', 'rate_limited_account'],
  [[130403], 'no', 'recipient_blocked'],
  [[130429], 'yes', 'throughput_exceeded'],
  [[130472], 'no', 'recipient_in_experiment'],
  [[130497], 'no', 'country_restricted'],
  [[131021], 'no', 'sender_is_recipient'],
  [[131026], 'no', 'recipient_unreachable'],
  [[131030], 'no', 'recipient_not_allowed'],
  [[131037], 'no', 'display_name_not_approved'],
  [[131042, 131044], 'later', 'payment_problem'],
  [[131045, 133010], 'no', 'number_not_registered'],
  [[131047], 'no', 'window_closed'],
  [[131048], 'later', 'spam_limited'],
  [[131049], 'later', 'per_user_marketing_limit'],
  [[131050], 'no', 'recipient_opted_out'],
  [[131051], 'no', 'message_type_unsupported'],
  [[131052], 'no', 'media_unavailable'],
  [[131053], 'no', 'media_rejected'],
  [[131055, 134100], 'no', 'marketing_only'],
  [[131056], 'yes', 'pair_limited'],
  [[131057, 2494100], 'yes', 'number_in_maintenance'],
  [[131060], 'no', 'message_unavailable'],
  [[131062], 'no', 'recipient_needs_phone'],
  [[131063], 'no', 'marketing_disabled'],
  [[131064], 'later', 'misclassification_limited'],
  [[132000, 132008, 132012, 132018], 'no', 'template_parameters'],
  [[132001], 'no', 'template_missing'],
  [[132005], 'no', 'template_text_too_long'],
  [[132007], 'no', 'content_refused'],
  [[132015], 'later', 'template_paused'],
  [[132016], 'no', 'template_disabled'],
  [[132068], 'no', 'flow_blocked'],
  [[132069], 'later', 'flow_throttled'],
  [[133000], 'later', 'deregistration_incomplete'],
  [[133005], 'no', 'pin_wrong'],
  [[133006], 'no', 'number_not_verified'],
  [[133008, 133009], 'later', 'pin_attempts_limited'],
  [[133015], 'later', 'number_deleted'],
  [[133016], 'later', 'registration_limited'],
  [[134011], 'no', 'payment_terms_pending'],
  [[134101], 'later', 'template_syncing'],
  [[134102], 'no', 'marketing_service_unavailable'],
  [[135000], 'no', 'unspecified'],
  [[137000], 'no', 'recipient_identity_changed'],
  [[613, 138000, 138006, 138012, 138018], 'no', 'calling_refused'],
  [[139000, 139001, 139002, 139003, 139004], 'no', 'flow_refused'],
  [[139100, 139101, 139103], 'no', 'block_list_refused'],
  [[139102], 'yes', 'block_list_busy'],
  [[147001, 147002, 147003, 147004, 147005], 'no', 'username_refused'],
  [[2388019], 'no', 'template_count_limited'],
  [[2388024], 'no', 'template_exists'],
  [[2388039], 'no', 'template_edit_limited'],
  [[2388040, 2388047, 2388072, 2388073, 2388293, 2388299], 'no', 'template_refused'],
  [[2388012, 2388091, 2388093, 2388103], 'no', 'migration_refused'],
  [[2593107, 2593108, 2593109], 'no', 'history_refused'],
  [[200005, 200006, 200007], 'no', 'template_insights_unavailable'],
  [[1752041], 'no', 'onboarding_duplicate'],
  [[2804066, 2804087], 'no', 'conversion_event_refused'],
];

describe('failures', () => {
  it.each(documented)('codes %j: retry %s, kind %s', (codes, retry, kind) => {
    for (const code of codes)
      expect({ code, ...readFailure({ code }, 'answer') }).toMatchObject({ retry, kind });
  });

  it('has no row that the documentation does not name', () => {
    const named = new Set(documented.flatMap(([codes]) => codes));
    const loose = FAILURE_TABLE.filter(({ code }) => !named.has(typeof code === 'number' ? code : code[0]));
    expect(loose).toEqual([]);
  });

  it('names each code once, in ascending order', () => {
    let last = -1;
    for (const { code } of FAILURE_TABLE) {
      const [first, end] = typeof code === 'number' ? [code, code] : code;
      expect(first).toBeGreaterThan(last);
      expect(end).toBeGreaterThanOrEqual(first);
      last = end;
    }
  });

  it('says of exactly these that the message may have been accepted, and never of a webhook', () => {
    const open = documented
      .flatMap(([codes]) => codes)
      .filter((code) => readFailure({ code }, 'answer').mayHaveBeenAccepted);
    expect(open.sort((a, b) => a - b)).toEqual([1, 2, 131000, 131016, 133004]);
    expect(readFailure({ code: 131000 }, 'webhook').mayHaveBeenAccepted).toBe(false);
  });

  it('stops no more than it must', () => {
    const stops = (code: number) => readFailure({ code }, 'answer').stops;
    expect([131056, 131026, 131049, 130472].map(stops)).toEqual(Array(4).fill('recipient'));
    expect([132001, 132015, 132016].map(stops)).toEqual(Array(3).fill('template'));
    expect([130429, 190, 131048, 133010].map(stops)).toEqual(Array(4).fill('number'));
    expect([368, 131042, 80007].map(stops)).toEqual(Array(3).fill('account'));
    expect([100, 132000, 131053].map(stops)).toEqual(Array(3).fill('message'));
  });

  it('lets a known subcode say more than its code, and an unknown one say nothing', () => {
    expect(readFailure({ code: 100, subcode: 2388024 }, 'answer').kind).toBe('template_exists');
    expect(readFailure({ code: 130429, subcode: 2494055 }, 'answer').kind).toBe('throughput_exceeded');
  });

  it('reads a code that nobody documented as unknown, without retry', () => {
    expect(readFailure({ code: 999_999, detail: 'odd' }, 'answer')).toMatchObject({
      kind: 'unknown',
      retry: 'no',
      code: 999_999,
      detail: 'odd',
    });
    expect(readFailure({}, 'webhook').kind).toBe('unknown');
  });

  it('has words for people for each kind', () => {
    for (const { words } of Object.values(FAILURE_KINDS)) expect(words).toMatch(/^[A-Z].*\.$/);
  });
});
