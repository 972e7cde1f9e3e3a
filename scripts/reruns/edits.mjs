// Changes of one JSON text, as people make them by hand. Each gives the new text, or undefined where the text has nothing to change.

/** The digit or letter nearest to the middle becomes another one; where there is none, the first character does. */
export function changedByte(text) {
  const middle = Math.floor(text.length / 2);
  for (let distance = 0; distance <= middle; distance += 1)
    for (const at of [middle + distance, middle - distance])
      if (/[\da-z]/i.test(text[at] ?? '')) return withOther(text, at);
  return withOther(text, 0);
}

function withOther(text, at) {
  return `${text.slice(0, at)}${text[at] === '9' ? '8' : '9'}${text.slice(at + 1)}`;
}

/** Changes the value of a JSON text. */
const edited = (edit) => (text) => {
  try {
    const value = JSON.parse(text);
    return edit(value) === false ? undefined : `${JSON.stringify(value, undefined, 2)}\n`;
  } catch {
    return undefined;
  }
};

/** The objects of a value, the outer ones first. */
function objectsIn(value) {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inner : [value, ...inner];
}

const lastObject = (value) => objectsIn(value).findLast((object) => Object.keys(object).length > 0);

export const EDITS = {
  'a changed byte': changedByte,
  'a space at the end': (text) => `${text} `,
  'nothing in it': () => '',
  'no end': (text) => text.slice(0, -3),
  'a property less': edited((value) => {
    const object = lastObject(value);
    if (object === undefined) return false;
    delete object[Object.keys(object)[0]];
    return true;
  }),
  'a misspelt property': edited((value) => {
    const object = objectsIn(value)[0];
    const name = object && Object.keys(object).findLast((key) => key.length > 4);
    if (name === undefined) return false;
    object[name.slice(0, -1)] = object[name];
    delete object[name];
    return true;
  }),
  'a value of another type': edited((value) => {
    const object = lastObject(value);
    if (object === undefined) return false;
    const name = Object.keys(object).at(-1);
    object[name] = typeof object[name] === 'string' ? 1 : 'text';
    return true;
  }),
  'a property more': edited((value) => {
    const object = objectsIn(value)[0];
    if (object === undefined) return false;
    object.addedHere = 12345678901;
    return true;
  }),
};
