import { isJsonArray, isJsonObject, member, type JsonObject } from '../../model/json-value';
import { readVersions } from '../../model/versions-document';
import type { Answer } from '../answer';

/** A change to the JSON of every answer that is no error. */
export function editDocument(edit: (document: JsonObject) => unknown): (answer: Answer) => Answer {
  return (answer) => {
    const document = answer.status < 400 ? parse(answer.body) : undefined;
    return isJsonObject(document) ? { ...answer, body: JSON.stringify(edit(document)) } : answer;
  };
}

/** What another fault has made of a body need not be JSON. */
function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** A change to each entry of versions documents; other documents stay as they are. */
export function editEntries(edit: (entry: JsonObject) => JsonObject): (answer: Answer) => Answer {
  return editDocument((document) => mapEntries(document, edit));
}

export function mapEntries(document: JsonObject, edit: (entry: JsonObject) => JsonObject): JsonObject {
  return mapList(document, (entries) => entries.map((entry) => (isJsonObject(entry) ? edit(entry) : entry)));
}

/** A versions document with its list changed; a document of one version has a list of one. */
export function mapList(
  document: JsonObject,
  edit: (entries: readonly unknown[]) => readonly unknown[],
): JsonObject {
  const editMember = (object: JsonObject, key: string) => {
    const list = member(object, key);
    return { ...object, [key]: edit(isJsonArray(list) ? list : []) };
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
