import type { ReactNode } from 'react'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { ROUTES_TO_DIAGNOSIS } from '#shared/domain/routes.ts'
import { TUMOUR_GROUPS, tumourGroupForIcd10, tumourGroupLabel } from '#shared/domain/tumour-groups.ts'
import { EPISODE_KINDS } from '#shared/features/register/schema.ts'
import { type EpisodeDraft, recognised, withCode, withSite } from './episode-draft.ts'
import { fieldId, type Faults } from './form-faults.ts'
import classes from './form.module.css'

const GROUPS = TUMOUR_GROUPS.map(({ code, label }) => ({ value: code, label }))
const KINDS = EPISODE_KINDS.map(({ code, label }) => ({ value: code, label }))
const ROUTES = ROUTES_TO_DIAGNOSIS.map(({ code, label }) => ({ value: code, label }))

/** How the words for the cancer were understood, or what to do where they were not. */
const siteHint = (draft: EpisodeDraft): string => {
  if (draft.site.trim() === '') return 'As the letter says it, such as sigmoid colon'
  const found = recognised(draft.site)
  if (found === null) return 'These words are kept as they are. Choose the tumour group yourself'
  const read = `Read as ${found.site}, ${tumourGroupLabel(found.tumourGroup)}`
  return found.note === undefined ? read : `${read}. ${found.note}`
}

/** Which group a code belongs to, as it is being typed. */
const codeHint = (code: string): string => {
  const group = tumourGroupForIcd10(code)
  return group === null ? 'From the words, or typed' : `Belongs to ${tumourGroupLabel(group)}`
}

const at = (name: string, faults: Faults) => {
  const field = `episode.${name}`
  return { id: fieldId(field), error: faults[field] }
}

type EpisodeFieldsProps = {
  readonly draft: EpisodeDraft
  readonly onChange: (draft: EpisodeDraft) => void
  readonly faults: Faults
}

/** One diagnosis: the words used, where they place it, when, and how it was found. */
export const DiagnosisFields = ({ draft, onChange, faults }: EpisodeFieldsProps): ReactNode => {
  const change = (part: Partial<EpisodeDraft>): void => onChange({ ...draft, ...part })
  return (
    <div className={classes.grid}>
      <TextField
        {...at('site', faults)}
        label="Cancer"
        hint={siteHint(draft)}
        value={draft.site}
        onChange={(site) => onChange(withSite(draft, site))}
      />
      <SelectField
        {...at('tumourGroup', faults)}
        label="Tumour group"
        hint="“Not known yet” is a choice"
        searchable
        options={GROUPS}
        value={draft.tumourGroup}
        onChange={(tumourGroup) => change({ tumourGroup, groupByHand: tumourGroup !== null })}
      />
      <DateField
        {...at('diagnosisDate', faults)}
        label="Diagnosed"
        hint="Leave day or month blank if you do not know it"
        value={draft.diagnosisDate}
        onChange={(diagnosisDate) => change({ diagnosisDate })}
      />
      <TextField
        {...at('stage', faults)}
        label="Stage"
        optional
        hint="0 to 4, such as 2 or 3B"
        characters={6}
        value={draft.stage}
        onChange={(stage) => change({ stage })}
      />
      <SelectField
        {...at('kind', faults)}
        label="Kind"
        options={KINDS}
        value={draft.kind}
        onChange={(kind) => kind !== null && change({ kind })}
      />
      <SelectField
        {...at('route', faults)}
        label="How it was found"
        options={ROUTES}
        value={draft.route}
        onChange={(route) => route !== null && change({ route })}
      />
      <TextField
        {...at('hospital', faults)}
        label="Hospital"
        optional
        value={draft.hospital}
        onChange={(hospital) => change({ hospital })}
      />
      <TextField
        {...at('icd10Code', faults)}
        label="ICD-10 code"
        optional
        hint={codeHint(draft.icd10Code)}
        characters={8}
        value={draft.icd10Code}
        onChange={(code) => onChange(withCode(draft, code))}
      />
    </div>
  )
}
