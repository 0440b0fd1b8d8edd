/**
 * Calendar dates as whole day numbers (1970-01-01 is day 0), so that the model
 * counts in integers and no time zone or clock can slip in.
 */

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/

/** The day number of `2020-01-31`; nothing when the text is no date of the Gregorian calendar. */
export function parseDate(text: string): number | undefined {
  const found = FORM.exec(text)
  if (!found) return undefined
  const year = Number(found[1])
  const month = Number(found[2])
  const day = Number(found[3])
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return dayNumber(year, month, day)
}

export function formatDate(day: number): string {
  const { year, month, dayOfMonth } = civil(day)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`
}

function daysInMonth(year: number, month: number): number {
  const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1)
  return next - dayNumber(year, month, 1)
}

// Years are counted from March, so that the leap day is the last of its year;
// 146,097 days make one 400-year cycle, and 719,468 days lie before 1970.
function dayNumber(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year
  const cycle = Math.floor(marchYear / 400)
  const yearOfCycle = marchYear - cycle * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const dayOfCycle =
    yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear
  return cycle * 146_097 + dayOfCycle - 719_468
}

function civil(day: number): { year: number; month: number; dayOfMonth: number } {
  const shifted = day + 719_468
  const cycle = Math.floor(shifted / 146_097)
  const dayOfCycle = shifted - cycle * 146_097
  const yearOfCycle = Math.floor(
    (dayOfCycle -
      Math.floor(dayOfCycle / 1_460) +
      Math.floor(dayOfCycle / 36_524) -
      Math.floor(dayOfCycle / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return {
    year: yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  }
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
