import { type ReactNode, useId } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { CheckboxField } from '#renderer/ui/fields/choice-fields.tsx'
import { FieldError } from '#renderer/ui/fields/field-frame.tsx'
import { ALL_SECTIONS, REPORT_SECTIONS, type SectionCode } from '#shared/features/reports/sections.ts'
import classes from './reports-page.module.css'

interface SectionFieldsProps {
  /** Of the first choice, for the summary of what to put right. */
  readonly id: string
  readonly chosen: readonly SectionCode[]
  readonly error: string | undefined
  readonly onChange: (chosen: readonly SectionCode[]) => void
}

/** Which sections a report has. Summary and method are in all of them. */
export const SectionFields = ({ id, chosen, error, onChange }: SectionFieldsProps): ReactNode => {
  const faultId = useId()
  const isAll = chosen.length === ALL_SECTIONS.length
  return (
    <fieldset className={classes.sections} aria-describedby={error === undefined ? undefined : faultId}>
      <legend>Sections</legend>
      {error !== undefined && (
        <div id={faultId}>
          <FieldError>{error}</FieldError>
        </div>
      )}
      <p>Summary and method are in every report. A section left out has no figure in it.</p>
      {REPORT_SECTIONS.map(({ code, label }, index) => (
        <CheckboxField
          key={code}
          id={index === 0 ? id : undefined}
          label={label}
          checked={chosen.includes(code)}
          onChange={(checked) =>
            onChange(ALL_SECTIONS.filter((each) => (each === code ? checked : chosen.includes(each))))
          }
        />
      ))}
      {!isAll && (
        <div>
          <Button size="small" onClick={() => onChange(ALL_SECTIONS)}>
            Choose all sections
          </Button>
        </div>
      )}
    </fieldset>
  )
}
