// What a bench is: a name, what its floor is, and a run that measures both.

export type Measured = { unit: string; ours: number; floor: number; details: Record<string, unknown> };

export type Bench = {
  name: string;
  /** What the floor is, in words: the least that any implementation must do. */
  floor: string;
  /** Whether more is better (a rate) or less (a time); the ratio is at most 1 at the floor either way. */
  better: 'more' | 'less';
  run(context: { args: string[]; say(line: string): void }): Promise<Measured>;
};
