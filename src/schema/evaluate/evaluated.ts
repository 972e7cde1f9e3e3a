/**
 * The properties and items of one value that a schema has evaluated (2020-12, core 11): `unevaluatedProperties` and `unevaluatedItems` apply to
 * the others.
 */
export interface Evaluated {
  readonly properties: Set<string>;
  readonly items: Set<number>;
}

/**
 * Whether a schema accepts a value. Without `seen` it stops at the first failure. With `seen` it goes on, and adds everything that it
 * evaluated: an explanation must not report a property as unevaluated because the one before it was wrong.
 */
export type Evaluate = (value: unknown, seen?: Evaluated) => boolean;

export const ACCEPT: Evaluate = () => true;
export const REFUSE: Evaluate = () => false;

/** Whether a part accepts each of these: stops at the first failure, unless it matters what is evaluated. */
export function every<Item>(
  items: Iterable<Item>,
  seen: Evaluated | undefined,
  accepts: (item: Item) => boolean,
): boolean {
  let accepted = true;
  for (const item of items) {
    if (accepts(item)) continue;
    if (seen === undefined) return false;
    accepted = false;
  }
  return accepted;
}

export function nothingEvaluated(): Evaluated {
  return { properties: new Set(), items: new Set() };
}

export function addEvaluated({ properties, items }: Evaluated, to: Evaluated): void {
  for (const name of properties) to.properties.add(name);
  for (const index of items) to.items.add(index);
}
