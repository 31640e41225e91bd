;; A memory of one-byte pages has at most 2^32-1 of them.
;; RUN: not %wasmc --validate %s 2>&1 | FileCheck %s
;; CHECK: error: memory size must be at most 4294967295 pages
(module (memory 0x1_0000_0000 (pagesize 1)))
