// run_node.mjs MODULE ARGS...: runs a program of the bench in V8.
import { readFileSync } from 'node:fs';
import { WASI } from 'node:wasi';

const [path, ...args] = process.argv.slice(2);
// node:wasi's environ_get fails if there is no variable at all.
const wasi = new WASI({
  version: 'preview1', args: ['program', ...args], env: { BENCH: '1' },
  returnOnExit: true,
});
const module = new WebAssembly.Module(readFileSync(path));
const instance = new WebAssembly.Instance(
    module, { wasi_snapshot_preview1: wasi.wasiImport });
process.exitCode = wasi.start(instance);
