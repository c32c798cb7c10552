// Who is told of SMS: campaigns count theirs, conversations know the words by which people leave.
import { campaignSmsMoves } from '#features/campaigns/campaigns.ts';
import { isStopWord } from '#features/conversations/conversations.ts';
import type { SmsWatcher } from '#features/sms/sms.ts';

export const smsWatcher: SmsWatcher = { moved: campaignSmsMoves, isStop: isStopWord };
