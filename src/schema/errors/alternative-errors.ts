import { itemsIn } from '../../model/json/json-value';
import { addedSince, addError, isTrivial, type ErrorContext, type KeywordErrors } from './error-site';

/** The errors of keywords that combine schemas for one value. */
export function alternativeErrors({
  evaluator,
  find,
}: ErrorContext): Readonly<Record<string, KeywordErrors>> {
  return {
    allOf: ({ value, at, errors }, inner) => {
      for (const part of itemsIn(inner)) find(part, value, at, errors);
    },
    anyOf: (site, inner) => {
      const { value, at, errors } = site;
      if (itemsIn(inner).some(isTrivial)) return;
      const marks: number[] = [];
      const start = errors.length;
      for (const part of itemsIn(inner)) {
        const before = errors.length;
        marks.push(before);
        find(part, value, at, errors);
        if (errors.length > before) continue;
        errors.length = start;
        return;
      }
      addError(site, 'anyOf', { before: addedSince(marks, site) });
    },
    oneOf: (site, inner) => {
      const { value, at, errors } = site;
      const marks: number[] = [];
      const start = errors.length;
      const passing: number[] = [];
      for (const [index, part] of itemsIn(inner).entries()) {
        const before = errors.length;
        if (!isTrivial(part)) {
          marks.push(before);
          find(part, value, at, errors);
        }
        if (errors.length === before) passing.push(index);
        if (passing.length > 1) break;
      }
      if (passing.length === 1) errors.length = start;
      else
        addError(site, 'oneOf', {
          passingSchemas: passing.length === 0 ? null : passing,
          before: addedSince(marks, site),
        });
    },
    not: (site, inner) => {
      if (evaluator.evaluationOf(inner)(site.value)) addError(site, 'not', {});
    },
    if: (site, inner) => {
      const { schema, value, at, errors } = site;
      const clauses = ['then', 'else'].filter(
        (name) => schema[name] !== undefined && !isTrivial(schema[name]),
      );
      if (clauses.length === 0) return;
      const clause = evaluator.evaluationOf(inner)(value) ? 'then' : 'else';
      const before = errors.length;
      find(schema[clause], value, at, errors);
      if (errors.length > before) addError(site, 'if', { failingKeyword: clause });
    },
  };
}
