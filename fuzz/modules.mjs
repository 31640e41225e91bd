// Runs cases of modules.py in V8: each is three modules that import from those
// before them, as "fuzzing-support" and "m"; the last exports "call0", "call1",
// ..., "state" and "reset". Prints a line of JSON for each case, what each call did: its
// results, or the error. Usage: modules.mjs FOLDER CASE...

import fs from "node:fs";

// After this trap memories and globals need not be what they were before: the
// driver's "reset" gives them values.
const outOfBounds = "memory access out of bounds";

function describe(error) {
  if (error instanceof WebAssembly.Exception)
    return { error: "uncaught exception" };
  if (error instanceof RangeError) return { error: "exhausted" };
  return { error: `${error.name}: ${error.message}` };
}

function attempt(action) {
  try {
    const values = action();
    return {
      results: (values === undefined ? [] : [].concat(values)).map((value) =>
        BigInt.asUintN(64, value).toString()),
    };
  } catch (error) {
    return describe(error);
  }
}

function instantiate(path, imports) {
  return new WebAssembly.Instance(
    new WebAssembly.Module(fs.readFileSync(path)), imports).exports;
}

function runCase(folder, name) {
  const imports = {};
  imports["fuzzing-support"] = instantiate(`${folder}/host.wasm`);
  try {
    imports.m = instantiate(`${folder}/${name}.wasm`, imports);
  } catch (error) {
    return { module: describe(error) };
  }
  const driver = instantiate(`${folder}/${name}-driver.wasm`, imports);
  const calls = [];
  for (let i = 0; driver[`call${i}`]; ++i) {
    const outcome = attempt(driver[`call${i}`]);
    if (outcome.error?.endsWith(outOfBounds)) driver.reset();
    calls.push([outcome, attempt(driver.state)]);
  }
  return { calls };
}

const [folder, ...names] = process.argv.slice(2);
for (const name of names)
  console.log(JSON.stringify(runCase(folder, name)));
