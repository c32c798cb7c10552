// The steps of a sending plan: from which day on how many people a day. Pure.

type Day = { day: string; people: number };

/** The first day of each size; what is left over on the last day is no step. */
export function stepsOf(waves: readonly Day[]): Day[] {
  const steps: Day[] = [];
  for (const [at, { day, people }] of waves.entries()) {
    const isRest = at === waves.length - 1 && at > 0 && people < steps.at(-1)!.people;
    if (people !== steps.at(-1)?.people && !isRest) steps.push({ day, people });
  }
  return steps.length > MOST ? [steps[0]!, ...steps.slice(1 - MOST)] : steps;
}

const MOST = 6;
