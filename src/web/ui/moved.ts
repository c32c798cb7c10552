// Moves one thing of a list to another place.

/** A new array in which the item at `from` stands at `to`; the others keep their order. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const order = [...items];
  order.splice(to, 0, ...order.splice(from, 1));
  return order;
}
