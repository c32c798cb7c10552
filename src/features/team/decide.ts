// Who gets a conversation: the first rule that fits and knows somebody decides. Pure: facts in, a person or nobody out.
import type { AssignmentRule, REASONS } from './assignment.contract.ts';
import type { PresenceState } from './presence.contract.ts';

export type Colleague = {
  userId: string;
  isAtWork: boolean;
  state: PresenceState;
  /** Open conversations that they look after. */
  open: number;
  /** By rule: when they last got a conversation by it, in milliseconds. */
  turns: ReadonlyMap<string, number>;
};

export type Asked = {
  numberId: string | null;
  tagIds: readonly string[];
  language: string | null;
  /** Who answered this contact last. */
  lastUserId: string | null;
};

export type Reason = (typeof REASONS)[number];
export type Tried = { ruleId: string; fits: boolean; people: { userId: string; reason: Reason }[] };
export type Verdict = { userId: string | null; ruleId: string | null; tried: Tried[] };

export function decide(
  rules: readonly AssignmentRule[],
  colleagues: readonly Colleague[],
  asked: Asked,
): Verdict {
  const tried: Tried[] = [];
  for (const rule of rules) {
    if (!fits(rule, asked)) {
      tried.push({ ruleId: rule.id, fits: false, people: [] });
      continue;
    }
    const people = colleagues
      .filter(({ userId }) => rule.userIds.length === 0 || rule.userIds.includes(userId))
      .map((person) => ({ person, obstacle: obstacleOf(rule, person) }));
    const free = people.filter(({ obstacle }) => obstacle === null).map(({ person }) => person);
    const chosen = choose(rule, free, asked);
    const passed = rule.way === 'keep_last' ? 'not_last' : 'not_their_turn';
    tried.push({
      ruleId: rule.id,
      fits: true,
      people: people.map(({ person: { userId }, obstacle }) => ({
        userId,
        reason: obstacle ?? (userId === chosen ? 'chosen' : passed),
      })),
    });
    if (chosen !== null) return { userId: chosen, ruleId: rule.id, tried };
  }
  return { userId: null, ruleId: null, tried };
}

/** Kinds of condition hold together, values of one kind each by itself. */
function fits(rule: AssignmentRule, asked: Asked): boolean {
  const { numberIds, tagIds, languages } = rule;
  if (numberIds.length > 0 && !(asked.numberId !== null && numberIds.includes(asked.numberId))) return false;
  if (tagIds.length > 0 && !tagIds.some((id) => asked.tagIds.includes(id))) return false;
  return languages.length === 0 || languages.some((language) => speaks(asked.language, language));
}

/** `pt` is also spoken by who speaks `pt_BR`, not the other way round. */
function speaks(contact: string | null, language: string): boolean {
  if (contact === null) return false;
  const [theirs, wanted] = [plain(contact), plain(language)];
  return theirs === wanted || theirs.startsWith(`${wanted}-`);
}

function plain(language: string): string {
  return language.toLowerCase().replace('_', '-');
}

function obstacleOf(rule: AssignmentRule, { isAtWork, state, open }: Colleague): Reason | null {
  // Who asked not to be disturbed is not, whatever the rule says.
  if (state === 'busy') return 'busy';
  if (rule.inHours && !isAtWork) return 'off_hours';
  if (rule.ifOnline && state !== 'online') return 'not_online';
  return rule.mostOpen !== null && open >= rule.mostOpen ? 'full' : null;
}

function choose(rule: AssignmentRule, free: readonly Colleague[], asked: Asked): string | null {
  if (rule.way === 'keep_last')
    return free.some(({ userId }) => userId === asked.lastUserId) ? asked.lastUserId : null;
  const turn = (person: Colleague) => person.turns.get(rule.id) ?? Number.NEGATIVE_INFINITY;
  const order = (a: Colleague, b: Colleague) =>
    (rule.way === 'least_busy' ? a.open - b.open : 0) ||
    compare(turn(a), turn(b)) ||
    compare(a.userId, b.userId);
  return free.toSorted(order)[0]?.userId ?? null;
}

function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
