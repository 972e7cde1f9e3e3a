// Ways to tamper with a response: each returns a function that takes a response and its request, and returns the response
// to send instead.

export const INDEX = '/';
export const V20 = '/v2/';
export const V21 = '/v2.1/';
export const CHOICES = '/v3';

/** Changes the JSON body of responses from a path, at any microversion. */
export function inBody(path, edit) {
  return (answer, request) => {
    if (request.path !== path || answer.body === '' || answer.status >= 400) return answer;
    const value = JSON.parse(answer.body);
    edit(value);
    return { ...answer, body: JSON.stringify(value) };
  };
}

/** Changes only the document of version 2.1. */
export const inV21 = (edit) => inBody(V21, ({ version }) => edit(version));

/** Changes only an entry of the index. */
export const inIndex = (id, edit) =>
  inBody(INDEX, ({ versions }) => edit(versions.find((entry) => entry.id === id)));

/** Changes a version in every document that has it, so that the documents still agree. */
export function everywhere(id, edit) {
  const inOwn = inBody(id === 'v2.1' ? V21 : V20, ({ version }) => edit(version));
  const inList = inIndex(id, edit);
  const inChoices = inBody(CHOICES, ({ choices }) => {
    const choice = choices.find((entry) => entry.id === id);
    const keys = Object.keys(choice);
    edit(choice);
    for (const key of Object.keys(choice)) if (!keys.includes(key)) delete choice[key];
  });
  return (answer, request) => inChoices(inList(inOwn(answer, request), request), request);
}

/** Sets a property of an entry; `undefined` removes it. */
export const set = (key, value) => (entry) => {
  entry[key] = value;
};

/** Sets a property of an entry's self link. */
export const setSelf = (key, value) => (entry) => {
  const link = entry.links.find(({ rel }) => rel === 'self');
  link[key] = typeof value === 'function' ? value(link[key]) : value;
};

/** Tampers only if the request and the service's response meet a condition. */
export const when = (condition, tamper) => (answer, request) =>
  condition(request, answer) ? tamper(answer) : answer;

export const at = (path) => (request) => request.path === path;

export const asking = (microversion) => (request) =>
  request.headers['openstack-api-version'] === (microversion && `compute ${microversion}`);

export const answered = (status) => (_, answer) => answer.status === status;

export const withStatus = (status) => (answer) => ({ ...answer, status });

export const withoutHeader = (name) => (answer) => ({
  ...answer,
  headers: answer.headers.filter(([key]) => key.toLowerCase() !== name.toLowerCase()),
});

export const withHeader = (name, value) => (answer) => ({
  ...answer,
  headers: [...withoutHeader(name)(answer).headers, [name, value]],
});

export const withBody = (change) => (answer) => ({ ...answer, body: change(answer.body) });
