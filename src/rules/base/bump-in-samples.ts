import { textMember } from '../../model/json/json-value';
import { placeInCommit, type Change } from '../../model/project/change';
import type { Document } from '../../model/documents/document';
import { compareMicroversions, type Microversion } from '../../model/versions/microversion';
import { placeKey } from '../../model/documents/place';
import { newestOf, objectEntries, type StatedMicroversion } from '../../model/versions/versions-entry';
import type { VersionsSet } from '../../model/versions/versions-set';
import { quote } from '../../wording/quote';
import { placeIn } from '../place-in';
import type { Report, Rule } from '../rule';
import { newestInCode } from './about/newest-in-code';

/** Where a fact compares a sample with the code, `facts-agree` reports the same. */
export const bumpInSamples: Rule<'change'> = {
  id: 'bump-in-samples',
  subject: 'change',
  severity: 'error',
  summary: 'When the code raises a microversion, the versions samples do too.',
  check: function* (change) {
    const tied = new Set(
      change.now.project.facts.flatMap(({ sources }) =>
        sources.flatMap(({ query, readings }) =>
          query === undefined ? [] : readings.map(({ place }) => placeKey(place)),
        ),
      ),
    );
    for (const { name, now, base } of risesIn(change)) {
      const stale = staleIn(setsOf(change, base.microversion, now.microversion), now.microversion).filter(
        ({ document, stated }) => !tied.has(placeKey(placeIn(document, stated.pointer, 'value'))),
      );
      const [first, ...others] = stale;
      if (first === undefined) continue;
      yield {
        subject: first.id,
        at: placeIn(first.document, first.stated.pointer, 'value'),
        message: `the fact ${quote(name)} rose to "${now.reading.value}" in the code, but the newest microversion of ${first.id} is "${first.stated.text}" here: raise it in the same change`,
        related: [
          { at: now.reading.place, message: `"${now.reading.value}"` },
          {
            at: placeInCommit(change.base, base.reading.place),
            message: `"${base.reading.value}" in the base`,
          },
          ...others.map(({ document, stated }) => ({
            at: placeIn(document, stated.pointer, 'value'),
            message: `"${stated.text}" too`,
          })),
        ],
      } satisfies Report;
    }
  },
};

/** The facts whose newest microversion in the code is newer than in the base. */
function risesIn({ now, base }: Change) {
  const before = new Map(base.project.facts.map((fact) => [fact.name, newestInCode(fact)]));
  return now.project.facts.flatMap((fact) => {
    const [old, code] = [before.get(fact.name), newestInCode(fact)];
    return old === undefined ||
      code === undefined ||
      compareMicroversions(code.microversion, old.microversion) <= 0
      ? []
      : [{ name: fact.name, now: code, base: old }];
  });
}

/**
 * The versions samples of the service that a microversion belongs to. Of several services, it is one whose samples stated the old number in the
 * base; if the samples of such a service have been raised, it is that one.
 */
function setsOf({ now, services }: Change, old: Microversion, code: Microversion): readonly VersionsSet[] {
  const all = now.sets.filter(({ members }) => members.length > 0);
  if (all.length < 2) return all;
  const candidates = services
    .filter(({ base }) =>
      newestIn(base).some(({ stated }) => compareMicroversions(stated.microversion, old) === 0),
    )
    .map((service) => service.now);
  const raised = candidates.filter((set) =>
    newestIn(set).some((each) => each.stated.microversion.major === code.major && !isOlder(each, code)),
  );
  return raised.length > 0 ? raised : candidates;
}

interface NewestInSample {
  readonly document: Document;
  readonly id: string;
  readonly stated: StatedMicroversion;
}

/** The newest microversions in versions samples that are older than this one of their major version. */
function staleIn(sets: readonly VersionsSet[], code: Microversion): readonly NewestInSample[] {
  return sets.flatMap(newestIn).filter((each) => isOlder(each, code));
}

function isOlder({ stated: { microversion } }: NewestInSample, code: Microversion): boolean {
  return microversion.major === code.major && compareMicroversions(microversion, code) < 0;
}

function newestIn({ members }: VersionsSet): readonly NewestInSample[] {
  return members.flatMap(({ document, view }) =>
    objectEntries(view).flatMap((entry) => {
      const stated = newestOf(entry);
      return stated === undefined ? [] : [{ document, id: textMember(entry.value, 'id') ?? '', stated }];
    }),
  );
}
