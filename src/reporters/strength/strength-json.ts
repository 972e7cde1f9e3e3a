import { scoreOf, type StrengthResult, type Tally } from '../../model/findings/strength';
import { visibleJson } from '../visible-text';

/** The version of the format, which `spec/strength.schema.json` describes. */
const VERSION = 1;

/** The report for programs; accepted wrong values are listed only with `verbose`, as there may be very many. */
export function strengthJson(result: StrengthResult, { verbose }: { readonly verbose: boolean }): string {
  const { seed, schemas, notTried, isCutShort } = result;
  const report = {
    version: VERSION,
    seed,
    ...jsonTally(result),
    isCutShort,
    schemas: schemas.map((strength) => ({
      schema: strength.schema,
      contracts: strength.contracts,
      samples: strength.samples,
      ...jsonTally(strength),
      weaknesses: strength.weaknesses.map(({ location, accepts, remedy, file, line, column }) => ({
        location,
        accepts,
        remedy,
        file,
        line,
        column,
      })),
      ...(verbose
        ? {
            survivors: strength.survivors.map(({ sample, location, change, counts }) => ({
              sample,
              location,
              change,
              counts,
            })),
          }
        : {}),
    })),
    notTried: notTried.map(({ what, items }) => ({ what, items })),
  };
  return `${visibleJson(JSON.stringify(report, undefined, 2))}\n`;
}

function jsonTally(tally: Tally): object {
  return { score: Math.floor(scoreOf(tally) * 10) / 10, refused: tally.refused, tried: tally.tried };
}
