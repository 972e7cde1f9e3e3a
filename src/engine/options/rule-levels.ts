import { RULE_LEVELS } from '../../model/severity';
import { RULES } from '../../rules/rule-registry';
import { oneWordOf, recordOf } from './option-kinds';

/** An option with the severity of each rule, by its id. */
export const RULE_LEVELS_BY_ID = recordOf(
  RULES.map(({ id }) => id),
  oneWordOf(RULE_LEVELS),
  '`samplegate explain` lists the rules',
);
