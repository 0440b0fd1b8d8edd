/** How what is done becomes what is recorded: each variant of it is a rival form of the fit, declared before it is scored. */
import { CHANNELS, type ChannelId } from '../scenario/scenario.ts'

export interface Form {
  readonly id: string
  /** By channel, then by level: the chance that it is recorded as it was; else it is recorded as nothing. */
  readonly observation: readonly (readonly number[])[]
}

const OPEN: readonly number[] = [1, 1, 1, 1]

/** Judgement: secret channels leave traces only where much is done. */
const SECRET: Readonly<Partial<Record<ChannelId, readonly number[]>>> = {
  intelligence: [1, 0.3, 0.5, 0.8],
  combat: [1, 0.5, 1, 1],
}

export const AS_SHIPPED: Form = {
  id: 'as-shipped',
  observation: CHANNELS.map((channel) => SECRET[channel] ?? OPEN),
}

export const ALL_RECORDED: Form = { id: 'all-recorded', observation: CHANNELS.map(() => OPEN) }
