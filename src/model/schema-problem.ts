import type { PatternMistake } from './pattern-mistake';
import type { Place } from './place';
import type { Violation } from './violation';

/** What is wrong with a schema itself. `place` is the wrong token in the schema file; `root` is the schema root as users see it. */
export type SchemaProblem =
  | { readonly kind: 'unreadable'; readonly message: string; readonly place: Place }
  | {
      readonly kind: 'missing';
      readonly schema: string;
      readonly root: string;
      readonly nearest?: string;
      readonly place: Place;
    }
  | { readonly kind: 'unknown-dialect'; readonly dialect: string; readonly place: Place }
  | { readonly kind: 'not-a-schema'; readonly violation: Violation; readonly place: Place }
  | {
      readonly kind: 'dangling-reference';
      readonly reference: string;
      readonly nearest?: string;
      readonly place: Place;
    }
  | {
      readonly kind: 'remote-reference';
      readonly reference: string;
      readonly root: string;
      readonly place: Place;
    }
  | { readonly kind: 'circular-reference'; readonly reference: string; readonly place: Place }
  | {
      readonly kind: 'malformed-pattern';
      readonly pattern: string;
      readonly mistake: PatternMistake;
      readonly place: Place;
    }
  | {
      readonly kind: 'needless-escapes';
      readonly pattern: string;
      /** The escapes that only the `u` flag forbids, such as `\_`: they are read without the backslash. */
      readonly escapes: readonly string[];
      /** The pattern without their backslashes. */
      readonly plain: string;
      readonly place: Place;
    }
  | { readonly kind: 'does-not-compile'; readonly message: string; readonly place: Place }
  | {
      readonly kind: 'unknown-keyword';
      readonly keyword: string;
      readonly dialect: string;
      /** The dialects that have this keyword. */
      readonly knownTo: readonly string[];
      readonly nearest?: string;
      readonly place: Place;
    }
  | {
      readonly kind: 'unknown-format';
      readonly format: string;
      readonly nearest?: string;
      readonly place: Place;
    }
  | { readonly kind: 'accepts-everything'; readonly place: Place };
