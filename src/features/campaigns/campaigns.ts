// The front door of campaigns: what sending and conversations tell them.
export { campaignMoves } from './campaign-moves.ts';
export { eraseRecipients } from './campaigns-erase.store.ts';
export { moveRecipients } from './campaigns-merge.store.ts';
export { type CampaignAnswer, countAnswers, countPreferences } from './count-answers.ts';
export { countLinkTaps } from './count-link-taps.ts';
export { campaignSmsMoves } from './sms-fallback.ts';
