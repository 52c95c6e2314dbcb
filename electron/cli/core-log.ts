import { type Log, redact } from '#core/log.ts'

/** Keeps the causes of defects for the end of the run. Nothing is written to a file and no call is remembered. */
export interface DefectLog extends Log {
  /** One line for each defect, without paths, numbers or quoted text. */
  causes(): readonly string[]
}

const PATHS = /(?:file:\/\/|[A-Za-z]:\\|\/)[^\s:)]+/g

export const defectLog = (): DefectLog => {
  const causes: string[] = []
  return {
    write({ code, reference, cause }) {
      if (code !== 'internal' || cause === undefined) return
      const firstLine = cause.split('\n')[0] ?? ''
      causes.push(`${reference ?? ''}: ${redact(firstLine).replace(PATHS, '[path]')}`)
    },
    causes: () => causes,
  }
}
