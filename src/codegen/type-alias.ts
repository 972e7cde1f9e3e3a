const WIDTH = 110;

/** The declaration of a type that is any of others, broken as prettier breaks it. */
export function typeAlias(name: string, members: readonly string[]): string {
  const head = `export type ${name} =`;
  const choice = `${members.join(' | ')};`;
  if (`${head} ${choice}`.length <= WIDTH) return `${head} ${choice}`;
  if (`  ${choice}`.length <= WIDTH) return `${head}\n  ${choice}`;
  return `${head}\n  | ${members.join('\n  | ')};`;
}
