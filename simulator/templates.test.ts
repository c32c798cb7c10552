// Templates: what is refused at once, what the review decides, and what happens afterwards.

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Bench, received, startBench, until } from './testing/graph-client.ts';

let bench: Bench;
let counter = 0;
beforeAll(async () => {
  bench = await startBench();
});
afterEach(() => bench.restore());
afterAll(() => bench.close());

const bodyOf = (text: string, ...examples: string[]) => ({
  type: 'BODY',
  text,
  ...(examples.length > 0 && { example: { body_text: [examples] } }),
});

function create(wish: Record<string, unknown>): Promise<Answer> {
  const usual = {
    name: `t_${++counter}`,
    language: 'en_US',
    category: 'MARKETING',
    components: [bodyOf('Hello everyone')],
  };
  return bench.call('POST', `/v26.0/${bench.wabaId}/message_templates`, { ...usual, ...wish });
}

async function verdictOn(wish: Record<string, unknown>) {
  const { body } = await create(wish);
  return { id: body.id as string, told: await toldAbout(body.id) };
}

/** The first of a field's webhooks that is about this template. */
function toldAbout(id: string, field = 'message_template_status_update') {
  return until(() =>
    received(bench.receiver, field).find((value) => String(value.message_template_id) === id),
  );
}

describe('refused at once', () => {
  const buttons = (...list: unknown[]) => [bodyOf('Hello everyone'), { type: 'BUTTONS', buttons: list }];
  const quick = (text: string) => ({ type: 'QUICK_REPLY', text });
  const link = { type: 'URL', text: 'Open', url: 'https://x.it' };
  const cases: [what: string, subcode: number | undefined, wish: Record<string, unknown>][] = [
    ['name with capitals', undefined, { name: 'Hello' }],
    ['unknown category', undefined, { category: 'NEWS' }],
    ['language that is none', undefined, { language: 'english' }],
    ['variable at the start', 2388299, { components: [bodyOf('{{1}} is here', 'Ada')] }],
    ['variable at the end', 2388299, { components: [bodyOf('Here is {{1}}', 'Ada')] }],
    ['variables side by side', 2388072, { components: [bodyOf('Hi {{1}} {{2}} there', 'a', 'b')] }],
    ['gap in the sequence', 2388072, { components: [bodyOf('Hi {{1}} and {{3}} there', 'a', 'b')] }],
    ['braces that do not match', 2388072, { components: [bodyOf('Hi {{1} there', 'a')] }],
    [
      'more variables than words',
      2388293,
      { components: [bodyOf('a {{1}} - {{2}} - {{3}}!', 'a', 'b', 'c')] },
    ],
    ['missing examples', 2388043, { components: [bodyOf('Hi {{1}} there')] }],
    ['body of 1,025 characters', 2388040, { components: [bodyOf('x'.repeat(1025))] }],
    [
      'header of 61 characters',
      2388040,
      { components: [{ type: 'HEADER', format: 'TEXT', text: 'x'.repeat(61) }, bodyOf('Hi')] },
    ],
    [
      'header picture without sample',
      2388273,
      { components: [{ type: 'HEADER', format: 'IMAGE' }, bodyOf('Hi')] },
    ],
    [
      'footer with a variable',
      2388073,
      { components: [bodyOf('Hi'), { type: 'FOOTER', text: 'Bye {{1}}' }] },
    ],
    ['no body', 2388072, { components: [{ type: 'FOOTER', text: 'Bye' }] }],
    [
      'three web buttons',
      2388047,
      { components: buttons(link, { ...link, text: 'b' }, { ...link, text: 'c' }) },
    ],
    ['quick replies apart', 2388047, { components: buttons(quick('a'), link, quick('b')) }],
    ['button text of 26 characters', 2388040, { components: buttons(quick('x'.repeat(26))) }],
    [
      'authentication with its own text',
      2388072,
      { category: 'AUTHENTICATION', components: [bodyOf('Your code')] },
    ],
    ['time to live too short', undefined, { message_send_ttl_seconds: 60 }],
  ];
  it.each(cases)('%s', async (_what, subcode, wish) => {
    const answer = await create(wish);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({ code: 100, ...(subcode && { error_subcode: subcode }) });
    if (subcode) expect(answer.body.error.error_user_msg).toBeTruthy();
  });

  it('a second text in the same language, and a name that was deleted', async () => {
    await verdictOn({ name: 'twice' });
    expect((await create({ name: 'twice' })).body.error.error_subcode).toBe(2388024);
    const path = `/v26.0/${bench.wabaId}/message_templates?name=twice`;
    expect((await bench.call('DELETE', path)).body).toEqual({ success: true });
    expect((await create({ name: 'twice' })).body.error.error_subcode).toBe(2388023);
    await bench.control('POST', '/clock', { advance: '31d' });
    expect((await create({ name: 'twice' })).status).toBe(200);
  });
});

describe('review', () => {
  it('takes the time that is set, and tells by webhook with a number as id', async () => {
    await bench.control('POST', '/settings', { review: { delayMs: 3_600_000 } });
    const { body } = await create({});
    expect(body).toMatchObject({ status: 'PENDING', category: 'MARKETING' });
    expect((await bench.call('GET', `/${body.id}?fields=status`)).body.status).toBe('PENDING');
    await bench.control('POST', '/clock', { advance: '1h' });
    expect((await bench.call('GET', `/${body.id}?fields=status`)).body.status).toBe('APPROVED');
    const told = await toldAbout(body.id);
    expect(told).toMatchObject({ event: 'APPROVED', message_template_id: Number(body.id), reason: 'NONE' });
  });

  it.each([
    ['shortened link', 'INVALID_FORMAT', { components: [bodyOf('See bit.ly/abc for more')] }],
    ['secrets asked', 'SCAM', { components: [bodyOf('Send us your card number now')] }],
    ['named to be rejected', 'ABUSIVE_CONTENT', { name: 'rejected_abusive_content' }],
    [
      'promotion as utility',
      'TAG_CONTENT_MISMATCH',
      {
        category: 'UTILITY',
        allow_category_change: false,
        components: [bodyOf('Only today 20% off everything')],
      },
    ],
  ])('rejects %s', async (_what, reason, wish) => {
    const { id, told } = await verdictOn(wish);
    expect(told).toMatchObject({ event: 'REJECTED', reason });
    if (reason === 'INVALID_FORMAT') expect(told.rejection_info.reason).toBeTruthy();
    expect((await bench.call('GET', `/${id}?fields=rejected_reason`)).body.rejected_reason).toBe(reason);
  });

  it('moves a promotion to marketing where that is allowed', async () => {
    const { id } = await verdictOn({
      category: 'UTILITY',
      components: [bodyOf('Special offer for you today')],
    });
    const change = await toldAbout(id, 'template_category_update');
    expect(change).toMatchObject({ previous_category: 'UTILITY', new_category: 'MARKETING' });
  });
});

describe('afterwards', () => {
  it('lists by filter and page, with a summary', async () => {
    for (const name of ['page_a', 'page_b', 'page_c']) await verdictOn({ name, language: 'de' });
    const path = `/v26.0/${bench.wabaId}/message_templates?language=de&limit=2&fields=name,status`;
    const first = (await bench.call('GET', `${path}&summary=total_count`)).body;
    expect(first.data.map(({ name }: { name: string }) => name)).toEqual(['page_a', 'page_b']);
    expect(first.data[0]).toEqual({ name: 'page_a', status: 'APPROVED', id: expect.any(String) });
    expect(first.summary.total_count).toBe(3);
    const second = await bench.call('GET', `${path}&after=${first.paging.cursors.after}`);
    expect(second.body.data).toHaveLength(1);
    expect(second.body.paging.next).toBeUndefined();
    expect(new URL(first.paging.next).searchParams.get('after')).toBe(first.paging.cursors.after);
  });

  it('shows a one-time-code button as a web button', async () => {
    const components = [
      { type: 'BODY', add_security_recommendation: true },
      { type: 'FOOTER', code_expiration_minutes: 10 },
      { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy' }] },
    ];
    const { id } = await verdictOn({ category: 'AUTHENTICATION', components });
    const shown = (await bench.call('GET', `/${id}`)).body.components;
    expect(shown[2].buttons[0]).toMatchObject({
      type: 'URL',
      url: expect.stringContaining('whatsapp.com/otp/code'),
    });
    const { name } = bench.simulator.world.templates.find(id)!;
    const parameters = [{ type: 'text', text: '482913' }];
    const answer = await bench.send({
      to: '393331110009',
      type: 'template',
      template: {
        name,
        language: { code: 'en_US' },
        components: [
          { type: 'body', parameters },
          { type: 'button', sub_type: 'url', index: '0', parameters },
        ],
      },
    });
    expect(answer.status).toBe(200);
  });

  it('can be edited once a day while approved, and is reviewed again', async () => {
    const { id } = await verdictOn({});
    const edit = () => bench.call('POST', `/v26.0/${id}`, { components: [bodyOf('Hello again everyone')] });
    expect((await edit()).body.success).toBe(true);
    await until(() => bench.simulator.world.templates.find(id)?.status === 'APPROVED');
    expect((await edit()).body.error.error_subcode).toBe(2388039);
    expect(received(bench.receiver, 'message_template_components_update').length).toBeLessThanOrEqual(1);
  });

  it('is paused for 3 hours, then 6, then disabled', async () => {
    const { id } = await verdictOn({});
    const status = () => bench.simulator.world.templates.find(id)!.status;
    await bench.control('POST', `/templates/${id}`, { quality: 'RED', pause: true });
    expect(status()).toBe('PAUSED');
    expect((await bench.call('POST', `/v26.0/${id}/unpause`)).body.success).toBe(false);
    await bench.control('POST', '/clock', { advance: '3h' });
    expect(status()).toBe('APPROVED');
    await bench.control('POST', `/templates/${id}`, { pause: true });
    await bench.control('POST', '/clock', { advance: '10m' });
    expect((await bench.call('POST', `/v26.0/${id}/unpause`)).body).toEqual({ success: true });
    await bench.control('POST', `/templates/${id}`, { pause: true });
    expect(status()).toBe('DISABLED');
    const told = await toldAbout(id, 'message_template_quality_update');
    expect(told).toMatchObject({ previous_quality_score: 'UNKNOWN', new_quality_score: 'RED' });
  });
});
