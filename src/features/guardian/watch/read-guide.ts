// Reads the guide of a number with the state of its steps.
import type { Guide } from '#features/guardian/watch.contract.ts';
import type { Call } from '#operations/call.ts';
import { checkWording } from '#whatsapp/wording/check-wording.ts';
import { readWords } from './guardian-words.store.ts';
import { promotionalTemplates, tickedSteps } from './guide.store.ts';
import { guideOf } from './guide.ts';
import { freeSince } from './quality-stage.ts';
import { readStages } from './watch.store.ts';

export async function readGuide(
  call: Pick<Call, 'tx' | 'workspaceId' | 'now'>,
  numberId: string,
): Promise<Guide> {
  const state = (await readStages(call, numberId)).get(numberId) ?? freeSince(call.now);
  if (!state.troubleSince) return guideOf(state, { ticked: new Map(), templates: ALL_WELL });
  const ticked = await tickedSteps(call, numberId, state.troubleSince);
  const { businessNames } = await readWords(call);
  const lacking = new Set(
    (await promotionalTemplates(call, numberId)).flatMap(({ content, variables }) =>
      checkWording(content, {
        category: 'marketing',
        businessNames,
        fields: Object.fromEntries(
          Object.entries(variables).map(([key, source]) => [key, source.field ?? '']),
        ),
      }).map((finding) => finding.kind),
    ),
  );
  return guideOf(state, {
    ticked,
    templates: {
      sender: !lacking.has('sender_missing'),
      greeting: !lacking.has('greeting_missing'),
      optOut: !lacking.has('opt_out_missing'),
    },
  });
}

const ALL_WELL = { sender: true, greeting: true, optOut: true };
