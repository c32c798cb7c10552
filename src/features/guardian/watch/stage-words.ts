// A number's stage as a sentence, for the API and logs; the web and mails say it in the reader's language.
import type { StageState } from './quality-stage.ts';

export function stageInWords({ stage, cause, stoppedUntil, recoveringUntil, relapses }: StageState): string {
  switch (stage) {
    case 'free':
      return 'The number may send in bulk again, within its sending plan.';
    case 'stopped': {
      const why =
        cause === 'flagged'
          ? 'WhatsApp flagged the number'
          : 'People blocked or reported the number too often';
      const again = relapses > 0 ? ', again' : '';
      return `${why}${again}: campaigns from it rest until ${day(stoppedUntil)}. Answers to customers go on.`;
    }
    case 'recovering':
      return `The number recovers until ${day(recoveringUntil)}: campaigns from it stay small. Look at its quality 24 hours after each.`;
    case 'restricted':
      return 'Meta restricted the number: campaigns from it wait until the restriction ends. Answers to customers go on where Meta lets them.';
    case 'banned':
      return 'Meta banned the number: nothing can be sent in bulk. Write an appeal; WhatsApp decides.';
  }
}

function day(at: Date | null): string {
  return at?.toISOString().slice(0, 10) ?? 'further notice';
}
