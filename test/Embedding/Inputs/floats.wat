;; Asks how its arithmetic rounds.
(module
  (func (export "keeps_tiny") (param f32) (result i32)
    (f32.ne (f32.div (local.get 0) (f32.const 16)) (f32.const 0)))
  (func (export "rounds_to_nearest") (param f32) (result i32)
    (f32.eq (f32.add (local.get 0) (f32.const 0x1p-30)) (local.get 0))))
