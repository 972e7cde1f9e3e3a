/** The longest line of generated text, in characters. */
export const WIDTH = 110;

/** The declaration of a type alias, with the line breaks of prettier. */
export function typeAlias(name: string, other: string): string {
  const line = `export type ${name} = ${other};`;
  return line.length <= WIDTH ? line : `export type ${name} =\n  ${other};`;
}
