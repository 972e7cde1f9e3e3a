import type { Mutator } from '../mutation';
import { doubtfulList } from './doubtful-list';
import { doubtfulNumber } from './doubtful-number';
import { doubtfulText } from './doubtful-text';
import { foreignItem } from './foreign-item';
import { misspeltKey } from './misspelt-key';
import { misspeltValue } from './misspelt-value';
import { missingKey } from './missing-key';
import { nearMiss } from './near-miss';
import { otherType } from './other-type';
import { placeholder } from './placeholder';
import { unknownKey } from './unknown-key';

/** Every mutator, in the order in which they run. */
export const MUTATORS: readonly Mutator[] = [
  otherType,
  foreignItem,
  missingKey,
  unknownKey,
  misspeltKey,
  placeholder,
  nearMiss,
  misspeltValue,
  doubtfulText,
  doubtfulNumber,
  doubtfulList,
];
