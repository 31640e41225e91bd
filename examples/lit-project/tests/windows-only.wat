;; A test for one target only; others may ask for a feature of WebAssembly.
;; REQUIRES: windows, wasm-simd
;; RUN: %wasmc %s -o %t%exe_suffix && %run %t%exe_suffix
(module (func (export "_start")))
