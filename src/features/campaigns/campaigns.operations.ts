// Pairs the operations on campaigns with their handlers.
import { pair } from '#operations/handle.ts';
import { campaignsContract } from './campaigns.contract.ts';
import { cancelCampaign } from './operations/cancel-campaign.ts';
import { chooseWinner } from './operations/choose-winner.ts';
import { cloneCampaign } from './operations/clone-campaign.ts';
import { compareCampaigns } from './operations/compare-campaigns.ts';
import { createCampaign } from './operations/create-campaign.ts';
import { deleteCampaign } from './operations/delete-campaign.ts';
import { estimate } from './operations/estimate-audience.ts';
import { getCampaign } from './operations/get-campaign.ts';
import { readPlan } from './operations/get-plan.ts';
import { getRecipient } from './operations/get-recipient.ts';
import { getSplit } from './operations/get-split.ts';
import { getTestPhone } from './operations/get-test-phone.ts';
import { keepRecipients } from './operations/keep-recipients.ts';
import { listCampaigns } from './operations/list-campaigns.ts';
import { listOfContact } from './operations/list-of-contact.ts';
import { listRecipients } from './operations/list-recipients.ts';
import { pauseCampaign } from './operations/pause-campaign.ts';
import { preflightCampaign } from './operations/preflight-campaign.ts';
import { readCalendar } from './operations/read-calendar.ts';
import { resumeCampaign } from './operations/resume-campaign.ts';
import { retryFailed } from './operations/retry-failed.ts';
import { scheduleCampaign } from './operations/schedule-campaign.ts';
import { settleUncertainOfCampaign } from './operations/settle-uncertain.ts';
import { startCampaign } from './operations/start-campaign.ts';
import { testSend } from './operations/test-send.ts';
import { unscheduleCampaign } from './operations/unschedule-campaign.ts';
import { changeCampaign } from './operations/update-campaign.ts';

export const campaignsOperations = pair(campaignsContract, {
  list: listCampaigns,
  get: getCampaign,
  compare: compareCampaigns,
  create: createCampaign,
  update: changeCampaign,
  estimate,
  preflight: preflightCampaign,
  plan: readPlan,
  start: startCampaign,
  schedule: scheduleCampaign,
  unschedule: unscheduleCampaign,
  pause: pauseCampaign,
  resume: resumeCampaign,
  cancel: cancelCampaign,
  clone: cloneCampaign,
  retryFailed,
  split: getSplit,
  chooseWinner,
  testSend,
  testPhone: getTestPhone,
  calendar: readCalendar,
  recipients: listRecipients,
  ofContact: listOfContact,
  recipient: getRecipient,
  keepRecipients,
  settleUncertain: settleUncertainOfCampaign,
  delete: deleteCampaign,
});
