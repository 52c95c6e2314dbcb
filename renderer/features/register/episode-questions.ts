import { tumourGroupForIcd10, tumourGroupLabel } from '#shared/domain/tumour-groups.ts'
import type { EpisodeFields } from '#shared/features/register/schema.ts'
import type { Unusual } from './unusual.ts'

/** Asks about a code that names another tumour group than the one chosen. */
export const codeQuestions = ({ icd10Code, tumourGroup }: EpisodeFields): readonly Unusual[] => {
  const coded = icd10Code === null ? null : tumourGroupForIcd10(icd10Code)
  if (coded === null || coded === tumourGroup) return []
  return [
    {
      id: `code ${icd10Code} ${tumourGroup}`,
      words: `The code ${icd10Code} belongs to “${tumourGroupLabel(coded)}”, and the tumour group says “${tumourGroupLabel(tumourGroup)}”. Check which is right.`,
    },
  ]
}
