import { IconDownload } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { SegmentedField } from '#renderer/ui/fields/segmented-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { JobProgress } from '#renderer/ui/job-progress.tsx'
import { type DifferenceChoice, type DifferenceCode, differenceOf } from '#shared/features/imports/differences.ts'
import type { ImportPreview } from '#shared/features/imports/schema.ts'
import { counted } from './import-words.ts'
import classes from './check.module.css'
import type { Choosing } from './use-choices.ts'
import { useSaveToChoose } from './use-save-to-choose.ts'

const SHORT: Readonly<Record<DifferenceChoice, string>> = { ours: 'Ours', theirs: 'Theirs', both: 'Both' }
const NO_RULE = 'none'
/** People about whom deciding again takes long enough to be told about. */
const MANY = 2_000

const standingWords = (code: DifferenceCode, rule: DifferenceChoice | undefined): string => {
  if (rule !== undefined) return 'Unless chosen one by one'
  return differenceOf(code).standing === 'ours' ? 'Ours stays unless chosen' : 'Theirs is taken unless chosen'
}

const Rule = ({
  code,
  people,
  choosing,
}: {
  readonly code: DifferenceCode
  readonly people: number
  readonly choosing: Choosing
}): ReactNode => {
  const { label, choices } = differenceOf(code)
  const rule = choosing.choices.forAll[code]
  const options = [
    { value: NO_RULE, label: 'No rule' },
    ...choices.map((choice) => ({ value: choice as string, label: SHORT[choice] })),
  ]
  return (
    <li>
      <span className={classes.ruleWords}>
        <b>{label}</b>
        <span className={classes.quiet}>{`${counted(people, 'person', 'people')}. ${standingWords(code, rule)}`}</span>
      </span>
      <SegmentedField
        label={`${label}, for all`}
        options={options}
        value={rule ?? NO_RULE}
        onChange={(next) => choosing.chooseForAll(code, choices.find((choice) => choice === next) ?? null)}
      />
    </li>
  )
}

/** For those who want to ask somebody first: a file of the people left, to be brought in later. */
const SaveToChoose = ({ draftId, people }: { readonly draftId: string; readonly people: number }): ReactNode => {
  const { save, running, trouble } = useSaveToChoose(draftId)
  return (
    <>
      {trouble !== null && (
        <InlineAlert tone="bad" title="The rows were not saved" spoken>
          {trouble}
        </InlineAlert>
      )}
      <Button kind="quiet" icon={IconDownload} busy={running} onClick={() => void save()}>
        {`Save ${counted(people, 'person', 'people')} nobody chose about as a file`}
      </Button>
    </>
  )
}

/** One choice for every difference of a kind. What is chosen for one person stands above it. */
export const Rules = ({
  draftId,
  preview,
  choosing,
}: {
  readonly draftId: string
  readonly preview: ImportPreview
  readonly choosing: Choosing
}): ReactNode =>
  preview.differences.length === 0 ? null : (
    <section className={classes.summary} aria-labelledby="rules-title">
      <h2 id="rules-title">For all of a kind</h2>
      {choosing.running && (choosing.progress?.total ?? 0) > MANY && (
        <JobProgress progress={choosing.progress} title="Choosing" onCancel={choosing.stop}>
          If you cancel, it stays as it was chosen before.
        </JobProgress>
      )}
      <ul className={classes.rules}>
        {preview.differences.map(({ code, people }) => (
          <Rule key={code} code={code} people={people} choosing={choosing} />
        ))}
      </ul>
      {preview.counts.peopleToChoose > 0 && <SaveToChoose draftId={draftId} people={preview.counts.peopleToChoose} />}
    </section>
  )
