// Turns the figures of a campaign into shares that can be compared whatever its size.
import type { CampaignFigures, CampaignRates } from './campaigns.contract.ts';

/** Of those whom it was sent to; what failed is a share of the audience. Null where nobody is counted yet. */
export function ratesOf(figures: CampaignFigures): CampaignRates {
  const { audience, sent } = figures;
  const share = (count: number, of: number) => (of === 0 ? null : count / of);
  return {
    delivered: share(figures.delivered, sent),
    read: share(figures.read, sent),
    clicked: share(figures.clicked, sent),
    linkClicked: share(figures.linkClicked, sent),
    replied: share(figures.replied, sent),
    optedOut: share(figures.optedOut, sent),
    failed: share(figures.failed, audience),
  };
}
