// run-node.mjs [--dir HOST::GUEST]... MODULE ARGS...: runs a WASI command under
// node:wasi, the reference for what a program prints.
import { readFile } from 'node:fs/promises';
import { WASI } from 'node:wasi';

const argv = process.argv.slice(2);
const preopens = {};
while (argv[0] === '--dir') {
  const [host, guest] = argv[1].split('::');
  preopens[guest ?? host] = host;
  argv.splice(0, 2);
}
// An empty environment makes environ_get fail there.
const wasi = new WASI({
  version: 'preview1', args: argv, env: { NODE_WASI: '1' }, preopens,
  returnOnExit: true,
});
const module = await WebAssembly.compile(await readFile(argv[0]));
const instance = await WebAssembly.instantiate(
    module, { wasi_snapshot_preview1: wasi.wasiImport });
process.exitCode = wasi.start(instance);
