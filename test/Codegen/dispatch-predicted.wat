;; A select that decides where an interpreter goes on is a branch (the header of
;; PredictDispatch.h says why); selects that look alike stay.
;; RUN: split-file %s %t
;; RUN: %wasmc %t/yes.wat -O2 --target=linux -S -emit-llvm -o - | FileCheck %t/yes.wat
;; RUN: %wasmc %t/no.wat -O2 --target=linux -S -emit-llvm -o - | FileCheck %t/no.wat

;--- yes.wat
(module
  (memory 1)
  (func (export "_start"))
  ;; CHECK-LABEL: @wasm.run(
  ;; CHECK-NOT: select
  ;; CHECK: br i1 %dispatch.condition
  ;; CHECK-NOT: select
  (func $run (export "run") (param $pc i32) (param $top i32) (result i32)
    (loop $next
      (block $jump (block $push (block $add (block $halt
        (br_table $jump $push $add $push $add $push $add $push $halt
          (i32.load8_u (local.get $pc))))
        (return (i32.load (local.get $top))))
        (i32.store (local.get $top)
          (i32.add (i32.load (local.get $top)) (i32.load offset=4 (local.get $top)))))
        (i32.store offset=4 (local.get $top) (i32.load8_u offset=1 (local.get $pc)))
        (local.set $pc (i32.add (local.get $pc) (i32.const 2)))
        (br $next))
      (local.set $pc
        (select (i32.load offset=4 (local.get $pc))
                (i32.add (local.get $pc) (i32.const 8))
                (i32.load (local.get $top))))
      (br $next))
    unreachable))

;--- no.wat
(module
  (memory 1)
  (func (export "_start"))
  ;; Data, not the place to go on.
  ;; CHECK-LABEL: @wasm.data(
  ;; CHECK-NOT: dispatch.condition
  (func $data (export "data") (param $pc i32) (param $x i32) (result i32)
    (loop $next
      (block $max (block $push (block $add (block $halt
        (br_table $max $push $add $push $add $push $add $push $halt
          (i32.load8_u (local.get $pc))))
        (return (local.get $x)))
        (local.set $x (i32.add (local.get $x) (i32.const 5))))
        (local.set $x (i32.xor (local.get $x) (i32.load offset=4 (local.get $pc))))
        (local.set $pc (i32.add (local.get $pc) (i32.const 8)))
        (br $next))
      (local.set $x
        (select (local.get $x) (i32.load offset=4 (local.get $pc))
                (i32.lt_s (local.get $x) (i32.load offset=4 (local.get $pc)))))
      (local.set $pc (i32.add (local.get $pc) (i32.const 8)))
      (br $next))
    unreachable)
  ;; A search, where nothing is dispatched.
  ;; CHECK-LABEL: @wasm.search(
  ;; CHECK-NOT: dispatch.condition
  (func $search (export "search") (param $node i32) (param $key i32) (result i32)
    (loop $next
      (local.set $node
        (select (i32.load offset=4 (local.get $node))
                (i32.load offset=8 (local.get $node))
                (i32.lt_s (local.get $key) (i32.load (local.get $node)))))
      (br_if $next (local.get $node)))
    (local.get $node))
  ;; The select is of one round only.
  ;; CHECK-LABEL: @wasm.oneRound(
  ;; CHECK-NOT: dispatch.condition
  (func $oneRound (export "oneRound") (param $pc i32) (param $x i32) (result i32)
    (loop $next
      (block $push (block $add (block $halt
        (br_table $push $add $push $add $push $add $push $halt
          (i32.load8_u
            (i32.add (local.get $pc)
              (select (i32.const 7) (i32.const 9) (i32.load (local.get $x)))))))
        (return (local.get $x)))
        (local.set $x (i32.add (local.get $x) (i32.const 5))))
      (local.set $x (i32.xor (local.get $x) (i32.load offset=4 (local.get $pc))))
      (local.set $pc (i32.add (local.get $pc) (i32.const 8)))
      (br $next))
    unreachable)
  ;; Few cases are compared, and what is compared is waited for.
  ;; CHECK-LABEL: @wasm.fewCases(
  ;; CHECK-NOT: dispatch.condition
  (func $fewCases (export "fewCases") (param $pc i32) (result i32)
    (loop $next
      (block $jump (block $halt
        (br_table $jump $halt $jump (i32.load8_u (local.get $pc))))
        (return (local.get $pc)))
      (local.set $pc
        (select (i32.load offset=4 (local.get $pc))
                (i32.add (local.get $pc) (i32.const 8))
                (i32.load offset=12 (local.get $pc))))
      (br $next))
    unreachable))
