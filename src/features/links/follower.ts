// Tells a person who tapped a link from machines that only look at it, and keeps no more of them than the kind of device.

export type Device = 'android' | 'iphone' | 'computer' | 'other';
export type Follower = { machine: boolean; device: Device };

/** Agents that fetch without anybody reading: link previews of messengers, scanners of mail, crawlers, scripts. */
const MACHINES =
  /whatsapp|facebookexternalhit|facebot|meta-external|telegrambot|slackbot|discordbot|twitterbot|linkedinbot|skypeuripreview|viber|line-poker|applebot|googlebot|bingpreview|(?<!cu)bot\b|crawl|spider|slurp|preview|scan|monitor|headless|phantom|lighthouse|curl|wget|python|java\/|okhttp|go-http|node-fetch|undici|axios|libwww|httpclient|postman|insomnia|ruby|perl|php/i;

type Headers = Record<string, string | string[] | undefined>;

export function followerOf(method: string, headers: Headers): Follower {
  const agent = text(headers['user-agent']);
  const purpose = ['purpose', 'sec-purpose', 'x-purpose', 'x-moz']
    .map((name) => text(headers[name]))
    .join(' ');
  const machine =
    method !== 'GET' ||
    agent.length < 20 ||
    MACHINES.test(agent) ||
    /prefetch|preview|prerender/i.test(purpose);
  return { machine, device: deviceOf(agent) };
}

function deviceOf(agent: string): Device {
  if (/iphone|ipad|ipod/i.test(agent)) return 'iphone';
  if (/android/i.test(agent)) return 'android';
  return /windows|macintosh|x11|linux|cros/i.test(agent) ? 'computer' : 'other';
}

function text(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value.join(' ') : (value ?? '')).slice(0, 500);
}
