import type { Options } from 'prettier';
import * as estree from 'prettier/plugins/estree';
import * as typescript from 'prettier/plugins/typescript';
import * as standalone from 'prettier/standalone';

/**
 * Stands in for prettier wherever a test loads it: the package's main file imports modules, which jest cannot do. This
 * is the same formatter, in the form that it has for browsers.
 */
export function format(source: string, options: Options): Promise<string> {
  return standalone.format(source, { ...options, plugins: [estree, typescript] });
}
