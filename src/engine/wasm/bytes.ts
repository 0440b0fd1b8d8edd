/**
 * The few bytes of WebAssembly's binary format that the emitter needs: numbers, sections
 * and opcodes (WebAssembly Core Specification 2.0, chapters 5.2-5.5, SIMD included).
 */

export const TYPE: Readonly<Record<'i32' | 'v128' | 'void', number>> = { i32: 0x7f, v128: 0x7b, void: 0x40 }

type OpName =
  | 'loop'
  | 'end'
  | 'branchIf'
  | 'call'
  | 'localGet'
  | 'localSet'
  | 'localTee'
  | 'i32Load'
  | 'i32Const'
  | 'i32Equal'
  | 'i32LessUnsigned'
  | 'i32Add'
  | 'i32Multiply'
  | 'i64ExtendUnsigned'
  | 'f64ConvertI32'
  | 'load'
  | 'loadOne'
  | 'truncate'
  | 'extractLane'
  | 'replaceLane'
  | 'store'
  | 'constant'
  | 'splatI64'
  | 'splatF64'
  | 'equal'
  | 'notEqual'
  | 'less'
  | 'lessEqual'
  | 'not'
  | 'and'
  | 'or'
  | 'bitselect'
  | 'floor'
  | 'shiftLeft'
  | 'shiftRight'
  | 'addI64'
  | 'subtractI64'
  | 'negateI64'
  | 'negate'
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'pseudoMin'
  | 'pseudoMax'

export const OP: Readonly<Record<OpName, readonly number[]>> = {
  loop: [0x03],
  end: [0x0b],
  branchIf: [0x0d],
  call: [0x10],
  localGet: [0x20],
  localSet: [0x21],
  localTee: [0x22],
  i32Load: [0x28],
  i32Const: [0x41],
  i32Equal: [0x46],
  i32LessUnsigned: [0x49],
  i32Add: [0x6a],
  i32Multiply: [0x6c],
  i64ExtendUnsigned: [0xad],
  f64ConvertI32: [0xb7],
  loadOne: [0x2b],
  truncate: [0xfc, 0x02],
  load: simd(0x00),
  store: simd(0x0b),
  constant: simd(0x0c),
  splatI64: simd(0x12),
  splatF64: simd(0x14),
  extractLane: simd(0x21),
  replaceLane: simd(0x22),
  equal: simd(0x47),
  notEqual: simd(0x48),
  less: simd(0x49),
  lessEqual: simd(0x4b),
  not: simd(0x4d),
  and: simd(0x4e),
  or: simd(0x50),
  bitselect: simd(0x52),
  floor: simd(0x75),
  shiftLeft: simd(0xcb),
  shiftRight: simd(0xcc),
  addI64: simd(0xce),
  subtractI64: simd(0xd1),
  negateI64: simd(0xc1),
  negate: simd(0xed),
  add: simd(0xf0),
  subtract: simd(0xf1),
  multiply: simd(0xf2),
  divide: simd(0xf3),
  pseudoMin: simd(0xf6),
  pseudoMax: simd(0xf7),
}

function simd(code: number): readonly number[] {
  return [0xfd, ...unsigned(code)]
}

/** Unsigned LEB128. */
export function unsigned(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  do {
    const low = rest % 128
    rest = (rest - low) / 128
    bytes.push(rest > 0 ? low + 128 : low)
  } while (rest > 0)
  return bytes
}

/** Signed LEB128 of a 32-bit number. */
export function signed(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  for (;;) {
    const low = rest & 0x7f
    rest >>= 7
    const done = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)
    bytes.push(done ? low : low | 0x80)
    if (done) return bytes
  }
}

/** Two equal 64-bit patterns, as a v128 constant. */
export function constantBits(high: number, low: number): number[] {
  const view = new DataView(new ArrayBuffer(8))
  view.setUint32(0, low >>> 0, true)
  view.setUint32(4, high >>> 0, true)
  const bytes = [...new Uint8Array(view.buffer)]
  return [...OP.constant, ...bytes, ...bytes]
}

/** Two equal doubles, as a v128 constant. */
export function constantNumber(value: number): number[] {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  return constantBits(view.getUint32(0), view.getUint32(4))
}

export function vector(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()]
}

export function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content]
}

/** A length-prefixed name. */
export function text(name: string): number[] {
  return [...unsigned(name.length), ...[...name].map((letter) => letter.charCodeAt(0))]
}

/** A function body: its extra locals, by type, and its code. */
export function body(
  locals: readonly (readonly [count: number, type: number])[],
  code: readonly number[],
): number[] {
  const content = [...vector(locals.map(([count, type]) => [...unsigned(count), type])), ...code, ...OP.end]
  return [...unsigned(content.length), ...content]
}
