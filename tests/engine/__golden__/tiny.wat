  (func (;2;) (type 0) (param i32)
    (local i32 i32 i32 i32 i32 i32 i32 v128 v128 v128)
    (local.set 1
      (i32.const 0))
    (loop  ;; label = @1
      (local.set 2
        (i32.const 0))
      (loop  ;; label = @2
        (local.set 4
          (i32.mul
            (local.get 2)
            (i32.const 16)))
        (local.set 5
          (i32.add
            (i32.mul
              (local.get 1)
              (i32.const 32))
            (i32.mul
              (i32.load offset=1056
                (i32.mul
                  (local.get 1)
                  (i32.const 4)))
              (i32.const 16))))
        (local.set 6
          (i32.add
            (i32.mul
              (local.get 1)
              (i32.const 448))
            (i32.mul
              (local.get 2)
              (i32.const 64))))
        (local.set 7
          (i32.add
            (i32.mul
              (local.get 1)
              (i32.const 112))
            (i32.mul
              (local.get 2)
              (i32.const 16))))
        (local.set 3
          (i32.const 0))
        (loop  ;; label = @3
          (i32.add
            (local.get 7)
            (local.get 3))
          (local.set 8
            (f64x2.add
              (f64x2.sub
                (f64x2.mul
                  (v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000)
                  (v128.load offset=112 align=8
                    (i32.add
                      (local.get 4)
                      (local.get 3))))
                (v128.load offset=224 align=8
                  (i32.add
                    (local.get 5)
                    (local.get 3))))
              (v128.load offset=256 align=8
                (i32.add
                  (local.get 6)
                  (local.get 3)))))
          (local.set 9
            (v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000))
          (local.set 10
            (f64x2.add
              (f64x2.sub
                (f64x2.mul
                  (v128.const i32x4 0x00000000 0x3ff00000 0x00000000 0x3ff00000)
                  (v128.load offset=112 align=8
                    (i32.add
                      (local.get 4)
                      (local.get 3))))
                (v128.load offset=224 align=8
                  (i32.add
                    (local.get 5)
                    (local.get 3))))
              (v128.load offset=272 align=8
                (i32.add
                  (local.get 6)
                  (local.get 3)))))
          (local.set 9
            (v128.bitselect
              (v128.const i32x4 0x00000000 0x3ff00000 0x00000000 0x3ff00000)
              (local.get 9)
              (f64x2.lt
                (local.get 8)
                (local.get 10))))
          (local.set 8
            (v128.bitselect
              (local.get 10)
              (local.get 8)
              (f64x2.lt
                (local.get 8)
                (local.get 10))))
          (local.set 10
            (f64x2.add
              (f64x2.sub
                (f64x2.mul
                  (v128.const i32x4 0x00000000 0x40000000 0x00000000 0x40000000)
                  (v128.load offset=112 align=8
                    (i32.add
                      (local.get 4)
                      (local.get 3))))
                (v128.load offset=224 align=8
                  (i32.add
                    (local.get 5)
                    (local.get 3))))
              (v128.load offset=288 align=8
                (i32.add
                  (local.get 6)
                  (local.get 3)))))
          (local.set 9
            (v128.bitselect
              (v128.const i32x4 0x00000000 0x40000000 0x00000000 0x40000000)
              (local.get 9)
              (f64x2.lt
                (local.get 8)
                (local.get 10))))
          (local.set 8
            (v128.bitselect
              (local.get 10)
              (local.get 8)
              (f64x2.lt
                (local.get 8)
                (local.get 10))))
          (local.set 10
            (f64x2.add
              (f64x2.sub
                (f64x2.mul
                  (v128.const i32x4 0x00000000 0x40080000 0x00000000 0x40080000)
                  (v128.load offset=112 align=8
                    (i32.add
                      (local.get 4)
                      (local.get 3))))
                (v128.load offset=224 align=8
                  (i32.add
                    (local.get 5)
                    (local.get 3))))
              (v128.load offset=304 align=8
                (i32.add
                  (local.get 6)
                  (local.get 3)))))
          (local.set 9
            (v128.bitselect
              (v128.const i32x4 0x00000000 0x40080000 0x00000000 0x40080000)
              (local.get 9)
              (f64x2.lt
                (local.get 8)
                (local.get 10))))
          (local.set 8
            (v128.bitselect
              (local.get 10)
              (local.get 8)
              (f64x2.lt
                (local.get 8)
                (local.get 10))))
          (local.get 9)
          (v128.store offset=704 align=8)
          (br_if 0 (;@3;)
            (i32.lt_u
              (local.tee 3
                (i32.add
                  (local.get 3)
                  (i32.const 16)))
              (i32.const 16))))
        (br_if 0 (;@2;)
          (i32.lt_u
            (local.tee 2
              (i32.add
                (local.get 2)
                (i32.const 1)))
            (i32.const 7))))
      (br_if 0 (;@1;)
        (i32.lt_u
          (local.tee 1
            (i32.add
              (local.get 1)
              (i32.const 1)))
          (i32.const 1)))))
  (func (;3;) (type 0) (param i32)
    (local i32 i32 i32 i32 i32)
    (local.set 1
      (i32.const 0))
    (loop  ;; label = @1
      (local.set 2
        (i32.const 0))
      (loop  ;; label = @2
        (local.set 4
          (i32.mul
            (local.get 1)
            (i32.const 16)))
        (local.set 5
          (i32.add
            (i32.mul
              (local.get 1)
              (i32.const 112))
            (i32.mul
              (local.get 2)
              (i32.const 16))))
        (local.set 3
          (i32.const 0))
        (loop  ;; label = @3
          (v128.store offset=832 align=8
            (i32.add
              (local.get 5)
              (local.get 3))
            (v128.and
              (v128.and
                (f64x2.ne
                  (v128.load offset=816 align=8
                    (i32.add
                      (local.get 4)
                      (local.get 3)))
                  (v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000))
                (f64x2.lt
                  (v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000)
                  (v128.load align=8
                    (i32.add
                      (local.get 5)
                      (local.get 3)))))
              (v128.const i32x4 0x00000000 0x3ff00000 0x00000000 0x3ff00000)))
          (br_if 0 (;@3;)
            (i32.lt_u
              (local.tee 3
                (i32.add
                  (local.get 3)
                  (i32.const 16)))
              (i32.const 16))))
        (br_if 0 (;@2;)
          (i32.lt_u
            (local.tee 2
              (i32.add
                (local.get 2)
                (i32.const 1)))
            (i32.const 7))))
      (br_if 0 (;@1;)
        (i32.lt_u
          (local.tee 1
            (i32.add
              (local.get 1)
              (i32.const 1)))
          (i32.const 1)))))
  (func (;4;) (type 0) (param i32)
    (local i32 i32 i32 i32)
    (local.set 1
      (i32.const 0))
    (loop  ;; label = @1
      (local.set 2
        (i32.const 0))
      (loop  ;; label = @2
        (local.set 4
          (i32.add
            (i32.mul
              (local.get 1)
              (i32.const 112))
            (i32.mul
              (local.get 2)
              (i32.const 16))))
        (local.set 3
          (i32.const 0))
        (loop  ;; label = @3
          (v128.store align=8
            (i32.add
              (local.get 4)
              (local.get 3))
            (v128.bitselect
              (v128.load align=8
                (i32.add
                  (local.get 4)
                  (local.get 3)))
              (f64x2.mul
                (v128.load offset=704 align=8
                  (i32.add
                    (local.get 4)
                    (local.get 3)))
                (call 0
                  (v128.load offset=944 align=8
                    (i32.add
                      (local.get 4)
                      (local.get 3)))))
              (f64x2.ne
                (v128.load offset=832 align=8
                  (i32.add
                    (local.get 4)
                    (local.get 3)))
                (v128.const i32x4 0x00000000 0x00000000 0x00000000 0x00000000))))
          (br_if 0 (;@3;)
            (i32.lt_u
              (local.tee 3
                (i32.add
                  (local.get 3)
                  (i32.const 16)))
              (i32.const 16))))
        (br_if 0 (;@2;)
          (i32.lt_u
            (local.tee 2
              (i32.add
                (local.get 2)
                (i32.const 1)))
            (i32.const 7))))
      (br_if 0 (;@1;)
        (i32.lt_u
          (local.tee 1
            (i32.add
              (local.get 1)
              (i32.const 1)))
          (i32.const 1)))))
  (func (;5;) (export "draw") (type 0) (param i32)
    (local i32))
  (func (;6;) (export "playout") (type 0) (param i32)
    (local i32)
    (call 2
      (local.get 0)))
  (func (;7;) (export "day") (type 0) (param i32)
    (local i32)
    (call 3
      (local.get 0))
    (call 4
      (local.get 0)))
  (memory (;0;) (export "memory") 1)
  (data (;0;) (i32.const 1056) "\01\00\00\00"))
