import { parseArgs } from 'node:util'
import { backupFigures } from './backup-speed.ts'
import { benchRegister } from './bench-register.ts'
import { demoFigures } from './demo-speed.ts'
import { importFigure } from './import-speed.ts'
import { largeImportFigures } from './large-import.ts'
import { largeFigures } from './large-register.ts'
import { type Figure, keepsLimit } from './measure.ts'
import { measuresFigures } from './measures-speed.ts'
import { planFigures } from './plan-speed.ts'
import { registerFigures, unlockFigure } from './register-speed.ts'
import { reportsFigures } from './reports-speed.ts'
import { toolkitFigures } from './toolkit-speed.ts'
import { windowFigures } from './window-speed.ts'

const PEOPLE = 10_000

const shown = (value: number, unit: Figure['unit']): string => {
  const digits = unit === '×' ? 2 : 0
  return `${value.toLocaleString('en-GB', { maximumFractionDigits: digits, minimumFractionDigits: digits })} ${unit}`
}

const limitOf = ({ limit, unit }: Figure): string => {
  if (limit === null) return ''
  return 'most' in limit ? `≤ ${shown(limit.most, unit)}` : `≥ ${shown(limit.least, unit)}`
}

const tableOf = (figures: readonly Figure[]): string => {
  const rows = figures.map((figure) => [
    keepsLimit(figure) ? (figure.value === null ? '–' : 'ok') : 'BROKEN',
    figure.name,
    figure.value === null ? 'not measured' : shown(figure.value, figure.unit),
    limitOf(figure),
    figure.detail,
  ])
  const headings = ['', 'figure', 'measured', 'limit', 'how']
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  return [headings, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const measureAll = async (say: (step: string) => void): Promise<Figure[]> => {
  // Before anything else is in memory, as after a start.
  say('importing')
  const imported = await importFigure()
  say(`making a register of ${PEOPLE.toLocaleString('en-GB')} people`)
  const register = await benchRegister(PEOPLE)
  try {
    say('register page and search')
    const pages = await registerFigures(register, PEOPLE)
    say('unlocking')
    const unlock = await unlockFigure(register)
    say('demo people')
    const demo = await demoFigures(register, PEOPLE)
    say('backing up')
    const backups = await backupFigures(register)
    say('windows')
    return [...pages, unlock, imported, ...demo, ...backups, ...(await windowFigures(register))]
  } finally {
    await register.remove()
  }
}

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    imports: { type: 'boolean', default: false },
    measures: { type: 'boolean', default: false },
    plan: { type: 'boolean', default: false },
    reports: { type: 'boolean', default: false },
    toolkit: { type: 'boolean', default: false },
  },
})
const say = (step: string): void => void process.stderr.write(`bench: ${step}\n`)
const measureWanted = values.imports
  ? largeImportFigures
  : values.large
    ? largeFigures
    : values.measures
      ? measuresFigures
      : values.reports
        ? reportsFigures
        : values.plan
          ? planFigures
          : values.toolkit
            ? toolkitFigures
            : measureAll
const figures = await measureWanted(say)
const broken = figures.filter((figure) => !keepsLimit(figure))
if (values.json) {
  process.stdout.write(
    `${JSON.stringify({ figures: figures.map((figure) => ({ ...figure, ok: keepsLimit(figure) })), broken: broken.length }, null, 2)}\n`,
  )
} else {
  process.stdout.write(
    `${tableOf(figures)}\n\n${broken.length === 0 ? 'Every limit is kept.' : `${broken.length} broken.`}\n`,
  )
}
process.exitCode = broken.length === 0 ? 0 : 1
