// The error codes of WhatsApp that the simulator can answer: title, HTTP status, whether they come at once or later.

export interface Failure {
  title: string;
  details: string;
  status: number;
  /** How the code reaches the sender: in the HTTP answer, by webhook, or either. */
  where: 'sync' | 'async' | 'both';
}

const TABLE: Record<number, [title: string, details: string, status?: number, where?: Failure['where']]> = {
  0: ['AuthException', 'We were unable to authenticate the app user.', 401],
  1: ['API Unknown', 'Invalid request or possible server error.', 400],
  2: ['API Service', 'Temporary due to downtime or being overloaded.', 503],
  3: ['API Method', 'Capability or permissions issue.', 500],
  4: ['API Too Many Calls', 'The app has reached its API call rate limit.', 400],
  10: ['Permission Denied', 'Permission is either not granted or has been removed.', 403],
  33: ['Parameter value is not valid', 'The business phone number has been deleted.', 400],
  100: ['Invalid parameter', 'The request included one or more unsupported or misspelled parameters.', 400],
  190: ['Access token has expired', 'Your access token has expired.', 401],
  200: ['API Permission', 'Permission is either not granted or has been removed.', 403],
  368: ['Temporarily blocked for policies violations', 'The account is restricted or disabled.', 403, 'both'],
  80007: ['Rate limit issues', 'The WhatsApp Business Account has reached its rate limit.', 400],
  130403: ['User is blocked', 'The recipient is on your block list.', 400, 'both'],
  130429: ['Rate limit hit', 'Cloud API message throughput has been reached.', 400, 'both'],
  130472: [
    "User's number is part of an experiment",
    'Message was not sent as part of an experiment.',
    400,
    'async',
  ],
  130497: [
    'Business account is restricted from messaging users in this country',
    'Country restriction.',
    403,
    'both',
  ],
  131000: ['Something went wrong', 'Message failed to send due to an unknown error.', 500, 'both'],
  131005: ['Access denied', 'Permission is either not granted or has been removed.', 403],
  131008: ['Required parameter is missing', 'The request is missing a required parameter.', 400],
  131009: ['Parameter value is not valid', 'One or more parameter values are invalid.', 400, 'both'],
  131016: ['Service unavailable', 'A service is temporarily unavailable.', 500, 'both'],
  131021: ['Recipient cannot be sender', 'Sender and recipient phone number is the same.', 400],
  131026: ['Message undeliverable', 'Unable to deliver message to this person.', 400, 'async'],
  131030: ['Recipient phone number not in allowed list', 'Add the number to the allowed list.', 400],
  131031: ['Account has been locked', 'The account is restricted, or the PIN does not match.', 403, 'both'],
  131037: ['Display name approval needed', 'The display name of this number is not approved yet.', 400],
  131042: [
    'Business eligibility payment issue',
    'There is a problem with your payment method.',
    400,
    'async',
  ],
  131045: [
    'Incorrect certificate',
    'Message failed to send due to a phone number registration error.',
    500,
    'both',
  ],
  131047: [
    'Re-engagement message',
    'More than 24 hours have passed since the customer last replied.',
    400,
    'both',
  ],
  131048: [
    'Spam rate limit hit',
    'There are restrictions on how many messages this number can send.',
    400,
    'both',
  ],
  131049: ['Message not delivered', 'Not delivered to maintain healthy ecosystem engagement.', 400, 'async'],
  131050: [
    'User has stopped marketing messages',
    'The person chose not to receive marketing from you.',
    400,
    'async',
  ],
  131051: ['Unsupported message type', 'The message type is currently not supported.', 400, 'both'],
  131052: ['Media download error', 'Unable to download the media.', 400, 'async'],
  131053: ['Media upload error', 'Unable to upload the media used in the message.', 400, 'async'],
  131055: ['Method not allowed', 'Only marketing templates can be sent here.', 400],
  131056: ['Pair rate limit hit', 'Too many messages to the same recipient in a short time.', 400, 'both'],
  131057: ['Account in maintenance mode', 'The business account is in maintenance mode.', 500],
  131062: ['Recipient not supported', 'This message cannot be sent to a business-scoped user id.', 400],
  131063: ['Marketing disabled', 'Marketing messages are disabled on Cloud API for this account.', 400],
  131064: [
    'Template misclassification limit',
    'Sending is limited because of misclassified templates.',
    400,
    'both',
  ],
  132000: ['Template Param Count Mismatch', 'The number of parameters does not match the template.', 400],
  132001: [
    'Template does not exist',
    'The template does not exist in this language or is not approved.',
    404,
  ],
  132005: ['Template Hydrated Text Too Long', 'Translated text is too long.', 400],
  132007: ['Template Format Character Policy Violated', 'Template content violates a policy.', 400, 'both'],
  132012: ['Template Parameter Format Mismatch', 'Variable values are formatted incorrectly.', 400],
  132015: ['Template is Paused', 'The template is paused due to low quality.', 400, 'both'],
  132016: ['Template is Disabled', 'The template was paused too often and is disabled for good.', 400],
  132068: ['Flow is blocked', 'The flow is in blocked state.', 400],
  132069: ['Flow is throttled', 'The flow is in throttled state.', 400],
  133000: ['Incomplete Deregistration', 'A previous deregistration attempt failed.', 500],
  133004: ['Server Temporarily Unavailable', 'The server is temporarily unavailable.', 503],
  133005: ['Two step verification PIN Mismatch', 'The two-step verification PIN is incorrect.', 400],
  133006: [
    'Phone number re-verification needed',
    'The phone number needs to be verified before registering.',
    400,
  ],
  133008: ['Too Many two step verification PIN Guesses', 'Too many wrong PINs for this number.', 400],
  133009: ['Two step verification PIN Guessed Too Fast', 'The PIN was entered too quickly.', 400],
  133010: ['Phone number Not Registered', 'The phone number is not registered on the platform.', 400],
  133015: ['Please wait a few minutes', 'The phone number was deleted just now.', 400],
  133016: [
    'Account register deregister rate limit',
    'Registration failed: too many attempts in 72 hours.',
    400,
  ],
  135000: [
    'Generic user error',
    'Message failed to send because of an unknown error with your request.',
    400,
    'both',
  ],
  137000: ['Identity key mismatch', 'The identity key hash of the recipient does not match.', 400],
  139100: ['Failed to block users', 'Bulk blocking failed.', 400],
  139101: ['Blocklist limit reached', 'The block list holds 64,000 people.', 400],
  139102: ['Blocklist concurrent update', 'The block list changed while this request ran.', 400],
  139103: ['Internal error', 'The person has not written to you in the last 24 hours.', 400],
};

/** The failure behind an error code; undefined when the simulator does not know it. */
export function failureOf(code: number): Failure | undefined {
  const row = TABLE[code];
  if (!row) return undefined;
  const [title, details, status = 400, where = 'sync'] = row;
  return { title, details, status, where };
}

export const failureCodes: number[] = Object.keys(TABLE).map(Number);

/** The `errors` item of a failed status or an inbound message. */
export function webhookError(code: number, details?: string) {
  const failure = failureOf(code) ?? { title: 'Something went wrong', details: 'Unknown error.' };
  return {
    code,
    title: failure.title,
    message: failure.title,
    error_data: { details: details ?? failure.details },
    href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
  };
}
