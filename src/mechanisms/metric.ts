/**
 * What can be asked of a playout: the list that claims, lint and the published
 * schema read. A metric names the variable of a mechanism that answers it.
 */

/** A stage at which support can be looked at: resolved upon, in effect, credibly reported. */
export type Stage = 'decided' | 'delivered' | 'observed'

export interface Metric {
  /** `support.combat` */
  readonly name: string
  /** `level` (0-3), `rung` (0-10), `flag` (0 or 1), `count`, `fraction`, `number`, `role` (0-4), `day`, `t/day`, `t`, `bbl/day`, `USD`. */
  readonly unit: string
  /** state: has a value each day. event: 0 until it happens. fact: known from the inputs alone. */
  readonly kind: 'state' | 'event' | 'fact'
  /** What `of:` names; a metric of the crisis as a whole has no `of:`. */
  readonly of:
    | 'supporter'
    | 'draft'
    | 'group'
    | 'crisis'
    | 'arms'
    | 'shipment'
    | 'market'
    | 'buyer'
    | 'belligerent'
    | 'candidate'
    | 'inject'
  /** True when `for:` must name the recipient, of a buyer the seller, of a candidate the leader. */
  readonly dyadic: boolean
  /** True when `take:` decided, delivered or observed has a meaning. */
  readonly staged: boolean
  readonly about: string
  /** The largest value, where it is not that of its unit. */
  readonly most?: number
  /** The smallest value, where it is not 0. */
  readonly least?: number
  /** The mechanism's variable; by stage where the metric is staged. */
  readonly variable: string | Readonly<Record<Stage, string>>
  /** Position on the variable's last axis, where that is the channel or the weapon. */
  readonly column?: number
}
