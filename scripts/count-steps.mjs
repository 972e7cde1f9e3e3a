/** Runs steps, and counts those that passed and failed. A failed step does not end the run. */
export function countSteps() {
  const counts = { passed: 0, failed: 0 };
  const step = async (name, body) => {
    try {
      await body();
      counts.passed += 1;
      process.stdout.write(`ok    ${name}\n`);
    } catch (error) {
      counts.failed += 1;
      process.stdout.write(`FAIL  ${name}\n${error.message.replaceAll(/^/gm, '      ')}\n`);
    }
  };
  return { counts, step };
}
