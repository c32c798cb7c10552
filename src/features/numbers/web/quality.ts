// Which tone a number's quality has.
import type { Quality } from '#features/numbers/numbers.contract.ts';
import type { Tone } from '#web/theme.ts';

export const QUALITY_TONES: Record<Quality, Tone> = {
  high: 'good',
  medium: 'attention',
  low: 'bad',
  unknown: 'neutral',
};
