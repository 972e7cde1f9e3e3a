import { groupBy } from '../../model/group-by';
import { placeKey } from '../../model/documents/place';
import type { Report } from '../rule';

/** The reports without repetitions: two contracts may check one sample against the same definition. Equal reports are one, about the contracts of all. */
export function distinctReports(reports: readonly Report[]): readonly Report[] {
  if (reports.length === 0) return reports;
  const groups = groupBy(reports, ({ at, message }) => `${placeKey(at)}\0${message}`);
  return [...groups.values()].flatMap((equal) => {
    const contracts = new Set(equal.flatMap(({ contract = [] }) => contract));
    return equal.slice(0, 1).map((report) => ({ ...report, contract: [...contracts].join(', ') }));
  });
}
