/** The environment, such as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable in the path of a request: `${OS_PROJECT_ID}`. Every other `$` or brace is literal, as in `?$filter=a` or `/{id}`. */
const VARIABLE = /\$\{([A-Za-z_]\w*)\}/g;

/** The variables that a path may have: catalogs put the id of the project into URLs, and projects have their own variables. */
const ALLOWED = /^(?:OS_PROJECT_ID|OS_TENANT_ID|SAMPLEGATE_\w+)$/;

/** The names of the variables in a path, each once. */
export function pathVariables(path: string): readonly string[] {
  return [...new Set([...path.matchAll(VARIABLE)].map(([, name = '']) => name))];
}

/** Whether a path may have the variable. A manifest must not be able to send any part of the environment to a service. */
export function isPathVariable(name: string): boolean {
  return ALLOWED.test(name);
}

/** Whether a variable has a value that can be a part of a path. URLs resolve `.` and `..`, even where they are percent-encoded. */
export function isUsableInPath(value: string | undefined): value is string {
  return value !== undefined && !/^\.{0,2}$/.test(value.trim());
}

/** The path with each variable replaced by its percent-encoded value; a variable that cannot be used stays as it is. */
export function fillPath(path: string, env: Environment): string {
  return path.replaceAll(VARIABLE, (whole, name: string) => {
    const value = env[name];
    return isPathVariable(name) && isUsableInPath(value) ? encodeURIComponent(value.trim()) : whole;
  });
}
