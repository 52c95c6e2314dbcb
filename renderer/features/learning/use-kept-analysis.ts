import { useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import type { FieldFaults } from '#renderer/app/undoable.ts'
import { type Autosave, type Stale, useAutosave } from '#renderer/app/use-autosave.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { Analysis } from '#shared/features/learning/schema.ts'
import { type AnalysisForm, analysisFormOf, readAnalysisForm } from './analysis-form.ts'

export interface KeptAnalysis extends Autosave<AnalysisForm, Analysis, Stale> {
  readonly faults: FieldFaults
  /** After somebody else changed it: saves these words over theirs, or shows theirs. */
  readonly keepMine: () => Promise<void>
  readonly showTheirs: () => Promise<void>
}

const faultsOf = (error: AppError): FieldFaults =>
  Object.fromEntries(
    Object.entries(error.details.fieldErrors ?? {}).map(([path, words]) => [
      path.split('.').find((part) => part !== 'fields' && !/^\d+$/.test(part)) ?? path,
      words,
    ]),
  )

/** What is written in an analysis, kept as it is typed. */
export const useKeptAnalysis = (analysis: Analysis, mayWrite: boolean): KeptAnalysis => {
  const { personId, id } = analysis
  const [faults, setFaults] = useState<FieldFaults>({})
  const autosave = useAutosave<AnalysisForm, Analysis, Stale>({
    stored: analysis,
    mayWrite,
    formOf: ({ fields }) => analysisFormOf(fields),
    isSame: (form, { fields }) => JSON.stringify(readAnalysisForm(form, fields).fields) === JSON.stringify(fields),
    async save(form, before) {
      const { fields } = readAnalysisForm(form, before.fields)
      try {
        const { version, undo } = await core.learning.save({ personId, id, version: before.version, fields })
        return { stored: { ...before, fields, version }, undo }
      } catch (cause) {
        if (!(cause instanceof AppError)) throw cause
        setFaults((found) => ({ ...found, ...faultsOf(cause) }))
        if (cause.code !== 'stale') throw cause
        return { stop: { state: 'stale', words: cause.message } }
      }
    },
    onKeep: (form, { fields }) => setFaults(readAnalysisForm(form, fields).faults),
    onShow: () => setFaults({}),
  })
  const goOn = (whose: 'mine' | 'theirs'): Promise<void> => autosave.goOn(whose, core.learning.get({ personId, id }))
  return { ...autosave, faults, keepMine: () => goOn('mine'), showTheirs: () => goOn('theirs') }
}
