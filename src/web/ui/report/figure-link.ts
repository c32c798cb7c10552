// The page that shows what a figure counts.

export type FigureLink = { to: string; search: Record<string, unknown> };
