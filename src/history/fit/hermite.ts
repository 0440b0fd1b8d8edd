/**
 * Nodes and weights of Gauss-Hermite quadrature for the standard normal: n nodes are exact for polynomials up to degree
 * 2n − 1 (Abramowitz & Stegun 1964, 25.4.46; nodes scaled by √2, weights by 1/√π). Written down rather than computed, so
 * that they have the same bits everywhere.
 */

export interface Quadrature {
  /** Lowest first. */
  readonly nodes: readonly number[]
  readonly weights: readonly number[]
}

export const SEVEN: Quadrature = mirrored(
  [1.1544053947399682, 2.366759410734541, 3.7504397177257425],
  [0.2401231786050127, 0.03075712396758652, 0.000548268855972217],
  0.45714285714285724,
)

export const NINE: Quadrature = mirrored(
  [1.0232556637891326, 2.07684797867783, 3.20542900285647, 4.512745863399783],
  [0.24409750289493953, 0.04991640676521782, 0.0027891413212317692, 2.2345844007746607e-5],
  0.40634920634920635,
)

/** From the half above zero, and the weight at zero. */
function mirrored(nodes: readonly number[], weights: readonly number[], middle: number): Quadrature {
  return {
    nodes: [...nodes.map((node) => -node).reverse(), 0, ...nodes],
    weights: [...[...weights].reverse(), middle, ...weights],
  }
}
