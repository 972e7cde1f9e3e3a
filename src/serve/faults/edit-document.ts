import { jsonOrUndefined } from '../../model/json/json-or-undefined';
import { isJsonObject, itemsIn, member, type JsonObject } from '../../model/json/json-value';
import { readVersions } from '../../model/versions/versions-document';
import type { Answer } from '../answer';

/** Edits the JSON of every response that is not an error. */
export function editDocument(edit: (document: JsonObject) => unknown): (answer: Answer) => Answer {
  return (answer) => {
    const document = answer.status < 400 ? jsonOrUndefined(answer.body) : undefined;
    return isJsonObject(document) ? { ...answer, body: JSON.stringify(edit(document)) } : answer;
  };
}

/** Edits each entry of versions documents; other documents are unchanged. */
export function editEntries(edit: (entry: JsonObject) => JsonObject): (answer: Answer) => Answer {
  return editDocument((document) => mapEntries(document, edit));
}

export function mapEntries(document: JsonObject, edit: (entry: JsonObject) => JsonObject): JsonObject {
  return mapList(document, (entries) => entries.map((entry) => (isJsonObject(entry) ? edit(entry) : entry)));
}

/** Edits the list in a versions document; a document of a single version counts as a list of one. */
export function mapList(
  document: JsonObject,
  edit: (entries: readonly unknown[]) => readonly unknown[],
): JsonObject {
  const editMember = (object: JsonObject, key: string) => {
    const list = member(object, key);
    return { ...object, [key]: edit(itemsIn(list)) };
  };
  const shape = readVersions(document)?.shape;
  switch (shape) {
    case undefined:
      return document;
    case 'versions':
    case 'choices':
      return editMember(document, shape);
    case 'versions.values': {
      const versions = member(document, 'versions');
      return isJsonObject(versions) ? { ...document, versions: editMember(versions, 'values') } : document;
    }
    case 'version':
      return { ...document, version: edit([member(document, 'version')])[0] };
    case 'bare': {
      const [bare] = edit([document]);
      return isJsonObject(bare) ? bare : document;
    }
  }
}
