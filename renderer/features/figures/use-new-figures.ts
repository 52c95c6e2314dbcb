import { useRef, useState } from 'react'
import { counted } from '#renderer/features/imports/public.ts'
import { useCoreJob } from '#renderer/app/core-query.ts'
import { usePath } from '#renderer/app/router.tsx'
import { keepSecondEnter } from '#renderer/ui/overlay-stack.ts'
import { showToast } from '#renderer/ui/toasts.tsx'
import type { FigureDraft, FigurePreview } from '#shared/features/figures/schema.ts'
import type { FigureKindCode } from '#shared/features/figures/kinds.ts'
import { type ColumnChoice, missingColumns, suggestFigureColumns } from '#shared/features/figures/suggest.ts'
import { type AboutFaults, type AboutForm, aboutFormOf, readAbout } from './about-form.ts'
import { progressWords } from './figure-words.ts'

const suggested = (draft: FigureDraft, kind: FigureKindCode | null): ColumnChoice[] => {
  const headings = draft.columns.map(({ heading }) => heading)
  if (kind === null) return draft.columns.map(({ index }) => ({ index, column: null }))
  return suggestFigureColumns(kind, headings).map(({ column }, at) => ({
    index: draft.columns[at]?.index ?? at,
    column,
  }))
}

const columnFault = (kind: FigureKindCode | null, choices: readonly ColumnChoice[]): AboutFaults => {
  const missing = kind === null ? [] : missingColumns(kind, choices)
  return missing.length === 0 ? {} : { columns: `Choose which column holds: ${missing.join(', ')}` }
}

const withoutPath = (errors: AboutFaults): AboutFaults =>
  Object.fromEntries(Object.entries(errors).map(([path, words]) => [path.replace(/^about\./, ''), words]))

/** A draft on its way to a saved set: what was typed and chosen, what is wrong with it, and what checking found. */
export const useNewFigures = (draft: FigureDraft) => {
  const [form, setForm] = useState(() => aboutFormOf(draft))
  const [choices, setChoices] = useState(() => suggested(draft, draft.about.kind))
  const [faults, setFaults] = useState<AboutFaults>({})
  const [attempt, setAttempt] = useState(0)
  const [preview, setPreview] = useState<FigurePreview | null>(null)
  const checking = useCoreJob('figures', 'check')
  const saving = useCoreJob('figures', 'save')
  const [, goTo] = usePath()
  const running = checking.running || saving.running

  /** Counts the changes: what a check finds that was going on meanwhile is of what stood there before. */
  const changes = useRef(0)

  // What was checked is no longer what would be saved.
  const outdate = (): void => {
    changes.current += 1
    setPreview(null)
  }
  const change = (part: Partial<AboutForm>): void => {
    outdate()
    setForm((before) => ({ ...before, ...part }))
    if (part.kind !== undefined) setChoices(suggested(draft, part.kind))
  }
  const choose = (index: number, column: string | null): void => {
    outdate()
    setChoices((before) => before.map((one) => (one.index === index ? { index, column } : one)))
  }
  const check = async (): Promise<void> => {
    const read = readAbout(form)
    const found = { ...read.faults, ...columnFault(form.kind, choices) }
    setFaults(found)
    setPreview(null)
    if (read.about === null || Object.keys(found).length > 0) return setAttempt((before) => before + 1)
    const asked = changes.current
    const checked = await checking.start({ draftId: draft.draftId, about: read.about, columns: choices })
    if (changes.current !== asked) return
    // From now on the same keys save.
    keepSecondEnter()
    setPreview(checked)
  }
  const save = async (): Promise<void> => {
    const done = await saving.start({ draftId: draft.draftId })
    if (done === null) return
    showToast({
      message: done.saved
        ? `Saved ${counted(done.set.rowCount, 'row')}.`
        : 'These figures were here already. Nothing was changed.',
    })
    goTo(`/imports/figures/${done.set.id}`)
  }
  const error = saving.error ?? checking.error
  return {
    form,
    choices,
    attempt,
    preview,
    running,
    faults: { ...faults, ...withoutPath(checking.error?.details.fieldErrors ?? {}) },
    error: error === null || error.code === 'cancelled' ? null : error.message,
    progress: running ? progressWords(saving.progress ?? checking.progress) : null,
    change,
    choose,
    check,
    save,
    stop: () => {
      checking.stop()
      saving.stop()
    },
  }
}
