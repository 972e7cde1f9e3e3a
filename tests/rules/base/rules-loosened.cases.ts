import { describe, expect, test } from '@jest/globals';

import { changeLines, findingsOf } from '../rule-fixtures';
import { madeProject } from './made-projects';

describe('rules-loosened', () => {
  test('accepts a rule that is turned up', async () => {
    expect(await findingsOf('rules-loosened/right')).toEqual([]);
  });

  test('reports rules that are turned down, also from their default', async () => {
    expect(await findingsOf('rules-loosened/wrong')).toEqual([
      {
        ruleId: 'rules-loosened',
        severity: 'info',
        message: 'final-newline was turned down from error to off: say why in the review',
        file: 'contracts.yaml',
        pointer: '/rules/final-newline',
        start: { line: 4, column: 25 },
        end: { line: 4, column: 28 },
        related: [
          {
            message: 'error in the base',
            file: 'ba5eba5eba:contracts.yaml',
            pointer: '/rules/final-newline',
            start: { line: 4, column: 25 },
            end: { line: 4, column: 30 },
          },
        ],
      },
      {
        ruleId: 'rules-loosened',
        severity: 'info',
        message: 'id-form was turned down from error to warning: say why in the review',
        file: 'contracts.yaml',
        pointer: '/rules/id-form',
        start: { line: 4, column: 39 },
        end: { line: 4, column: 46 },
        related: [
          {
            message: 'error in the base',
            file: 'ba5eba5eba:contracts.yaml',
            start: { line: 1, column: 1 },
            end: { line: 1, column: 1 },
          },
        ],
      },
    ]);
  });

  test('a change cannot turn it off', async () => {
    const [base, now] = [
      madeProject({}),
      madeProject({}, { rules: { 'rules-loosened': 'off', 'id-form': 'off' } }),
    ];
    expect(await changeLines('rules-loosened', [base, now])).toEqual([
      'contracts.json:1:112-1:117 info /rules/rules-loosened: rules-loosened was turned down from info to off: say why in the review',
      'contracts.json:1:128-1:133 info /rules/id-form: id-form was turned down from error to off: say why in the review',
    ]);
  });

  test('is off where it was off in the base', async () => {
    const [base, now] = [{ 'rules-loosened': 'off' }, { 'rules-loosened': 'off', 'id-form': 'off' }].map(
      (rules) => madeProject({}, { rules }),
    );
    if (base === undefined || now === undefined) throw new Error('unreachable');
    expect(await changeLines('rules-loosened', [base, now])).toEqual([]);
  });
});
