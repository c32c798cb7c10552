// Pairs each promise about the health of numbers with its handler.
import { pair } from '#operations/handle.ts';
import { getGuide } from './operations/get-guide.ts';
import { getHealthHistory } from './operations/get-health-history.ts';
import { getTemplateAgeing } from './operations/get-template-ageing.ts';
import { getWords } from './operations/get-words.ts';
import { listCampaignOutcomes } from './operations/list-campaign-outcomes.ts';
import { listDecisions } from './operations/list-decisions.ts';
import { listTemplateOutcomes } from './operations/list-template-outcomes.ts';
import { listWatchedNumbers } from './operations/list-watched-numbers.ts';
import { setWords } from './operations/set-words.ts';
import { tickStep } from './operations/tick-step.ts';
import { watchContract } from './watch.contract.ts';

export const watchOperations = pair(watchContract, {
  numbers: listWatchedNumbers,
  history: getHealthHistory,
  campaigns: listCampaignOutcomes,
  templates: listTemplateOutcomes,
  ageing: getTemplateAgeing,
  log: listDecisions,
  guide: getGuide,
  tickStep,
  words: getWords,
  setWords,
});
