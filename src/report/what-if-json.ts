/** A change and what it moves as plain JSON, for other tools to read. */
import type { Move } from '../judge/what-if.ts'
import { envelope, type Json, type JsonOptions, toJson } from './json.ts'
import type { WhatIf } from './what-if-screen.ts'
import { otherwise } from './world-difference.ts'

export function whatIfJson(whatIf: WhatIf, options: JsonOptions): Json {
  const { before, after, design, moves, identical, unplayed } = whatIf
  return {
    ...envelope('what-if', options),
    design: toJson(design),
    identical,
    without: toJson(after.without),
    attack: after.attack,
    changes: toJson(otherwise(before, after)),
    claims: moves.map(moveJson),
    unplayed,
  }
}

function moveJson({ claim, before, after, effect, moved, stirred, asksElse }: Move): Json {
  return {
    id: claim.id,
    ...(claim.sentence === undefined ? {} : { sentence: claim.sentence }),
    moved,
    stirred,
    asksElse,
    before: before === undefined ? null : toJson(before),
    after: after === undefined ? null : toJson(after),
    ...(effect === undefined ? {} : { effect: toJson(effect) }),
  }
}
