/** Thrown while a value is evaluated: a reference leads back to its own schema for the same value. `key` names the node. */
export class EndlessReference extends Error {
  override readonly name = 'EndlessReference';
  readonly key: string;

  constructor(key: string) {
    super('a reference leads back to its own schema for the same value');
    this.key = key;
  }
}
