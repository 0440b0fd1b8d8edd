/** A change and what it moves as plain JSON, for other tools to read. */
import type { Move } from '../judge/what-if.ts'
import { envelope, type Json, type JsonOptions, toJson } from './json.ts'
import { verdictJson } from './verdict-json.ts'
import { countsOf, isUnasked, type WhatIf } from './what-if-screen.ts'
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
    counts: countsOf(moves),
    claims: moves.map(moveJson),
    unplayed,
  }
}

function moveJson(move: Move): Json {
  const { claim, before, after, effect, moved, stirred, asksElse } = move
  const unasked = isUnasked(move)
  return {
    id: claim.id,
    ...(claim.sentence === undefined ? {} : { sentence: claim.sentence }),
    moved: moved && !unasked,
    unasked,
    stirred,
    asksElse,
    before: before === undefined ? null : verdictJson(before),
    after: after === undefined ? null : verdictJson(after),
    ...(effect === undefined ? {} : { effect: toJson(effect) }),
  }
}
