/** Why a pattern is not a regular expression of ECMA-262. */
export interface PatternMistake {
  readonly reason: string;
  /** What ECMA-262 does not have, such as `\A` or `(?i)`. */
  readonly foreign: readonly string[];
  /** The whole pattern in the form of ECMA-262, if one is known. */
  readonly ecma?: string;
  /** Whether the pattern is valid without the `u` flag. */
  readonly predatesUnicode: boolean;
}
