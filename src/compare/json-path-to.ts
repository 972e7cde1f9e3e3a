import { pointerTokens, type JsonPointer } from '../model/json/json-pointer';
import { isJsonArray, isJsonObject, member } from '../model/json/json-value';

/** The JSONPath query (RFC 9535) that selects the same value in a document as a JSON Pointer. */
export function jsonPathTo(document: unknown, pointer: JsonPointer): string {
  let value = document;
  let path = '$';
  for (const token of pointerTokens(pointer)) {
    if (isJsonArray(value)) {
      path += `[${token}]`;
      value = value[Number(token)];
    } else {
      path += /^[A-Za-z_]\w*$/.test(token) ? `.${token}` : `[${JSON.stringify(token)}]`;
      value = isJsonObject(value) ? member(value, token) : undefined;
    }
  }
  return path;
}
