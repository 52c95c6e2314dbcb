import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { AppError } from '#shared/contract/errors.ts'
import { DIFFERENCE_CHOICES, differenceCodeSchema, differenceOf } from '#shared/features/imports/differences.ts'
import type { ProfileInUse } from '#shared/features/imports/profiles.ts'
import type { ImportDraft } from '#shared/features/imports/schema.ts'
import { labelOf } from '#shared/domain/people.ts'
import { counted, whenWords } from './import-words.ts'
import classes from './imports.module.css'

/** How far the file is of the shape that the profile knows. */
const shapeWords = ({ added, gone }: ProfileInUse): string => {
  if (added === 0 && gone === 0) return 'This file has the same columns.'
  const parts = [
    added > 0 ? `${counted(added, 'column is', 'columns are')} new` : '',
    gone > 0 ? `${counted(gone, 'column is', 'columns are')} gone` : '',
  ]
  return `${parts.filter((part) => part !== '').join(' and ')}. The others have the same headings and go where they went.`
}

const settledWords = ({ differences }: ProfileInUse): string | null => {
  const parts = Object.entries(differences).map(([code, choice]) => {
    const { label } = differenceOf(differenceCodeSchema.parse(code))
    return `${label}: ${labelOf(DIFFERENCE_CHOICES, choice).toLowerCase()}`
  })
  return parts.length === 0 ? null : `Differences start as you settled them: ${parts.join('; ')}.`
}

interface ProfilePanelProps {
  readonly draft: ImportDraft
  /** The draft is matched another way: its columns are new. */
  readonly onMatched: () => void
}

/** Which saved profile matched this file, and the way out of it; or the way to one. */
export const ProfilePanel = ({ draft, onMatched }: ProfilePanelProps): ReactNode => {
  const queries = useQueryClient()
  const list = useCoreQuery('imports', 'profiles', {})
  const [trouble, setTrouble] = useState<string | null>(null)
  const { profile, draftId } = draft
  const matchAs = async (profileId: string | null): Promise<void> => {
    try {
      await core.imports.matchAs({ draftId, profileId })
      await queries.invalidateQueries({ queryKey: ['imports', 'draft'] })
      onMatched()
    } catch (cause) {
      setTrouble(cause instanceof AppError ? cause.message : 'Something went wrong. Try again.')
    }
  }
  const others = list.data ?? []
  if (profile === null && others.length === 0) return null
  return (
    <Panel title={profile === null ? 'Matched afresh' : `As in “${profile.name}”`}>
      <div className={classes.form}>
        {trouble !== null && (
          <InlineAlert tone="bad" title="It could not be matched so" spoken>
            {trouble}
          </InlineAlert>
        )}
        {profile === null ? (
          <SelectField
            label="Match by a saved profile"
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
            placeholder="Choose a profile"
            value={null}
            onChange={(id) => id !== null && void matchAs(id)}
          />
        ) : (
          <>
            <p>
              {`Last used ${whenWords(profile.usedAt).replace(/^Today/, 'today')}. ${shapeWords(profile)}`}
              {draft.words.length > 0 && ` ${counted(draft.words.length, 'word means', 'words mean')} what you said.`}
            </p>
            {settledWords(profile) !== null && <p>{settledWords(profile)}</p>}
            <div>
              <Button size="small" onClick={() => void matchAs(null)}>
                Match afresh
              </Button>
            </div>
          </>
        )}
      </div>
    </Panel>
  )
}
