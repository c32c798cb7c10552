// What to do when the quality is low or the number banned, as steps with their state. Pure.
import type { Guide, GuideStep } from '#features/guardian/watch.contract.ts';
import type { StageState } from './quality-stage.ts';

export type GuideFacts = {
  /** Ticked by people, with the name of who did. */
  ticked: ReadonlyMap<string, string>;
  /** Of the promotional templates sent lately: do all of them name the sender, greet, offer a way out? */
  templates: { sender: boolean; greeting: boolean; optOut: boolean };
};

type Step = Guide['steps'][number];

export function guideOf(state: StageState, facts: GuideFacts): Guide {
  const troubleSince = state.troubleSince?.toISOString() ?? null;
  if (state.stage === 'free') return { kind: 'none', troubleSince: null, steps: [] };
  const steps = state.stage === 'banned' ? bannedSteps(facts) : lowSteps(state, facts);
  return { kind: state.stage === 'banned' ? 'banned' : 'low_quality', troubleSince, steps };
}

function lowSteps(state: StageState, facts: GuideFacts): Step[] {
  const { stage, stoppedUntil, recoveringUntil } = state;
  const recovering = stage === 'recovering';
  return [
    bySystem('stop_bulk', 'done'),
    bySystem('wait_seven_days', recovering ? 'done' : 'under_way', stoppedUntil),
    byPeople('check_profile', facts),
    bySystem('name_sender', facts.templates.sender ? 'done' : 'open'),
    bySystem('greet_by_name', facts.templates.greeting ? 'done' : 'open'),
    bySystem('offer_opt_out', facts.templates.optOut ? 'done' : 'open'),
    byPeople('rewrite_text', facts),
    byPeople('clean_lists', facts),
    bySystem('small_days', recovering ? 'under_way' : 'open', recoveringUntil),
    bySystem('check_after_24h', recovering ? 'under_way' : 'open', recoveringUntil),
  ];
}

function bannedSteps(facts: GuideFacts): Step[] {
  return [
    bySystem('stop_bulk', 'done'),
    byPeople('read_reason', facts),
    byPeople('check_profile', facts),
    byPeople('write_appeal', facts),
    bySystem('await_decision', facts.ticked.has('write_appeal') ? 'under_way' : 'open'),
  ];
}

/** Whether people tick this step. */
export function isForPeople(step: GuideStep): boolean {
  return FOR_PEOPLE.has(step);
}

const FOR_PEOPLE: ReadonlySet<GuideStep> = new Set<GuideStep>([
  'check_profile',
  'rewrite_text',
  'clean_lists',
  'read_reason',
  'write_appeal',
]);

function bySystem(step: GuideStep, state: Step['state'], until: Date | null = null): Step {
  return { step, state, by: 'system', until: until?.toISOString() ?? null, doneBy: null };
}

function byPeople(step: GuideStep, { ticked }: GuideFacts): Step {
  const doneBy = ticked.get(step) ?? null;
  return { step, state: doneBy === null ? 'open' : 'done', by: 'people', until: null, doneBy };
}
